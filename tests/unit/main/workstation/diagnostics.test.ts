// The diagnostics bundle: what it tells, and that no planted secret, word or name gets into it.
import { unzipSync } from 'fflate';
import { appendFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mask, withoutSecrets } from '../../../../src/main/diagnostics/mask.ts';
import { Rig } from './workstation-rig.ts';

const planted = {
  token: 'TOKEN-9f8e7d6c5b4a',
  apiKey: 'sk-KEY-1a2b3c4d5e6f',
  message: 'The valve of prototype seven leaks',
  draft: 'half a thought about titanium',
  file: 'confidential-impeller.step',
  room: 'Secret pump project',
  mail: 'anna@pumps.example',
};

test('[S-DIAGNOSE-1] holds versions, counts and logs, and nothing of what was planted', async () => {
  await using rig = await Rig.open();
  await rig.ask('connection.setOffline', { offline: true });
  const { id: roomId } = await rig.ask('rooms.create', { title: planted.room });
  const file = await rig.upload(roomId, planted.file, 'ISO-10303-21;');
  await rig.ask('messages.send', { roomId, kind: 'chat', text: planted.message, fileIds: [file.id] });
  await rig.ask('drafts.set', { roomId, text: planted.draft });
  const team = {
    name: 'Team',
    kind: 'engine',
    serverUrl: 'http://127.0.0.1:9/path?token=x',
    userId: planted.mail,
  } as const;
  const { id } = await rig.ask('profiles.add', team);
  await rig.ask('profiles.setToken', { id, token: planted.token });
  const model = { baseUrl: 'http://127.0.0.1:9/v1', name: 'small' };
  await rig.ask('model.set', { model, isOn: true, apiKey: planted.apiKey });
  const log = join(rig.folder.path, 'logs/workstation.log');
  appendFileSync(
    log,
    [
      `GET wss://api.example/ws?access_token=${planted.token} failed`,
      `somebody wrote a bare ${planted.token} and a bare ${planted.apiKey} here`,
      `files.preview: "${planted.file}" cannot be read for ${planted.mail}`,
      `A frame: {"data":{"message":"${planted.message}"}} “${planted.room}”`,
      `ENOENT: no such file, open '${homedir()}/x'`,
      'the last line',
    ].join('\n'),
  );
  const { url, name } = await rig.ask('app.diagnosticsUrl', {});
  expect(name).toMatch(/^workstation-diagnostics-\d{4}-\d\d-\d\d\.zip$/);
  const answer = await rig.fetch(url);
  const members = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const texts = Object.entries(members).map(
    ([member, bytes]) => [member, Buffer.from(bytes).toString('utf8')] as const,
  );
  expect(texts.map(([member]) => member)).toEqual([
    'README.txt',
    'about.json',
    'settings.json',
    'servers.json',
    'connection.json',
    'database.json',
    'workstation.log',
  ]);
  const all = texts.map(([, text]) => text).join('\n');
  for (const secret of Object.values(planted)) expect(all).not.toContain(secret);
  expect(all).not.toContain(`${homedir()}/x`);
  const bundle = new Map(texts);
  expect(JSON.parse(bundle.get('database.json') ?? '')).toMatchObject({
    rooms: 1,
    messages: 1,
    queue: { waiting: 1 },
    files: { stored: 1 },
    integrity_check: { findings: 0 },
  });
  expect(JSON.parse(bundle.get('about.json') ?? '')).toMatchObject({
    version: '0.0.0-test',
    shell: 'browser',
  });
  expect(JSON.parse(bundle.get('servers.json') ?? '')).toContainEqual(
    expect.objectContaining({ origin: 'http://127.0.0.1:9', signedIn: true }),
  );
  expect(bundle.get('workstation.log')).toContain('the last line');
  expect(JSON.parse(bundle.get('connection.json') ?? '')).toMatchObject({ connection: { state: 'offline' } });
});

describe('a masked line', () => {
  test.each([
    ['open "a name.step": ENOENT', 'open "[text]": ENOENT'],
    ['“said” and «dit»', '"[text]" and "[text]"'],
    ['{"a":"b \\" c"}', '{"[text]":"[text]"}'],
    ['to bob@example.org now', 'to [mail] now'],
    ['GET https://user:pw@h.example/p?q=1#f', 'GET https://h.example/p?[hidden]'],
    ['The socket closed with 1006.', 'The socket closed with 1006.'],
  ])('of %s', (line, masked) => {
    expect(mask(line)).toBe(masked);
  });

  test('has none of the known secrets, wherever they stand', () => {
    expect(withoutSecrets('xABCDx ABCD', ['ABCD', ''])).toBe('x[hidden]x [hidden]');
  });
});
