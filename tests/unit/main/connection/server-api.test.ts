// The REST half against a real engine, and against servers that redirect, break off and refuse.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createServerApi } from '../../../../src/main/connection/http-server-api.ts';
import { checkAddress, identifyingHeaders } from '../../../../src/main/connection/own-origin.ts';
import type { ServerApi, UploadSource } from '../../../../src/main/connection/server-api-port.ts';
import { openRig, TestClient } from '../../engine/engine-rig.ts';
import { quietLog } from './connection-rig.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'server-api-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const never = new AbortController().signal;
const apiOf = (baseUrl: string, token: string | null = 'secret', tenantId: string | null = null): ServerApi =>
  createServerApi({ access: async () => ({ baseUrl, token, tenantId }), log: quietLog });

function sourceOf(bytes: Uint8Array, name = 'plate.step'): UploadSource {
  const path = join(folder, createHash('sha256').update(bytes).digest('hex'));
  writeFileSync(path, bytes);
  return { path, name, mediaType: 'model/step', sizeBytes: bytes.length };
}

interface Server extends AsyncDisposable {
  readonly url: string;
  readonly requests: IncomingMessage[];
}

async function serve(answer: RequestListener): Promise<Server> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe('against the engine', () => {
  test('[P-REST-1] signs in with e-mail and password', async () => {
    await using engine = await openRig({ token: 'team-token' });
    const signedIn = await apiOf(engine.url, null).login('ann@example.com', 'team-token');
    expect(signedIn).toMatchObject({ expiresInSeconds: 3600, refreshToken: expect.any(String) });
    expect(await apiOf(engine.url, signedIn.accessToken).listRooms()).toEqual([]);
    await expect(apiOf(engine.url, null).login('ann@example.com', 'wrong')).rejects.toMatchObject({
      kind: 'auth',
      message: 'The e-mail address or the password is wrong.',
    });
  });

  test('[P-REST-2] uploads with progress and downloads the same bytes', async () => {
    await using engine = await openRig({ token: 'team-token' });
    const api = apiOf(engine.url, 'team-token');
    const bytes = Buffer.alloc(3_000_001, 'ISO-10303-21; ');
    const progress: number[] = [];
    const name = 'Träger "A" ⌀12.step';
    const file = await api.upload(sourceOf(bytes, name), (sent) => progress.push(sent), never);
    expect(progress.at(-1)).toBe(bytes.length);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(file).toMatchObject({ size: bytes.length, mime_type: 'model/step' });
    const toPath = join(folder, 'fetched');
    expect(await api.download({ id: file.id }, toPath, never)).toEqual({
      sizeBytes: bytes.length,
      mediaType: 'model/step',
    });
    expect(readFileSync(toPath).equals(bytes)).toBe(true);
    await api.download({ url: file.url ?? '' }, join(folder, 'again'), never);
    expect(readFileSync(join(folder, 'again')).equals(bytes)).toBe(true);
  });

  test('[P-REST-5] lists rooms', async () => {
    await using engine = await openRig();
    using client = await TestClient.open(engine.port, 'ann');
    await client.join('room-1', { title: 'Thermostat', product_id: 'prod-1' });
    expect(await apiOf(engine.url, null).listRooms()).toEqual([
      { id: 'room-1', title: 'Thermostat', productId: 'prod-1' },
    ]);
  });

  test('[P-REST-4] a missing file and a missing token are told in the words of the server', async () => {
    await using engine = await openRig({ token: 'team-token' });
    const to = join(folder, 'x');
    await expect(apiOf(engine.url, 'team-token').download({ id: 'nope' }, to, never)).rejects.toMatchObject({
      kind: 'refused',
      status: 404,
      message: 'There is no file nope.',
    });
    await expect(apiOf(engine.url, null).download({ id: 'nope' }, to, never)).rejects.toMatchObject({
      kind: 'auth',
      status: 401,
    });
    expect(existsSync(to)).toBe(false);
  });
});

describe('sign-in elsewhere', () => {
  const reply = (body: unknown): Promise<Server> =>
    serve((_request, response) => response.end(JSON.stringify(body)));

  test('[P-REST-1] a top-level token is taken where there is no session', async () => {
    await using server = await reply({ token: 't', user: { id: 'u' } });
    expect(await apiOf(server.url).login('a@b.c', 'p')).toEqual({
      userId: 'u',
      accessToken: 't',
      refreshToken: null,
      expiresInSeconds: null,
    });
  });

  test('[P-REST-1] the session wins, and its subject names the user where nothing else does', async () => {
    const claims = Buffer.from(JSON.stringify({ sub: 'user-9' })).toString('base64url');
    await using server = await reply({ token: 'other', session: { access_token: `h.${claims}.s` } });
    expect(await apiOf(server.url).login('a@b.c', 'p')).toMatchObject({
      userId: 'user-9',
      accessToken: `h.${claims}.s`,
    });
  });

  test('[P-REST-1] a reply without a token says so', async () => {
    await using server = await reply({ user: { id: 'u' } });
    await expect(apiOf(server.url).login('a@b.c', 'p')).rejects.toThrow('sent no access token');
  });
});

