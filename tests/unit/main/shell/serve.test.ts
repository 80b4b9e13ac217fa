// The browser shell over real HTTP and WebSockets: who may come in, what the page is told, how bytes go in and out.
import { connect } from 'node:net';
import { once } from 'node:events';
import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import { describe, expect, test, vi } from 'vitest';
import { serveWorkstation } from '../../../../src/main/shell/browser/serve-workstation.ts';
import { patienceMs } from '../workstation/workstation-rig.ts';
import { ServeRig } from './serve-rig.ts';

describe('the page', () => {
  test('is served under a strict policy', async () => {
    await using rig = await ServeRig.open();
    const { status, headers, body } = await rig.ask('/');
    expect([status, String(body)]).toEqual([200, '<!doctype html><title>page</title>']);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-cache',
    });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${rig.served.port}`);
    expect(policy).not.toContain('unsafe-eval;');
    const script = await rig.ask('/assets/index-a1b2c3d4.js');
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(script.headers['cache-control']).toContain('immutable');
    expect((await rig.ask('/', { method: 'HEAD' })).body).toHaveLength(0);
  });

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '//etc/passwd',
    '/%00',
    '/%zz',
    '/assets',
    '/missing.js',
  ])('names nothing outside of its folder: %s', async (path) => {
    await using rig = await ServeRig.open();
    const { status, body } = await rig.ask(path);
    expect([404, 403]).toContain(status);
    expect(String(body)).not.toContain('outside of the page');
  });

  test('takes no other method than reading', async () => {
    await using rig = await ServeRig.open();
    expect((await rig.ask('/', { method: 'PUT', body: 'x' })).status).toBe(405);
  });
});

describe('who may come in', () => {
  test('a name that was pointed at this machine is refused', async () => {
    await using rig = await ServeRig.open();
    for (const host of [
      'evil.example',
      `evil.example:${rig.served.port}`,
      `localhost:${rig.served.port}`,
      '127.0.0.1',
    ]) {
      const { status, body } = await rig.ask('/', { headers: { Host: host } });
      expect([status, String(body)]).toEqual([403, `This workstation answers to ${rig.origin} only.`]);
    }
  });

  test('a page of another origin is refused, for bytes as well', async () => {
    await using rig = await ServeRig.open();
    const { id: roomId } = await rig.rig.ask('rooms.create', { title: 'R' });
    const { url } = await rig.rig.ask('files.uploadUrl', { roomId, name: 'a.txt' });
    const answer = await rig.ask(url, {
      method: 'POST',
      body: 'x',
      headers: { Origin: 'https://evil.example' },
    });
    expect([answer.status, String(answer.body)]).toEqual([
      403,
      'Pages of https://evil.example may not use this workstation.',
    ]);
    expect(await rig.rig.ask('files.list', { roomId })).toEqual([]);
  });

  test('the bridge needs our origin, our path and the token of this run', async () => {
    await using rig = await ServeRig.open();
    const { socket } = await rig.connect().ready();
    expect(socket.protocol).toBe('workstation.v1');
    expect(await rig.connect({ token: 'wrong' }).ended).toBe(4401);
    expect(await rig.connect({ token: '' }).ended).toBe(4401);
    expect(await rig.connect({ origin: 'https://evil.example' }).ended).toBe('refused');
    expect(await rig.connect({ origin: `http://localhost:${rig.served.port}` }).ended).toBe('refused');
    expect(await rig.connect({ path: '/other' }).ended).toBe('refused');
  });

  test('the bridge without an Origin is no page of ours', async () => {
    await using rig = await ServeRig.open();
    const { WebSocket } = await import('ws');
    const stranger = new WebSocket(`ws://127.0.0.1:${rig.served.port}/bridge`, [
      'workstation.v1',
      `token.${rig.token}`,
    ]);
    const [error] = await once(stranger, 'error');
    expect(String(error)).toContain('403');
  });
});

describe('the bridge', () => {
  test('answers calls and tells events to every page', async () => {
    await using rig = await ServeRig.open();
    const one = await rig.connect().ready();
    const two = await rig.connect().ready();
    expect(await one.call(1, 'rooms.create', { title: 'Shared' })).toMatchObject({
      result: { title: 'Shared' },
    });
    const isRoom = (message: object) => JSON.stringify(message).includes('"room.changed"');
    expect(await one.hear(isRoom)).toMatchObject({
      jsonrpc: '2.0',
      method: 'event',
      params: { name: 'room.changed' },
    });
    expect(await two.hear(isRoom)).toMatchObject({ params: { payload: { title: 'Shared' } } });
  });

  test('a failure keeps its code and field', async () => {
    await using rig = await ServeRig.open();
    const page = await rig.connect().ready();
    expect(await page.call(7, 'rooms.create', { title: '' })).toEqual({
      jsonrpc: '2.0',
      id: 7,
      error: {
        code: -32_000,
        message: 'rooms.create was refused. title: a room needs a title.',
        data: { code: 'INPUT', field: 'title' },
      },
    });
    expect(await page.call(8, 'no.such', {})).toMatchObject({ error: { data: { code: 'CALL_UNKNOWN' } } });
  });

  test('nonsense is answered, not fatal', async () => {
    await using rig = await ServeRig.open();
    const page = await rig.connect().ready();
    page.socket.send('no JSON');
    expect(await page.hear((message) => JSON.stringify(message).includes('-32700'))).toMatchObject({
      id: null,
    });
    page.socket.send('{"jsonrpc":"1.0"}');
    expect(await page.hear((message) => JSON.stringify(message).includes('-32600'))).toMatchObject({
      id: null,
    });
    expect(await page.call(9, 'app.info', {})).toMatchObject({ result: { shell: 'browser' } });
    page.socket.send(Buffer.of(1, 2, 3));
    expect(await page.ended).toBe(1003);
  });

  test('pages are told when the workstation closes', async () => {
    const rig = await ServeRig.open();
    const page = await rig.connect().ready();
    await rig[Symbol.asyncDispose]();
    expect(await page.ended).toBe(1001);
  });
});

