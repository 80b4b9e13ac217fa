// A real WebSocket server that does what a test says, and a connection to it with a clock of the test's own.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Connection, Incoming, ServerAccess } from '../../../../src/main/connection/connection-port.ts';
import { openConnection } from '../../../../src/main/connection/open-connection.ts';
import type { Profile } from '../../../../src/shared/model/profile.ts';
import type { ConnectionState } from '../../../../src/shared/model/status.ts';
import { type Dialect, publicDialect } from '../../../../src/shared/protocol/dialect.ts';
import { ManualClock } from './manual-clock.ts';

export const quietLog = { info: () => {}, warn: () => {}, error: () => {} };

export interface TestServer extends AsyncDisposable {
  readonly baseUrl: string;
  readonly requests: IncomingMessage[];
  readonly sockets: WebSocket[];
  /** Pings heard from clients. */
  readonly pings: number[];
  /** Answers upgrades with HTTP instead, as long as it is set. */
  refuse: string | null;
}

/** Opens a server on a free port; `onSocket` is what it does with each socket. */
export async function openTestServer(onSocket: (socket: WebSocket) => void = () => {}): Promise<TestServer> {
  const http = createServer();
  const sockets = new WebSocketServer({ noServer: true, autoPong: false });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const server: TestServer = {
    baseUrl: `http://127.0.0.1:${port}`,
    requests: [],
    sockets: [],
    pings: [],
    refuse: null,
    async [Symbol.asyncDispose]() {
      for (const socket of server.sockets) socket.terminate();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  http.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    server.requests.push(request);
    if (server.refuse !== null) return void stream.end(server.refuse);
    sockets.handleUpgrade(request, stream, head, (socket) => {
      server.sockets.push(socket);
      socket.on('ping', () => server.pings.push(1));
      onSocket(socket);
    });
  });
  return server;
}

export function makeProfile(kind: Profile['kind'], dialect: Partial<Dialect> = {}): Profile {
  return {
    id: 'p',
    name: 'Test',
    kind,
    serverUrl: null,
    userId: 'user-123',
    tenantId: null,
    dialect: { ...publicDialect, ...dialect },
  };
}

export interface ConnectionRig extends AsyncDisposable {
  readonly connection: Connection;
  readonly clock: ManualClock;
  readonly states: ConnectionState[];
  readonly incoming: Incoming[];
  /** The first state from `from` on that satisfies the test, present or to come. */
  reach(name: ConnectionState['state'], from?: number): Promise<ConnectionState>;
  hear(count: number): Promise<void>;
}

/** Connects; time stands still unless the test moves it. */
export function connect(options: {
  readonly access: () => Promise<ServerAccess | null>;
  readonly profile?: Profile;
  readonly random?: () => number;
}): ConnectionRig {
  const clock = new ManualClock();
  const connection = openConnection({
    profile: options.profile ?? makeProfile('engine'),
    access: options.access,
    clock,
    random: options.random ?? (() => 0.5),
    log: quietLog,
  });
  const states: ConnectionState[] = [connection.state];
  const incoming: Incoming[] = [];
  const waiting = new Set<() => void>();
  const check = (): void => {
    for (const one of [...waiting]) one();
  };
  connection.onState((state) => {
    states.push(state);
    check();
  });
  connection.onFrame((one) => {
    incoming.push(one);
    check();
  });
  const until = (test: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const one = (): void => {
        if (!test()) return;
        waiting.delete(one);
        resolve();
      };
      waiting.add(one);
      one();
    });
  return {
    connection,
    clock,
    states,
    incoming,
    async reach(name, from = 0) {
      const find = (): ConnectionState | undefined => states.slice(from).find(({ state }) => state === name);
      await until(() => find() !== undefined);
      return find() ?? connection.state;
    },
    hear: (count) => until(() => incoming.length >= count),
    [Symbol.asyncDispose]: () => connection[Symbol.asyncDispose](),
  };
}

/** Access to a server as its own URL says. */
export function accessTo(server: TestServer, more: Partial<ServerAccess> = {}): () => Promise<ServerAccess> {
  return async () => ({ baseUrl: server.baseUrl, token: 'secret', tenantId: null, ...more });
}
