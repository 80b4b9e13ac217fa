// One HTTP exchange with Node's own client: streamed both ways, abortable, never silent for long.
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describeNetworkError } from './network-words.ts';
import { ServerApiError } from './server-api-port.ts';
import { wordsOfBody } from './server-words.ts';

const silenceMs = 60_000;
const largestJsonBytes = 16 * 1024 * 1024;

export interface HttpCall {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body?: Readable;
  readonly signal?: AbortSignal;
}

/** Sends a request and waits for the head of the response. Network failures are retryable `ServerApiError`s. */
export async function callHttp(call: HttpCall): Promise<IncomingMessage> {
  call.signal?.throwIfAborted();
  const send = call.url.protocol === 'https:' ? requestHttps : requestHttp;
  const outgoing = send(call.url, {
    method: call.method,
    headers: call.headers,
    ...(call.signal === undefined ? {} : { signal: call.signal }),
  });
  outgoing.setTimeout(silenceMs, () =>
    outgoing.destroy(Object.assign(new Error('silent'), { code: 'ETIMEDOUT' })),
  );
  let hasResponse = false;
  const responded = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', (response) => {
      hasResponse = true;
      resolve(response);
    });
    outgoing.once('error', reject);
  });
  // Later errors of the request reach the reader through the response.
  outgoing.on('error', () => {});
  if (call.body === undefined) outgoing.end();
  // A server that refuses early answers before the body is through: its answer counts, not the broken pipe.
  else pipeline(call.body, outgoing).catch((error: Error) => hasResponse || outgoing.destroy(error));
  try {
    return await responded;
  } catch (error) {
    throw toApiError(error, call);
  }
}

/** A network failure as the port wants it; an abort by the caller stays an abort. */
export function toApiError(error: unknown, call: Pick<HttpCall, 'signal' | 'url'>): unknown {
  if (error instanceof ServerApiError) return error;
  if (call.signal?.aborted === true) return call.signal.reason;
  return new ServerApiError('retryable', describeNetworkError(error, call.url.host), null);
}

/** Reads a JSON reply; a status that is no success becomes a `ServerApiError` with the server's words. */
export async function readJsonReply(response: IncomingMessage, call: HttpCall): Promise<unknown> {
  const body = await readText(response, call);
  const status = response.statusCode ?? 0;
  if (status < 200 || status > 299) throw refusalOf(status, body, call.url);
  try {
    return JSON.parse(body);
  } catch {
    const where = `${call.url.host}${call.url.pathname}`;
    throw new ServerApiError('refused', `The answer of ${where} is not JSON.`, status);
  }
}

/** The error a response with this status stands for, its body read. */
export async function refuseResponse(response: IncomingMessage, call: HttpCall): Promise<ServerApiError> {
  return refusalOf(response.statusCode ?? 0, await readText(response, call), call.url);
}

async function readText(response: IncomingMessage, call: HttpCall): Promise<string> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  try {
    for await (const chunk of response) {
      const bytes = Buffer.from(chunk);
      sizeBytes += bytes.length;
      if (sizeBytes > largestJsonBytes) {
        throw new ServerApiError('refused', `The answer of ${call.url.host} is too large.`, null);
      }
      chunks.push(bytes);
    }
  } catch (error) {
    throw toApiError(error, call);
  }
  return Buffer.concat(chunks).toString();
}

const waitAndSee = new Set([408, 425, 429]);

function refusalOf(status: number, body: string, url: URL): ServerApiError {
  const words = wordsOfBody(body);
  const message = words ?? `${url.host} answered ${status} to ${url.pathname}.`;
  if (status === 401 || status === 403) return new ServerApiError('auth', message, status);
  if (status >= 500 || waitAndSee.has(status)) return new ServerApiError('retryable', message, status);
  if (status >= 300 && status < 400) {
    const text = `${url.host} sends us elsewhere (${status}); check the address of the server.`;
    return new ServerApiError('refused', text, status);
  }
  return new ServerApiError('refused', message, status);
}
