// One WebSocket, from the upgrade to its end. The only file of main that knows the ws library.
import type { IncomingMessage } from 'node:http';
import { type RawData, WebSocket } from 'ws';
import { type Ending, parseRetryAfter } from './closing.ts';
import type { SocketEndpoint } from './endpoint.ts';
import { describeNetworkError } from './network-words.ts';
import { wordsOfBody } from './server-words.ts';

const handshakeMs = 15_000;
/** Largest message taken, bytes: answers may carry a model inline. */
const largestMessageBytes = 64 * 1024 * 1024;
/** Most bytes that may wait in the socket before it takes no more. */
const mostBufferedBytes = 8 * 1024 * 1024;
const largestErrorBodyBytes = 64 * 1024;

export interface SocketListener {
  opened(): void;
  /** Anything arrived: a message, a ping or a pong. */
  heard(): void;
  message(text: string): void;
  /** The buffer has room again after `send` returned false. */
  drained(): void;
  /** Said once, last. */
  ended(ending: Ending): void;
}

export interface Socket {
  /** False when it is not open or its buffer is full: nothing was sent then. */
  send(text: string): boolean;
  ping(): void;
  /** Ends it without a word more to the listener; `politely` says goodbye to the server first. */
  drop(politely: boolean): void;
}

/** Starts the upgrade; the listener hears what becomes of it. */
export function openSocket(endpoint: SocketEndpoint, listener: SocketListener): Socket {
  const socket = new WebSocket(endpoint.url, {
    headers: endpoint.headers,
    handshakeTimeout: handshakeMs,
    maxPayload: largestMessageBytes,
    perMessageDeflate: false,
  });
  const { host } = new URL(endpoint.url);
  let isOver = false;
  let isFull = false;
  const end = (ending: Ending): void => {
    if (isOver) return;
    isOver = true;
    socket.terminate();
    listener.ended(ending);
  };
  const hear = (then: () => void): void => {
    if (isOver) return;
    listener.heard();
    then();
  };
  socket.on('open', () => hear(() => listener.opened()));
  socket.on('ping', () => hear(() => {}));
  socket.on('pong', () => hear(() => {}));
  socket.on('message', (data) => hear(() => listener.message(textOf(data))));
  socket.on('unexpected-response', (_request, response) => void readRefusal(response).then(end));
  socket.on('error', (error) => end({ kind: 'failed', reason: describeNetworkError(error, host) }));
  socket.on('close', (code, reason) => end({ kind: 'closed', code, reason: reason.toString() }));
  return {
    send(text) {
      if (isOver || socket.readyState !== WebSocket.OPEN) return false;
      isFull ||= socket.bufferedAmount + text.length > mostBufferedBytes && socket.bufferedAmount > 0;
      if (isFull) return false;
      socket.send(text, () => {
        if (!isFull || isOver || socket.bufferedAmount > mostBufferedBytes / 2) return;
        isFull = false;
        listener.drained();
      });
      return true;
    },
    ping() {
      if (!isOver && socket.readyState === WebSocket.OPEN) socket.ping();
    },
    drop(politely) {
      isOver = true;
      if (politely && socket.readyState === WebSocket.OPEN) socket.close(1000);
      else socket.terminate();
    },
  };
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString();
  return Buffer.isBuffer(data) ? data.toString() : Buffer.from(data).toString();
}

async function readRefusal(response: IncomingMessage): Promise<Ending> {
  const status = response.statusCode ?? 0;
  const retryAfterMs = parseRetryAfter(response.headers['retry-after'], Date.now());
  const body = await readStart(response);
  return { kind: 'http', status, words: wordsOfBody(body), retryAfterMs };
}

/** The beginning of a body; what breaks off is as good as its end. */
async function readStart(response: IncomingMessage): Promise<string> {
  response.setEncoding('utf8');
  response.setTimeout(handshakeMs, () => response.destroy());
  let body = '';
  try {
    for await (const chunk of response) {
      body += String(chunk);
      if (body.length > largestErrorBodyBytes) break;
    }
  } catch {
    return body;
  }
  return body;
}
