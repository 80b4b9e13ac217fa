// The workstation served to the person's own browser on 127.0.0.1: page, bytes and bridge behind Host, Origin and token.
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import {
  bridgeProtocol,
  tokenProtocolPrefix,
  unknownTokenCloseCode,
} from '../../../shared/bridge/rpc-frame.ts';
import { Refusal } from '../../../shared/std/result.ts';
import { bytesPath } from '../../workstation/page-addresses.ts';
import type { Workstation } from '../../workstation/workstation-port.ts';
import { answerPageFile, type PageFolder, pageHeaders } from '../page-files.ts';
import { serveRpc } from './rpc-socket.ts';
import { sameSecret } from './same-secret.ts';
import { sendWebResponse, toWebRequest } from './web-exchange.ts';

const host = '127.0.0.1';
const largestCallBytes = 16 * 1024 * 1024;

export interface Serving {
  readonly workstation: Workstation;
  /** The built page. */
  readonly rendererDir: string;
  readonly port: number;
}

export interface Served extends AsyncDisposable {
  readonly port: number;
  /** The address to open, with the token of this run. */
  readonly address: string;
}

/** Listens on the loopback address only. Refuses with a sentence when the port is taken. */
export async function serveWorkstation({ workstation, rendererDir, port: wanted }: Serving): Promise<Served> {
  const token = randomBytes(24).toString('base64url');
  // Large files take their time, and nobody but this machine can keep a request open.
  const server = createServer({ requestTimeout: 0 });
  const port = await listen(server, wanted);
  const origin = `http://${host}:${port}`;
  const page: PageFolder = { folder: rendererDir, headers: pageHeaders(`ws://${host}:${port}`) };
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: largestCallBytes,
    handleProtocols: (offered) => (offered.has(bridgeProtocol) ? bridgeProtocol : false),
  });
  server.on('request', (request, response) => void answer({ workstation, page, origin }, request, response));
  server.on('upgrade', (request, stream, head) => {
    if (!isBridgeUpgrade(request, origin)) return refuseUpgrade(stream);
    sockets.handleUpgrade(request, stream, head, (socket) => {
      if (isKnownToken(request, token)) serveRpc(workstation, socket);
      else socket.close(unknownTokenCloseCode, 'This token belongs to another start of the workstation.');
    });
  });
  return {
    port,
    address: `${origin}/#token=${token}`,
    [Symbol.asyncDispose]: () => close(server, sockets),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(toRefusal(error, port)));
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function toRefusal(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new Refusal(
      'PORT_IN_USE',
      `Port ${port} is in use by another program. Choose another with --port, or --port 0 for any free one.`,
      'port',
    );
  }
  if (error.code === 'EACCES') {
    return new Refusal('PORT_DENIED', `Port ${port} may not be used by this account.`, 'port');
  }
  return error;
}

interface Answering {
  readonly workstation: Workstation;
  readonly page: PageFolder;
  readonly origin: string;
}

async function answer(
  { workstation, page, origin }: Answering,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  try {
    const refusal = refuseForeign(incoming, origin);
    if (refusal !== null) return await sendWebResponse(new Response(refusal, { status: 403 }), outgoing);
    const request = toWebRequest(incoming, origin);
    const isBytes = new URL(request.url).pathname.startsWith(bytesPath);
    const response = isBytes ? await workstation.answer(request) : await answerPageFile(page, request);
    await sendWebResponse(response, outgoing);
    if (request.body !== null && !request.body.locked) await drain(request.body);
  } catch (error) {
    workstation.log.error(`${incoming.method ?? ''} of the page failed: ${String(error)}`);
    outgoing.destroy();
  }
}

/** A page hears a refusal only after it has sent what it wanted to send. */
async function drain(body: AsyncIterable<unknown>): Promise<void> {
  for await (const _rest of body);
}

/** Another name for this machine, or a page of another origin, may not use the workstation. */
function refuseForeign({ headers }: IncomingMessage, origin: string): string | null {
  if (`http://${headers.host ?? ''}` !== origin) return `This workstation answers to ${origin} only.`;
  if (headers.origin !== undefined && headers.origin !== origin) {
    return `Pages of ${headers.origin} may not use this workstation.`;
  }
  return null;
}

/** A browser always names the page's origin here; what names none is no page of ours. */
function isBridgeUpgrade({ headers, url }: IncomingMessage, origin: string): boolean {
  return url === '/bridge' && `http://${headers.host ?? ''}` === origin && headers.origin === origin;
}

function refuseUpgrade(stream: Duplex): void {
  stream.on('error', () => {});
  stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}

function isKnownToken({ headers }: IncomingMessage, token: string): boolean {
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((one) => one.trim());
  const given = offered.find((one) => one.startsWith(tokenProtocolPrefix)) ?? '';
  return sameSecret(given, `${tokenProtocolPrefix}${token}`);
}

async function close(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.close(1001, 'The workstation is closing.');
  sockets.close();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    setTimeout(() => server.closeAllConnections(), 200);
  });
}
