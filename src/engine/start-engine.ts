// Puts a running engine together: store, vault, desks, server; and takes it apart again.
import { randomBytes } from 'node:crypto';
import type { ModelAccess } from '../shared/model/language-model.ts';
import { Disposables } from '../shared/std/disposables.ts';
import { Gate } from './auth/gate.ts';
import type { EngineParts } from './engine-parts.ts';
import { FileVault } from './files/file-vault.ts';
import { type Desks, toDeskTable } from './jobs/desk-table.ts';
import { JobQueue } from './jobs/job-queue.ts';
import { RequestRunner } from './jobs/request-runner.ts';
import { openDesks } from './open-desks.ts';
import { RoomHub } from './rooms/room-hub.ts';
import { listen, makeServer } from './server/listen.ts';
import { answerHttp } from './server/routes.ts';
import { Sockets } from './server/sockets.ts';
import { openStore } from './store/open-store.ts';
import { settingOr } from './store/settings.ts';

export interface EngineSetup {
  /** 0 picks a free port. */
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** The team token; null only on loopback. */
  readonly token: string | null;
  /** The language model that may be used now; without one, rules and tables answer. */
  readonly model?: () => ModelAccess;
  /** Entry file of the kernel process. */
  readonly kernelEntry: string;
  readonly resourcesDir: string;
  readonly log: (line: string) => void;
  /** Other desks than the built-in ones, for tests of what surrounds them. */
  readonly desks?: Partial<Desks>;
}

export interface Engine extends AsyncDisposable {
  readonly port: number;
}

/** Starts an engine. Disposing closes sockets, aborts jobs (they resume at the next start) and closes the store. */
export async function startEngine(setup: EngineSetup): Promise<Engine> {
  const scope = new Disposables();
  try {
    const port = await compose(setup, scope);
    return { port, [Symbol.asyncDispose]: () => scope[Symbol.asyncDispose]() };
  } catch (error) {
    await scope[Symbol.asyncDispose]();
    throw error;
  }
}

async function compose(setup: EngineSetup, scope: Disposables): Promise<number> {
  const store = scope.add(openStore(setup.dataDir), (open) => void open.close());
  const parts: EngineParts = {
    store,
    vault: new FileVault(setup.dataDir),
    hub: new RoomHub(),
    log: setup.log,
  };
  const desks = toDeskTable({ ...(await openDesks(setup, scope)), ...setup.desks });
  const queue = new JobQueue((error) => setup.log(`job failed: ${String(error)}`));
  scope.defer(() => queue[Symbol.asyncDispose]());
  const runner = new RequestRunner(parts, desks, queue);
  const secret = settingOr(store, 'secret', () => randomBytes(32).toString('base64url'));
  const gate = new Gate(setup.token, secret);
  const server = makeServer((request, response) => void answerHttp({ request, response, parts, gate }));
  scope.defer(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  // Closed before the server, whose own closing waits for open sockets.
  const sockets = scope.add(new Sockets({ parts, runner, gate }), (open) => open[Symbol.dispose]());
  server.on('upgrade', (request, stream, head) => sockets.upgrade(request, stream, head));
  const port = await listen(server, setup);
  runner.resume();
  return port;
}
