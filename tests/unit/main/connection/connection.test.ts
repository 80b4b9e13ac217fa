// The connection against a real WebSocket server that behaves well, badly, or not at all.
import { describe, expect, test } from 'vitest';
import type { ServerAccess } from '../../../../src/main/connection/connection-port.ts';
import { accessTo, connect, makeProfile, openTestServer } from './connection-rig.ts';

const frame = {
  code: 'chat',
  user_id: 'user-123',
  room_id: 'r',
  data: { message: 'hi', sender: 'user-123' },
};

describe('states', () => {
  test('[P-CONN-1] goes online, names its socket and sends', async () => {
    const received: string[] = [];
    await using server = await openTestServer((socket) => {
      socket.on('message', (data) => {
        received.push(String(data));
        socket.send(JSON.stringify({ status: 'success', code: 'chat_response', data: { message: 'hi' } }));
      });
    });
    await using rig = connect({ access: accessTo(server, { tenantId: 'tenant-1' }) });
    expect(rig.connection.state).toEqual({ state: 'connecting', attempt: 1 });
    expect(rig.connection.send(frame)).toBe(false);
    await rig.reach('online');
    expect(rig.connection.socketId).not.toBeNull();
    expect(rig.connection.send(frame)).toBe(true);
    await rig.hear(1);
    expect(received.map((text) => JSON.parse(text))).toEqual([frame]);
    expect(rig.incoming[0]).toMatchObject({ kind: 'frame', frame: { code: 'chat_response' } });
    expect(server.requests[0]?.url).toBe('/ws/secure?access_token=secret');
    expect(server.requests[0]?.headers['x-tenant-id']).toBe('tenant-1');
  });

  test('[P-CONN-2] a server that is not there is waited for, with the reason', async () => {
    await using rig = connect({ access: async () => null, profile: makeProfile('local') });
    expect(await rig.reach('waiting')).toEqual({
      state: 'waiting',
      attempt: 1,
      nextTryAt: '2026-01-01T00:00:00.250Z',
      lastError: 'The local engine is not running.',
    });
  });

  test('[P-CONN-3] nothing at the port is a state, not a failure', async () => {
    const server = await openTestServer();
    await server[Symbol.asyncDispose]();
    await using rig = connect({ access: accessTo(server) });
    expect(await rig.reach('waiting')).toMatchObject({
      lastError: `Nothing answers at ${new URL(server.baseUrl).host}.`,
    });
  });

  test('[P-CONN-1] offline is left only by choice', async () => {
    await using server = await openTestServer();
    await using rig = connect({ access: accessTo(server) });
    await rig.reach('online');
    rig.connection.setOffline(true);
    expect(rig.connection.state).toEqual({ state: 'offline' });
    expect(rig.connection.socketId).toBeNull();
    rig.clock.advance(600_000);
    expect(rig.connection.state).toEqual({ state: 'offline' });
    const before = rig.states.length;
    rig.connection.setOffline(false);
    await rig.reach('online', before);
    expect(server.sockets).toHaveLength(2);
  });
});

describe('reconnecting', () => {
  test('[P-CONN-4] back-off grows until the server proves that it works', async () => {
    await using server = await openTestServer((socket) => {
      if (server.sockets.length < 4) socket.close(1012);
    });
    await using rig = connect({ access: accessTo(server) });
    const waits: number[] = [];
    let from = 0;
    for (let round = 0; round < 3; round += 1) {
      const state = await rig.reach('waiting', from);
      if (state.state === 'waiting') waits.push(Date.parse(state.nextTryAt) - rig.clock.now());
      from = rig.states.length;
      rig.clock.advance(4000);
      await rig.reach('online', from);
    }
    expect(waits).toEqual([250, 500, 1000]);
    rig.connection.proveProgress();
    from = rig.states.length;
    server.sockets[3]?.terminate();
    expect(await rig.reach('waiting', from)).toMatchObject({ attempt: 0 });
  });

  test('[P-CONN-4] waits as long as the server asks', async () => {
    await using server = await openTestServer();
    server.refuse = 'HTTP/1.1 503 Busy\r\nRetry-After: 90\r\nContent-Length: 0\r\n\r\n';
    await using rig = connect({ access: accessTo(server) });
    expect(await rig.reach('waiting')).toMatchObject({ nextTryAt: '2026-01-01T00:01:30.000Z' });
  });

  test('[P-CONN-5] pings when quiet, and leaves a server that says nothing at all', async () => {
    await using server = await openTestServer();
    await using rig = connect({ access: accessTo(server) });
    await rig.reach('online');
    rig.clock.advance(20_000);
    await expect.poll(() => server.pings.length).toBe(1);
    rig.clock.advance(25_000);
    expect(rig.connection.state).toMatchObject({
      state: 'waiting',
      lastError: 'Nothing was heard from the server for 45 seconds.',
    });
  });

  test('[P-CONN-5] anything heard counts', async () => {
    await using server = await openTestServer();
    await using rig = connect({ access: accessTo(server) });
    await rig.reach('online');
    rig.clock.advance(40_000);
    server.sockets[0]?.send('{"status":"success","code":"system","data":{"message":"x"}}');
    await rig.hear(1);
    rig.clock.advance(40_000);
    expect(rig.connection.state.state).toBe('online');
  });

  test('[P-CONN-6] after sleep the old socket is not trusted', async () => {
    await using server = await openTestServer();
    await using rig = connect({ access: accessTo(server) });
    await rig.reach('online');
    const first = rig.connection.socketId;
    const from = rig.states.length;
    rig.clock.sleep(3_600_000);
    await rig.reach('online', from);
    expect(rig.connection.socketId).not.toBe(first);
    expect(server.sockets).toHaveLength(2);
  });
});