describe('the token stays at home', () => {
  const sees = (request: IncomingMessage | undefined): unknown[] => [
    request?.headers.authorization,
    request?.headers['x-tenant-id'],
  ];

  test('[P-REST-3] own addresses get it, others and redirects to others do not', async () => {
    await using away = await serve((_request, response) => response.end('away'));
    await using home = await serve((request, response) => {
      if (request.url === '/go') response.writeHead(302, { Location: `${away.url}/there` }).end();
      else response.end('home');
    });
    const api = apiOf(home.url, 'secret', 'tenant-1');
    await api.download({ url: '/file.step' }, join(folder, 'a'), never);
    expect(sees(home.requests[0])).toEqual(['Bearer secret', 'tenant-1']);
    await api.download({ url: '/go' }, join(folder, 'b'), never);
    await api.download({ url: `${away.url}/direct` }, join(folder, 'c'), never);
    expect(away.requests.map((request) => [request.url, ...sees(request)])).toEqual([
      ['/there', undefined, undefined],
      ['/direct', undefined, undefined],
    ]);
    expect(readFileSync(join(folder, 'c'), 'utf8')).toBe('away');
  });

  test('[P-REST-3] another port, scheme or name is another origin', () => {
    const access = { baseUrl: 'https://api.example.com/v1', token: 't', tenantId: null };
    const headersAt = (url: string): Record<string, string> => identifyingHeaders(access, new URL(url));
    expect(headersAt('https://api.example.com/files/a')).toEqual({ Authorization: 'Bearer t' });
    for (const url of ['http://api.example.com/', 'https://api.example.com:8443/', 'https://example.com/']) {
      expect(headersAt(url)).toEqual({});
    }
  });

  test('[P-REST-3] a server elsewhere may not send us to this machine', () => {
    const access = { baseUrl: 'https://api.example.com', token: 't', tenantId: null };
    const inside = [
      'http://127.0.0.1:9/',
      'http://localhost/',
      'http://[::1]/',
      'http://169.254.169.254/',
      'http://0x7f.1/',
    ];
    for (const url of inside) {
      expect(() => checkAddress(access, new URL(url))).toThrow('an address inside this machine');
    }
    expect(() => checkAddress(access, new URL('https://files.example.net/a'))).not.toThrow();
  });

  test('[P-REST-3] only http and https are fetched, and redirects end', async () => {
    await using home = await serve((_request, response) =>
      response.writeHead(302, { Location: '/again' }).end(),
    );
    const api = apiOf(home.url);
    const to = join(folder, 'x');
    await expect(api.download({ url: 'file:///etc/passwd' }, to, never)).rejects.toThrow('file: address');
    await expect(api.download({ url: '/a' }, to, never)).rejects.toThrow('sends us on and on');
    await expect(api.download({ id: '..' }, to, never)).rejects.toThrow('is no file id');
  });
});

describe('odd servers', () => {
  test('[P-REST-6] bytes that a server encodes unasked are decoded', async () => {
    await using server = await serve((request, response) => {
      expect(request.headers['accept-encoding']).toBe('identity');
      response.writeHead(200, { 'Content-Encoding': 'gzip', ETag: '"x"' }).end(gzipSync('plain'));
    });
    const to = join(folder, 'x');
    expect(await apiOf(server.url).download({ id: 'f' }, to, never)).toMatchObject({ sizeBytes: 5 });
    expect(readFileSync(to, 'utf8')).toBe('plain');
  });

  test('[P-REST-4] an answer that is no JSON, or no file object, is refused with a sentence', async () => {
    let body = '<html>';
    await using server = await serve((request, response) => {
      request.resume();
      request.on('end', () => response.end(body));
    });
    const api = apiOf(server.url);
    const source = sourceOf(Buffer.from('abc'));
    await expect(api.upload(source, () => {}, never)).rejects.toThrow('is not JSON');
    body = '{"ok":true}';
    await expect(api.upload(source, () => {}, never)).rejects.toThrow('named no file id');
    for (const wrapped of [
      { id: 'f', name: 'n' },
      [{ id: 'f', name: 'n' }],
      { file: { id: 'f', name: 'n' } },
    ]) {
      body = JSON.stringify(wrapped);
      expect(await api.upload(source, () => {}, never)).toMatchObject({ id: 'f' });
    }
  });

  test('[P-REST-4] a server that answers before the upload is through is heard', async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(413, { Connection: 'close' }).end('{"detail":"At most 1 MB."}');
    });
    const sending = apiOf(server.url).upload(sourceOf(Buffer.alloc(30_000_000)), () => {}, never);
    await expect(sending).rejects.toMatchObject({
      message: expect.stringMatching(/At most 1 MB|broke the connection/),
    });
  });
});

