// Archives that are no room's: each is refused with a sentence, and nothing of it stays.
import { strToU8, unzipSync, zipSync } from 'fflate';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ProfileFolder, type SessionRig } from '../session/session-rig.ts';
import { altered, exported, fillRoom, imported, openOffline, vouched } from './archive-rig.ts';

let good: Uint8Array;
beforeAll(async () => {
  using folder = new ProfileFolder();
  await using rig = await openOffline(folder);
  await fillRoom(rig);
  good = await exported(rig);
});

const memberOf = (archive: Uint8Array, start: string): [string, Uint8Array] => {
  const found = Object.entries(unzipSync(archive)).find(([name]) => name.startsWith(start));
  if (found === undefined) throw new Error(`${start} is not there`);
  return found;
};
const manifestWith = (change: object): Uint8Array => {
  const [, bytes] = memberOf(good, 'archive.json');
  return strToU8(JSON.stringify({ ...JSON.parse(Buffer.from(bytes).toString('utf8')), ...change }));
};
const flipped = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte, index) => (index === 40 ? byte ^ 1 : byte));

/** Writes a number of a field of the directory's entry, `at` counted from its beginning. */
function withDirectoryField(archive: Uint8Array, name: string, at: number, value: number): Uint8Array {
  const bytes = Buffer.from(archive);
  for (
    let from = bytes.indexOf('PK\u0001\u0002');
    from >= 0;
    from = bytes.indexOf('PK\u0001\u0002', from + 4)
  ) {
    const length = bytes.readUInt16LE(from + 28);
    if (bytes.toString('utf8', from + 46, from + 46 + length) !== name) continue;
    bytes.writeUInt32LE(value, from + at);
    return bytes;
  }
  throw new Error(`${name} is not in the directory`);
}

