// WebSockets at /ws and /ws/secure: admission, limits, heartbeat; what is said is the session's business.
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, WebSocket, WebSocketServer } from 'ws';
import type { Gate, Identity } from '../auth/gate.ts';
import type { EngineParts } from '../engine-parts.ts';
import type { RequestRunner } from '../jobs/request-runner.ts';
import type { Client } from '../rooms/room-hub.ts';
import { Session } from '../session/session.ts';
import { addressOf, admit, type HttpRefusal, refuseForeign } from './admission.ts';

/** Largest frame a client may send, bytes; a larger one closes the socket with 1009. */
export const largestFrameBytes = 1024 * 1024;
/** Close code for a token that expired while the socket was open. */
export const tokenExpired = 4001;
const heartbeatMs = 30_000;
const longestTimerMs = 2 ** 31 - 1;

export interface SocketsSetup {
  readonly parts: EngineParts;
  readonly runner: RequestRunner;
  readonly gate: Gate;
}

export class Sockets implements Disposable {
  readonly #setup: SocketsSetup;
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: largestFrameBytes,
    clientTracking: true,
  });
  readonly #alive = new WeakSet<WebSocket>();
  readonly #heartbeat: NodeJS.Timeout;

  constructor(setup: SocketsSetup) {
    this.#setup = setup;
    this.#heartbeat = setInterval(() => this.#beat(), heartbeatMs);
    this.#heartbeat.unref();
  }

  /** Answers one upgrade request: a socket, or an HTTP refusal. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const { gate } = this.#setup;
    stream.on('error', () => stream.destroy());
    const { pathname } = addressOf(request);
    if (pathname !== '/ws' && pathname !== '/ws/secure') {
      const message = `There is no socket at ${pathname}; expected /ws or /ws/secure.`;
      return refuse(stream, { status: 404, errorCode: 'PROCESSING_ERROR', message });
    }
    const foreign = refuseForeign(request, gate);
    if (foreign !== null) return refuse(stream, foreign);
    const admission = admit(request, gate);
    if (!admission.ok) return refuse(stream, admission.refusal);
    this.#server.handleUpgrade(request, stream, head, (socket) => this.#open(socket, admission.identity));
  }

  #open(socket: WebSocket, identity: Identity): void {
    const { parts, runner } = this.#setup;
    const client: Client = {
      id: randomBytes(4).toString('hex'),
      send: (frame) => {
        if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
      },
    };
    const session = new Session({ client, identity, parts, runner });
    const expiry = closeAtExpiry(socket, identity);
    this.#alive.add(socket);
    socket.on('pong', () => this.#alive.add(socket));
    socket.on('message', (data) => {
      this.#alive.add(socket);
      session.receive(textOf(data));
    });
    socket.on('error', (error) => parts.log(`socket ${client.id}: ${error.message}`));
    socket.on('close', () => {
      clearTimeout(expiry);
      session[Symbol.dispose]();
    });
    session.greet();
  }

  /** A socket that was silent since the last beat is gone. */
  #beat(): void {
    for (const socket of this.#server.clients) {
      if (!this.#alive.has(socket)) socket.terminate();
      this.#alive.delete(socket);
      if (socket.readyState === WebSocket.OPEN) socket.ping();
    }
  }

  [Symbol.dispose](): void {
    clearInterval(this.#heartbeat);
    for (const socket of this.#server.clients) {
      socket.close(1001, 'the engine is shutting down');
      socket.terminate();
    }
    this.#server.close();
  }
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString();
  return Buffer.isBuffer(data) ? data.toString() : Buffer.from(data).toString();
}

function closeAtExpiry(socket: WebSocket, identity: Identity): NodeJS.Timeout | undefined {
  if (identity.kind !== 'user') return undefined;
  const delayMs = Math.min(Math.max(0, identity.expiresAtMs - Date.now()), longestTimerMs);
  const timer = setTimeout(() => socket.close(tokenExpired, 'the token has expired'), delayMs);
  return timer.unref();
}

function refuse(stream: Duplex, refusal: HttpRefusal): void {
  const body = Buffer.from(JSON.stringify({ detail: refusal.message, error_code: refusal.errorCode }));
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? ''}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${body.length}`,
    'Connection: close',
  ];
  stream.end(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]));
}
