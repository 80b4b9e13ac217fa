// The doors of the engine: sockets, tokens, origins, uploads and downloads.
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { readCommandLine } from '../../../src/engine/command-line.ts';
import { fileObjectSchema } from '../../../src/shared/protocol/response-data.ts';
import { detailsSchema, openRig, TestClient } from './engine-rig.ts';

/** The HTTP status an upgrade is answered with. */
function knock(url: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { headers });
    socket.on('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    socket.on('error', reject);
  });
}

describe('sockets', () => {
  test('[P-DOOR-1] /ws and /ws/secure open and greet with the user id this socket may use', async () => {
    await using engine = await openRig();
    for (const path of ['/ws', '/ws/secure']) {
      using client = await TestClient.open(engine.port, 'ann', path);
      const greeting = client.frames[0];
      expect(greeting).toMatchObject({ status: 'success', code: 'system' });
      expect(greeting?.data['details']).toMatchObject({
        event_type: 'connection_status',
        user_id: greeting?.user_id,
      });
    }
    expect(await knock(`ws://127.0.0.1:${engine.port}/elsewhere`)).toBe(404);
  });

  test('[P-DOOR-2] with a team token nobody comes in without one, however it is sent', async () => {
    await using engine = await openRig({ token: 'team-token' });
    const base = `ws://127.0.0.1:${engine.port}`;
    expect(await knock(`${base}/ws`)).toBe(401);
    expect(await knock(`${base}/ws/secure?access_token=wrong`)).toBe(401);
    expect(await knock(`${base}/ws/secure?access_token=team-token`)).toBe(101);
    expect(await knock(`${base}/ws?token=team-token`)).toBe(101);
    expect(await knock(`${base}/ws`, { Authorization: 'Bearer team-token' })).toBe(101);
    expect((await fetch(`${engine.url}/rooms`)).status).toBe(401);
    expect(
      (await fetch(`${engine.url}/rooms`, { headers: { Authorization: 'Bearer team-token' } })).status,
    ).toBe(200);
  });

  test('[P-DOOR-3] off loopback a token is mandatory', () => {
    const args = ['--port', '0', '--data', '/tmp/x', '--host', '0.0.0.0'];
    expect(() => readCommandLine(args, {})).toThrow('--token is mandatory with --host 0.0.0.0');
    expect(readCommandLine([...args, '--token', 'long-enough'], {})).toMatchObject({ token: 'long-enough' });
    expect(readCommandLine(['--port', '0', '--data', '/tmp/x'], {})).toMatchObject({ token: null });
  });

  test('[P-DOOR-4] pages of other origins and foreign host names are refused', async () => {
    await using engine = await openRig();
    const url = `ws://127.0.0.1:${engine.port}/ws`;
    expect(await knock(url, { Origin: 'https://evil.example' })).toBe(403);
    expect(await knock(url, { Host: 'evil.example' })).toBe(403);
    expect(await knock(url, { Origin: `http://127.0.0.1:${engine.port}` })).toBe(101);
  });

  test('[P-DOOR-5] who signed in speaks for nobody else', async () => {
    await using engine = await openRig({ token: 'team-token' });
    const reply = await fetch(`${engine.url}/auth/login`, {
      method: 'POST',
      body: JSON.stringify({ email: 'ann@example.com', password: 'team-token' }),
    });
    const { session, user } = z
      .object({ session: z.object({ access_token: z.string() }), user: z.object({ id: z.string() }) })
      .parse(await reply.json());
    using client = await TestClient.open(
      engine.port,
      'bob',
      `/ws/secure?access_token=${session.access_token}`,
    );
    expect(client.frames[0]?.user_id).toBe(user.id);
    client.send('chat', 'r', { message: 'I am Bob' });
    const error = await client.next(({ status }) => status === 'error');
    expect(detailsSchema.parse(error.data['details']).error_code).toBe('PERMISSION_DENIED');
  });

  test('[P-DOOR-6] a frame of more than 1 MiB closes the socket with 1009', async () => {
    await using engine = await openRig();
    using client = await TestClient.open(engine.port, 'ann');
    const closed = client.closed();
    client.send('chat', 'r', { message: 'x'.repeat(1024 * 1024) });
    expect(await closed).toBe(1009);
  });
});

describe('files', () => {
  const upload = async (url: string, form: FormData): Promise<Response> =>
    fetch(`${url}/files/upload`, { method: 'POST', body: form });

  test('[P-UPLOAD-1] an upload answers with the file object, and the bytes come back whole or in part', async () => {
    await using engine = await openRig();
    const bytes = Buffer.from('0123456789'.repeat(1000));
    const form = new FormData();
    form.set('file', new File([bytes], 'plate.step'));
    form.set('product_id', 'prod-1');
    form.set('tags', 'a,b');
    const file = fileObjectSchema.parse(await (await upload(engine.url, form)).json());
    expect(file).toMatchObject({
      name: 'plate.step',
      size: bytes.length,
      mime_type: 'model/step',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      product_id: 'prod-1',
      tags: ['a', 'b'],
      url: `/files/${file.id}/download`,
    });
    const whole = await fetch(`${engine.url}${file.url}`);
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
    const part = await fetch(`${engine.url}${file.url}`, { headers: { Range: 'bytes=9995-' } });
    expect([part.status, await part.text()]).toEqual([206, '56789']);
    const beyond = await fetch(`${engine.url}${file.url}`, { headers: { Range: 'bytes=10000-' } });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */10000']);
  });

  test('[P-UPLOAD-2] several files answer as a list, none is refused, and a path is no name', async () => {
    await using engine = await openRig();
    const form = new FormData();
    form.append('file', new File(['a'], '../../a.txt'));
    form.append('file', new File(['b'], 'b.txt'));
    const reply = z
      .object({ files: z.array(fileObjectSchema) })
      .parse(await (await upload(engine.url, form)).json());
    expect(reply.files.map(({ name }) => name)).toEqual(['a.txt', 'b.txt']);
    const empty = new FormData();
    empty.set('description', 'nothing');
    const refused = await upload(engine.url, empty);
    expect([refused.status, await refused.json()]).toEqual([
      422,
      { detail: 'file: field required; send at least one file part.', error_code: 'VALIDATION_ERROR' },
    ]);
  });

  test('[P-UPLOAD-3] an upload that breaks off leaves no file', async () => {
    await using engine = await openRig();
    await new Promise<void>((resolve) => {
      const sending = request(`${engine.url}/files/upload`, {
        method: 'POST',
        headers: { 'Content-Type': 'multipart/form-data; boundary=b', 'Content-Length': 1_000_000 },
      });
      sending.on('error', () => resolve());
      const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf';
      sending.write(head, () => sending.destroy(new Error('cable pulled')));
    });
    await expect.poll(() => readdirSync(join(engine.dataDir, 'work'))).toEqual([]);
    expect(readdirSync(join(engine.dataDir, 'content'))).toEqual([]);
    expect((await fetch(`${engine.url}/health`)).status).toBe(200);
  });
});