describe('signing in', () => {
  test.each([401, 403])('[P-AUTH-2] %i at the door pauses until told otherwise', async (status) => {
    await using server = await openTestServer();
    const body = '{"detail":"The token has expired."}';
    server.refuse = `HTTP/1.1 ${status} No\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`;
    await using rig = connect({ access: accessTo(server) });
    expect(await rig.reach('signed-out')).toEqual({
      state: 'signed-out',
      reason: `The server did not let us in (${status}). It says: The token has expired.`,
    });
    rig.clock.advance(600_000);
    expect(server.requests).toHaveLength(1);
    server.refuse = null;
    const from = rig.states.length;
    rig.connection.retry();
    await rig.reach('online', from);
  });

  test.each([1008, 4001, 4003, 4401])('[P-AUTH-2] close code %i pauses', async (code) => {
    await using server = await openTestServer((socket) => socket.close(code, 'who are you'));
    await using rig = connect({ access: accessTo(server) });
    expect(await rig.reach('signed-out')).toMatchObject({ reason: 'It says: who are you' });
  });

  test('[P-AUTH-2] without a token a ProductFlo server is not tried', async () => {
    await using server = await openTestServer();
    await using rig = connect({
      access: accessTo(server, { token: null }),
      profile: makeProfile('productflo'),
    });
    await rig.reach('signed-out');
    expect(server.requests).toHaveLength(0);
  });
});

describe('bad frames', () => {
  test('[P-FRAME-4] malformed text is kept with its reason, and the next frame is read', async () => {
    await using server = await openTestServer((socket) => {
      socket.send('not json');
      socket.send('[]');
      socket.send('{"status":"perhaps","code":"x"}');
      socket.send('{"status":"success","code":"brand_new","data":{"a":1},"extra":2}');
    });
    await using rig = connect({ access: accessTo(server) });
    await rig.hear(4);
    expect(rig.incoming.map((one) => (one.kind === 'frame' ? one.frame.code : one.reason))).toEqual([
      'The frame is not a JSON object.',
      'The frame is not a JSON object.',
      expect.stringContaining('frame.status'),
      'brand_new',
    ]);
    expect(rig.incoming[3]).toMatchObject({ frame: { extra: 2, data: { a: 1 } } });
  });
});

describe('slow servers', () => {
  test('[P-CONN-7] a server that does not read is not fed without bound, and is fed again when it reads', async () => {
    await using server = await openTestServer((socket) => socket.pause());
    await using rig = connect({ access: accessTo(server) });
    await rig.reach('online');
    const big = { ...frame, data: { ...frame.data, message: 'x'.repeat(1024 * 1024) } };
    let taken = 0;
    while (taken < 200 && rig.connection.send(big)) taken += 1;
    expect(taken).toBeGreaterThanOrEqual(8);
    expect(taken).toBeLessThan(200);
    const from = rig.states.length;
    server.sockets[0]?.resume();
    await rig.reach('online', from);
    expect(rig.connection.send(big)).toBe(true);
  });
});

describe('leaving', () => {
  test('[P-CONN-1] a disposed connection says and does nothing more', async () => {
    await using server = await openTestServer();
    const rig = connect({ access: accessTo(server) });
    await rig.reach('online');
    await rig[Symbol.asyncDispose]();
    const said = rig.states.length;
    rig.connection.retry();
    rig.connection.setOffline(false);
    rig.connection.signedOut('x');
    rig.clock.advance(600_000);
    expect(rig.states).toHaveLength(said);
    expect(rig.connection.send(frame)).toBe(false);
    expect(server.requests).toHaveLength(1);
  });

  test('[P-CONN-6] sleep while waiting ends the wait', async () => {
    let access: (() => Promise<ServerAccess>) | null = null;
    await using server = await openTestServer();
    await using rig = connect({
      access: async () => (access === null ? null : access()),
      random: () => 0.999,
    });
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await rig.reach(
        'waiting',
        rig.states.findLastIndex(({ state }) => state === 'connecting'),
      );
      if (attempt < 7) rig.clock.advance(60_000);
    }
    access = accessTo(server);
    rig.clock.sleep(30_000);
    await rig.reach('online');
  });
});
