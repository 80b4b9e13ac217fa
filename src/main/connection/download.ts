// A file fetched to disk: redirects followed, the token kept at home, resumed where the server can prove it is the same file.
import { createWriteStream } from 'node:fs';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { PassThrough, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { callHttp, type HttpCall, refuseResponse, toApiError } from './http-call.ts';
import { ServerApiError } from './server-api-port.ts';

const mostRedirects = 5;
/** Largest file fetched, bytes. */
const largestFileBytes = 4 * 1024 ** 3;

export interface DownloadJob {
  readonly url: URL;
  readonly toPath: string;
  readonly signal: AbortSignal;
  /** Headers for an address: those of the profile at its own origin, none elsewhere. */
  headersFor(url: URL): Record<string, string>;
  /** Whether 401/403 from this address concern the profile's own sign-in. */
  isOwn(url: URL): boolean;
  /** Refuses addresses that a server may not send us to. */
  check(url: URL): void;
}

export interface Downloaded {
  readonly sizeBytes: number;
  readonly mediaType: string | null;
}

/** Fetches into `toPath`. A broken download leaves its beginning and its ETag behind, and the next one goes on from there. */
export async function downloadFile(job: DownloadJob): Promise<Downloaded> {
  const started = await readStart(job.toPath);
  const { response, call } = await follow(job, started);
  const status = response.statusCode ?? 0;
  if (status === 416 && started !== null) {
    response.resume();
    await forget(job.toPath);
    return downloadFile(job);
  }
  if (status !== 200 && status !== 206) throw await toRefusal(response, { call, job });
  const from = started !== null && status === 206 ? started.sizeBytes : 0;
  if (started !== null && from > 0 && !isContinuation(response, started)) {
    response.destroy();
    await forget(job.toPath);
    return downloadFile(job);
  }
  const sizeBytes = await save(response, { job, call, from });
  await rm(tagPath(job.toPath), { force: true });
  return { sizeBytes, mediaType: mediaTypeOf(response) };
}

interface Start {
  readonly sizeBytes: number;
  readonly etag: string;
}

const tagPath = (toPath: string): string => `${toPath}.etag`;

async function readStart(toPath: string): Promise<Start | null> {
  const found = await stat(toPath).catch(() => null);
  const etag = await readFile(tagPath(toPath), 'utf8').catch(() => null);
  return found === null || found.size === 0 || etag === null ? null : { sizeBytes: found.size, etag };
}

async function forget(toPath: string): Promise<void> {
  await rm(toPath, { force: true });
  await rm(tagPath(toPath), { force: true });
}

async function follow(
  job: DownloadJob,
  started: Start | null,
): Promise<{ response: IncomingMessage; call: HttpCall }> {
  let { url } = job;
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    job.check(url);
    const range = started === null ? {} : { Range: `bytes=${started.sizeBytes}-`, 'If-Range': started.etag };
    const headers = { 'Accept-Encoding': 'identity', ...range, ...job.headersFor(url) };
    const call: HttpCall = { method: 'GET', url, headers, signal: job.signal };
    const response = await callHttp(call);
    const location = response.headers.location;
    const status = response.statusCode ?? 0;
    if (status < 300 || status > 399 || status === 304 || location === undefined) return { response, call };
    response.resume();
    if (!URL.canParse(location, url.href)) {
      throw new ServerApiError('refused', `${url.host} sends us to an address that is none.`, status);
    }
    url = new URL(location, url);
  }
  throw new ServerApiError('refused', `${job.url.host} sends us on and on; given up.`, null);
}

async function toRefusal(
  response: IncomingMessage,
  { call, job }: { call: HttpCall; job: DownloadJob },
): Promise<ServerApiError> {
  const refusal = await refuseResponse(response, call);
  const isForeign = refusal.kind === 'auth' && !job.isOwn(call.url);
  return isForeign ? new ServerApiError('refused', refusal.message, refusal.status) : refusal;
}

/** Some servers ignore `If-Range`; their ETag still tells another file. */
function isContinuation({ headers }: IncomingMessage, { sizeBytes, etag }: Start): boolean {
  const isSame = headers.etag === undefined || headers.etag === etag;
  return isSame && (headers['content-range']?.startsWith(`bytes ${sizeBytes}-`) ?? false);
}

/** A strong validator only: a weak one does not promise the same bytes (RFC 9110, 13.1.5). */
async function keepTag(response: IncomingMessage, toPath: string): Promise<void> {
  const { etag } = response.headers;
  const isPlain = response.headers['content-encoding'] === undefined;
  if (etag === undefined || etag.startsWith('W/') || !isPlain) await rm(tagPath(toPath), { force: true });
  else await writeFile(tagPath(toPath), etag);
}

async function save(
  response: IncomingMessage,
  { job, call, from }: { job: DownloadJob; call: HttpCall; from: number },
): Promise<number> {
  if (from === 0) await keepTag(response, job.toPath);
  let sizeBytes = from;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.length;
      if (sizeBytes > largestFileBytes) {
        done(new ServerApiError('refused', `The file of ${call.url.host} is larger than 4 GiB.`, null));
      } else done(null, chunk);
    },
  });
  const file = createWriteStream(job.toPath, { flags: from === 0 ? 'w' : 'a' });
  try {
    await pipeline(response, decoderFor(response), count, file, { signal: job.signal });
  } catch (error) {
    throw isDiskFull(error)
      ? new ServerApiError('retryable', 'The disk of this machine is full; the file waits for space.', null)
      : toApiError(error, call);
  }
  return sizeBytes;
}

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  identity: () => new PassThrough(),
};

/** We ask for plain bytes; a server that encodes them anyway is decoded, or refused where we cannot. */
function decoderFor(response: IncomingMessage): Transform {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const decoder = decoders[encoding];
  if (decoder === undefined) {
    throw new ServerApiError(
      'refused',
      `The file is encoded as "${encoding}", which is not understood.`,
      null,
    );
  }
  return decoder();
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}

function mediaTypeOf(response: IncomingMessage): string | null {
  const type = response.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  return type === undefined || type === '' ? null : type;
}