describe('bad networks', () => {
  test('[P-REST-6] a broken download goes on where it broke, if it is still the same file', async () => {
    let bytes = Buffer.alloc(400_000, 'abcdefg');
    let etag = '"one"';
    let knowsIfRange = true;
    await using server = await serve((request, response) => {
      const { range, 'if-range': ifRange } = request.headers;
      const isWhole = range === undefined || (knowsIfRange && ifRange !== undefined && ifRange !== etag);
      const from = isWhole ? 0 : Number(/\d+/.exec(range)?.[0]);
      response.writeHead(from === 0 ? 200 : 206, {
        ETag: etag,
        'Content-Length': bytes.length - from,
        ...(from === 0 ? {} : { 'Content-Range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` }),
      });
      if (server.requests.length % 2 === 0) return void response.end(bytes.subarray(from));
      response.write(bytes.subarray(from, from + 150_000), () => setTimeout(() => response.destroy(), 50));
    });
    const to = join(folder, 'x');
    const api = apiOf(server.url);
    await expect(api.download({ id: 'f' }, to, never)).rejects.toMatchObject({ kind: 'retryable' });
    expect(await api.download({ id: 'f' }, to, never)).toMatchObject({ sizeBytes: bytes.length });
    expect(server.requests[1]?.headers.range).toMatch(/^bytes=[1-9]\d*-$/);
    expect(readFileSync(to).equals(bytes)).toBe(true);

    rmSync(to);
    await expect(api.download({ id: 'f' }, to, never)).rejects.toMatchObject({ kind: 'retryable' });
    etag = '"two"';
    bytes = Buffer.alloc(400_000, 'another');
    await api.download({ id: 'f' }, to, never);
    expect(server.requests[3]?.headers['if-range']).toBe('"one"');
    expect(readFileSync(to).equals(bytes)).toBe(true);
    expect(existsSync(`${to}.etag`)).toBe(false);

    rmSync(to);
    knowsIfRange = false;
    await expect(api.download({ id: 'f' }, to, never)).rejects.toMatchObject({ kind: 'retryable' });
    etag = '"three"';
    bytes = Buffer.alloc(400_000, 'a third');
    await expect(api.download({ id: 'f' }, to, never)).rejects.toMatchObject({ kind: 'retryable' });
    await api.download({ id: 'f' }, to, never);
    expect(readFileSync(to).equals(bytes)).toBe(true);
  });

  test('[P-REST-6] a server that is away is retryable, with a sentence', async () => {
    const server = await serve(() => {});
    await server[Symbol.asyncDispose]();
    await expect(apiOf(server.url).listRooms()).rejects.toMatchObject({
      kind: 'retryable',
      message: `Nothing answers at ${new URL(server.url).host}.`,
    });
    const nowhere = createServerApi({ access: async () => null, log: quietLog });
    await expect(nowhere.listRooms()).rejects.toMatchObject({ kind: 'retryable' });
  });

  test('[P-REST-6] uploads and downloads can be broken off', async () => {
    await using server = await serve((request, response) => {
      if (request.method === 'GET') response.writeHead(200, { 'Content-Length': 10 }).write('12345');
      else request.resume();
    });
    const api = apiOf(server.url);
    const stop = new AbortController();
    const sending = api.upload(sourceOf(Buffer.alloc(50_000_000)), () => stop.abort(), stop.signal);
    await expect(sending).rejects.toMatchObject({ name: 'AbortError' });
    const other = new AbortController();
    const fetching = api.download({ id: 'f' }, join(folder, 'x'), other.signal);
    setTimeout(() => other.abort(), 50);
    await expect(fetching).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('[P-REST-4] statuses say whether to try again', async () => {
    let status = 500;
    await using server = await serve((_request, response) => response.writeHead(status).end());
    const kindOf = async (code: number): Promise<unknown> => {
      status = code;
      return apiOf(server.url)
        .listRooms()
        .catch((error: unknown) => (error instanceof Error && 'kind' in error ? error.kind : error));
    };
    expect(await kindOf(500)).toBe('retryable');
    expect(await kindOf(503)).toBe('retryable');
    expect(await kindOf(429)).toBe('retryable');
    expect(await kindOf(401)).toBe('auth');
    expect(await kindOf(403)).toBe('auth');
    expect(await kindOf(404)).toBe('refused');
    expect(await kindOf(302)).toBe('refused');
  });

  test('[P-REST-2] bytes that are gone are refused before anything is sent', async () => {
    await using server = await serve((_request, response) => response.end('{}'));
    const source = { path: join(folder, 'gone'), name: 'a.step', mediaType: 'model/step', sizeBytes: 3 };
    await expect(apiOf(server.url).upload(source, () => {}, never)).rejects.toMatchObject({
      kind: 'refused',
      message: 'The bytes of a.step are gone.',
    });
    expect(server.requests).toHaveLength(0);
  });
});