const cases: Record<string, { archive: () => Uint8Array; says: string }> = {
  'no zip': { archive: () => strToU8('not a zip at all'), says: 'no zip archive' },
  empty: { archive: () => new Uint8Array(), says: 'no zip archive' },
  'cut off': { archive: () => good.subarray(0, good.length - 30), says: 'no zip archive' },
  'some other zip': { archive: () => zipSync({ 'archive.json': strToU8('{}') }), says: 'no room archive' },
  'a path out of the folder': {
    archive: () => altered(good, { '../../.bashrc': strToU8('x') }),
    says: '"../../.bashrc", which does not belong',
  },
  'a path out of files/': {
    archive: () => altered(good, { 'files/0123456789abcdef/..': strToU8('x') }),
    says: 'does not belong',
  },
  'an absolute path': {
    archive: () => altered(good, { '/etc/passwd': strToU8('x') }),
    says: 'does not belong',
  },
  'a path of Windows': {
    archive: () => altered(good, { 'files/0123456789abcdef/..\\..\\x.exe': strToU8('x') }),
    says: 'does not belong',
  },
  'a bomb': {
    archive: () => altered(good, { 'files/0123456789abcdef/zeros': new Uint8Array(80 * 1024 * 1024) }),
    says: 'made to fill the disk',
  },
  'a member that is longer than it says': {
    archive: () => withDirectoryField(altered(good, {}), 'messages.jsonl', 24, 10),
    says: 'longer than it says',
  },
  'members that overlap': {
    archive: () => withDirectoryField(good, 'messages.jsonl', 42, 0),
    says: 'overlaps',
  },
  'a directory that points beyond the end': {
    archive: () => withDirectoryField(good, 'messages.jsonl', 42, 0x7000_0000),
    says: 'shorter than its directory says',
  },
  'another version': {
    archive: () => altered(good, { 'archive.json': manifestWith({ version: 2 }) }),
    says: 'version 1',
  },
  'another format': {
    archive: () => altered(good, { 'archive.json': manifestWith({ format: 'other' }) }),
    says: 'no room archive',
  },
  'a manifest without a room': {
    archive: () => altered(good, { 'archive.json': manifestWith({ room: null }) }),
    says: 'archive.json is wrong at room',
  },
  'no manifest': {
    archive: () => altered(good, { 'archive.json': null }),
    says: '"archive.json" is missing',
  },
  'no messages': {
    archive: () => altered(good, { 'messages.jsonl': null }),
    says: '"messages.jsonl" is missing',
  },
  'a missing file': {
    archive: () => altered(good, { [memberOf(good, 'files/')[0]]: null }),
    says: 'is missing in it',
  },
  'a changed file': {
    archive: () => altered(good, { [memberOf(good, 'files/')[0]]: flipped(memberOf(good, 'files/')[1]) }),
    says: 'not what files.jsonl says',
  },
  'a changed part': {
    archive: () => altered(good, { 'messages.jsonl': flipped(memberOf(good, 'messages')[1]) }),
    says: 'not what the manifest says',
  },
  'a byte that a disk lost': {
    archive: () => {
      const at = Buffer.from(good).indexOf('ISO-10303-21;');
      return good.map((byte, index) => (index === at + 5 ? 0 : byte));
    },
    says: 'length or checksum is wrong',
  },
  'a line that is no JSON': {
    archive: () => vouched(good, 'messages.jsonl', (text) => `${text}{\n`),
    says: 'Line 4 of messages.jsonl',
  },
  'a torn last line': {
    archive: () => vouched(good, 'messages.jsonl', (text) => text.slice(0, -1)),
    says: 'torn',
  },
  'a wrong field': {
    archive: () => vouched(good, 'messages.jsonl', (text) => text.replace('"kind":"chat"', '"kind":"virus"')),
    says: 'Line 1 of messages.jsonl: kind',
  },
  'an id twice': {
    archive: () => vouched(good, 'messages.jsonl', (text) => text + text),
    says: 'stands twice',
  },
  'messages out of order': {
    archive: () =>
      vouched(good, 'messages.jsonl', (text) =>
        text.split('\n').slice(0, 3).toReversed().join('\n').concat('\n'),
      ),
    says: 'out of order',
  },
  'a file that is not listed': {
    archive: () => vouched(good, 'files.jsonl', (text) => text.split('\n').slice(1).join('\n')),
    says: 'is not in files.jsonl',
  },
  'a result without its answer': {
    archive: () =>
      vouched(
        good,
        'results.jsonl',
        () =>
          `${JSON.stringify({ id: 'x', kind: 'idea', request_message_id: null, answer_message_id: 'no', title: '', text: '', created_at: '', raw: { data: {} } })}\n`,
      ),
    says: 'is not in messages.jsonl',
  },
};

const stateOf = (rig: SessionRig): unknown => [
  rig.session.listRooms(),
  rig.session.listOutbox(),
  rig.session.listFiles(null),
];

describe('[S-ARCHIVE-6] an archive', () => {
  test.each(Object.keys(cases))(
    'with %s is refused with a sentence, and nothing of it stays',
    async (name) => {
      using folder = new ProfileFolder();
      await using rig = await openOffline(folder);
      const before = stateOf(rig);
      const { archive, says } = cases[name] ?? { archive: () => good, says: '' };
      const failure = await imported(rig, archive()).then(
        () => 'It was imported.',
        (error: Error) => error.message,
      );
      expect(failure).toContain(says);
      expect(failure).toMatch(/^This file cannot be imported as a room\. [A-Z"].*\.$/s);
      expect(stateOf(rig)).toEqual(before);
      expect(readdirSync(join(folder.path, 'imports'))).toEqual([]);
      expect(readdirSync(join(folder.path, 'content'))).toEqual(['tmp']);
    },
  );

  test('that another program packed anew is read', async () => {
    using folder = new ProfileFolder();
    await using rig = await openOffline(folder);
    const members = unzipSync(good);
    const packed = zipSync({ ...members, 'files/': new Uint8Array() }, { level: 9 });
    expect(await imported(rig, packed)).toMatchObject({ isNew: true, messages: 3, files: 2 });
  });
});