describe('bytes', () => {
  test('go in by POST and come out whole and in ranges', async () => {
    await using rig = await ServeRig.open();
    const bytes = Buffer.alloc(3_000_000, 'turbine ');
    const { id: roomId } = await rig.rig.ask('rooms.create', { title: 'R' });
    const { url: into } = await rig.rig.ask('files.uploadUrl', { roomId, name: 'Prüfling Ω.bin' });
    const posted = await rig.ask(into, { method: 'POST', body: bytes, headers: { Origin: rig.origin } });
    expect(posted.status).toBe(201);
    const file = JSON.parse(String(posted.body));
    expect(file).toMatchObject({ name: 'Prüfling Ω.bin', sizeBytes: bytes.length });
    const { url } = await rig.rig.ask('files.url', { fileId: file.id });
    expect((await rig.ask(url)).body.equals(bytes)).toBe(true);
    const part = await rig.ask(url, { headers: { Range: 'bytes=2999992-' } });
    expect([part.status, String(part.body)]).toEqual([206, 'turbine ']);
  });

  test.skipIf(process.platform !== 'linux')(
    'a page that leaves in the middle of a file closes it',
    async () => {
      await using rig = await ServeRig.open();
      const { id: roomId } = await rig.rig.ask('rooms.create', { title: 'R' });
      const file = await rig.rig.upload(roomId, 'large.bin', new Uint8Array(60_000_000));
      const { url } = await rig.rig.ask('files.url', { fileId: file.id });
      const openFiles = () =>
        readdirSync('/proc/self/fd').filter((fd) => {
          const path = `/proc/self/fd/${fd}`;
          return existsSync(path) && readlinkSync(path).includes('/content/');
        });
      const socket = connect(rig.served.port, '127.0.0.1');
      socket.write(`GET ${url} HTTP/1.1\r\nHost: ${new URL(rig.origin).host}\r\n\r\n`);
      await once(socket, 'data');
      expect(openFiles()).toHaveLength(1);
      socket.destroy();
      await vi.waitFor(() => expect(openFiles()).toEqual([]), { timeout: patienceMs });
    },
  );

  test('a refused upload is read to its end, so that the page hears why', async () => {
    await using rig = await ServeRig.open();
    const { url } = await rig.rig.ask('files.uploadUrl', { roomId: 'nowhere', name: 'big.bin' });
    const answer = await rig.ask(url, { method: 'POST', body: Buffer.alloc(20_000_000) });
    expect(answer.status).toBe(422);
    expect(JSON.parse(String(answer.body)).message).toContain('nowhere');
    expect((await rig.ask('/')).status).toBe(200);
  });

  test('an upload whose page goes away leaves nothing', async () => {
    await using rig = await ServeRig.open();
    const { id: roomId } = await rig.rig.ask('rooms.create', { title: 'R' });
    const { url } = await rig.rig.ask('files.uploadUrl', { roomId, name: 'half.bin' });
    const socket = connect(rig.served.port, '127.0.0.1');
    const { host } = new URL(rig.origin);
    socket.write(`POST ${url} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 1000000\r\n\r\n`);
    await new Promise((resolve) => socket.write(Buffer.alloc(300_000), resolve));
    const halfWritten = () => readdirSync(`${rig.rig.folder.path}/profiles/team/content/tmp`);
    await vi.waitFor(() => expect(halfWritten()).toHaveLength(1), { timeout: patienceMs });
    socket.destroy();
    await vi.waitFor(() => expect(halfWritten()).toEqual([]), { timeout: patienceMs });
    expect(await rig.rig.ask('files.list', { roomId })).toEqual([]);
    expect((await rig.ask('/')).status).toBe(200);
  });
});

test('a port in use is refused with a sentence that names it', async () => {
  await using rig = await ServeRig.open();
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await expect(
    serveWorkstation({ workstation: rig.rig.workstation, rendererDir: '/nowhere', port }),
  ).rejects.toThrow(`Port ${port} is in use by another program. Choose another with --port`);
  other.close();
});
