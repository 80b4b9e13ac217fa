// The page's bytes by signed address: uploads, ranges, foreign and old addresses, uploads that break off.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readByteRange } from '../../../../src/main/workstation/byte-range.ts';
import { PageAddresses } from '../../../../src/main/workstation/page-addresses.ts';
import { Rig } from './workstation-rig.ts';

const bytes = Uint8Array.from({ length: 700_000 }, (_, index) => (index * 31 + (index >> 8)) & 0xff);

async function openWithFile(name = 'measured data.bin', content: Uint8Array<ArrayBuffer> | string = bytes) {
  const rig = await Rig.open();
  const room = await rig.ask('rooms.create', { title: 'Bytes' });
  const file = await rig.upload(room.id, name, content);
  const { url } = await rig.ask('files.url', { fileId: file.id });
  return { rig, room, file, url };
}

describe('a file', () => {
  test('comes back byte by byte, under its name, as nothing a browser would run', async () => {
    const { rig, url, file } = await openWithFile();
    await using _rig = rig;
    expect(file).toMatchObject({ sizeBytes: bytes.length, bytes: { state: 'stored' } });
    expect(url).toMatch(/^\/bytes\/[\w.-]+\/measured%20data\.bin$/);
    const answer = await rig.fetch(url);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-length': '700000',
      'content-type': 'application/octet-stream',
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  });

  test('comes in ranges as RFC 9110 asks', async () => {
    const { rig, url } = await openWithFile();
    await using _rig = rig;
    const part = async (range: string) => {
      const answer = await rig.fetch(url, { headers: { Range: range } });
      const content = new Uint8Array(await answer.arrayBuffer());
      return [answer.status, answer.headers.get('content-range'), content] as const;
    };
    expect(await part('bytes=0-0')).toEqual([206, 'bytes 0-0/700000', bytes.slice(0, 1)]);
    expect(await part('bytes=300000-')).toEqual([206, 'bytes 300000-699999/700000', bytes.slice(300_000)]);
    expect(await part('bytes=-5')).toEqual([206, 'bytes 699995-699999/700000', bytes.slice(-5)]);
    expect((await part('bytes=700000-'))[0]).toBe(416);
    expect((await part('bytes=700000-'))[1]).toBe('bytes */700000');
    expect((await part('bytes=5-2'))[0]).toBe(200);
    const head = await rig.fetch(url, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '700000', '']);
  });

  test('a page among the files is told to be plain text', async () => {
    const { rig, url } = await openWithFile('note.html', '<script>alert(1)</script>');
    await using _rig = rig;
    const type = (await rig.fetch(url)).headers.get('content-type');
    expect(['application/octet-stream', 'text/plain; charset=utf-8']).toContain(type);
  });

  test('an empty file is a file', async () => {
    const { rig, url, file } = await openWithFile('empty.txt', '');
    await using _rig = rig;
    expect(file.sizeBytes).toBe(0);
    const answer = await rig.fetch(url);
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });
});

describe('addresses', () => {
  test('any other than the signed one is refused with a sentence', async () => {
    const { rig, url } = await openWithFile();
    await using _rig = rig;
    const tampered = [
      url.replace('/bytes/', '/bytes/A'),
      url.replace(/\.[\w-]+\//, '.AAAA/'),
      '/bytes/../profiles.json',
      '/bytes/x.y/z',
      new PageAddresses().sign({ kind: 'file', profileId: 'local', fileId: '1' }, 'from another run'),
    ];
    for (const address of tampered) {
      const answer = await rig.fetch(address);
      expect([answer.status, await answer.json()]).toEqual([
        403,
        { message: 'This address is not valid any more: reload the page.' },
      ]);
    }
    expect((await rig.fetch(url, { method: 'DELETE' })).status).toBe(405);
    expect((await rig.fetch(url, { method: 'POST', body: 'x' })).status).toBe(405);
  });

  test('those of another profile are refused while it is not open', async () => {
    const { rig, url } = await openWithFile();
    await using _rig = rig;
    const { id } = await rig.ask('profiles.add', {
      name: 'Team',
      kind: 'engine',
      serverUrl: 'http://127.0.0.1:9',
      userId: 'ann',
    });
    await rig.ask('profiles.activate', { id });
    const answer = await rig.fetch(url);
    expect([answer.status, await answer.json()]).toEqual([
      422,
      { message: 'This address belongs to a profile that is not open now.' },
    ]);
    await rig.ask('profiles.activate', { id: 'local' });
    expect((await rig.fetch(url)).status).toBe(200);
  });

  test('read back what was signed, whatever it holds', () => {
    const addresses = new PageAddresses();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (roomId, name) => {
        const grant = { kind: 'upload', profileId: 'local', roomId, name } as const;
        const path = new URL(addresses.sign(grant, name), 'http://page.invalid').pathname;
        expect(addresses.read(path)).toEqual(grant);
      }),
    );
  });
});

describe('uploads', () => {
  test('one that breaks off leaves nothing behind', async () => {
    const { rig, room } = await openWithFile();
    await using _rig = rig;
    const { url } = await rig.ask('files.uploadUrl', { roomId: room.id, name: 'half.bin' });
    let sent = 0;
    const broken = new ReadableStream({
      pull(controller) {
        sent += 1;
        if (sent > 5) controller.error(new Error('the page went away'));
        else controller.enqueue(new Uint8Array(100_000));
      },
    });
    const answer = await rig.fetch(url, { method: 'POST', body: broken, ...{ duplex: 'half' } });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    const files = await rig.ask('files.list', { roomId: room.id });
    expect(files.map(({ name }) => name)).toEqual(['measured data.bin']);
    expect(readdirSync(join(rig.folder.path, 'profiles/local/content/tmp'))).toEqual([]);
  });

  test('one for a room that is not there is refused with a sentence', async () => {
    const { rig } = await openWithFile();
    await using _rig = rig;
    const { url } = await rig.ask('files.uploadUrl', { roomId: 'nowhere', name: 'a.txt' });
    const answer = await rig.fetch(url, { method: 'POST', body: 'x' });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toEqual({ message: expect.stringContaining('nowhere') });
  });
});

describe('byte ranges', () => {
  test('lie within the file and are what slicing gives', () => {
    const whole = fc.nat({ max: 50 });
    fc.assert(
      fc.property(whole, whole, whole, (size, from, to) => {
        const range = readByteRange(`bytes=${from}-${to}`, size);
        const content = Array.from({ length: size }, (_, index) => index);
        if (to < from) expect(range).toBeNull();
        else if (from >= size) expect(range).toBe('unsatisfiable');
        else {
          const expected = content.slice(from, to + 1);
          expect(range).toEqual({ first: expected[0], last: expected.at(-1) });
        }
      }),
    );
  });

  test.each(['', 'items=0-1', 'bytes=', 'bytes=-', 'bytes=a-b', 'bytes=0-1,3-4'])(
    '%j means the whole file',
    (header) => {
      expect(readByteRange(header, 10)).toBeNull();
    },
  );
});
