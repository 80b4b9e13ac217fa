// The local engine in its own process: started, watched, started again when it dies, stopped when the person says so.
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { ModelAccess } from '../../shared/model/language-model.ts';
import type { EngineState } from '../../shared/model/status.ts';
import type { Clock } from '../../shared/std/clock.ts';
import { Emitter } from '../../shared/std/emitter.ts';
import type { Log } from '../session/profile-session-port.ts';
import { endChild } from './end-child.ts';
import { restartDelayMs } from './restart-delay.ts';

export interface EngineSetup {
  /** Entry file of the engine process. */
  readonly entry: string;
  readonly dataDir: string;
  /** The language model it may use now; null for none. */
  readonly model: () => ModelAccess;
  readonly clock: Clock;
  readonly log: Log;
}

const messageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), port: z.number().int() }),
  z.object({ type: z.literal('failed'), message: z.string() }),
]);

/** A start that takes longer is given up, milliseconds. */
const startLimitMs = 120_000;
/** An engine that ran this long counts as healthy: the next fall is a first one. */
const healthyMs = 60_000;

export class EngineProcess implements AsyncDisposable {
  readonly changed = new Emitter<EngineState>();
  /** Known to main and engine only, so that nobody else on this machine can come in. */
  readonly token = randomBytes(24).toString('base64url');
  readonly #setup: EngineSetup;
  #state: EngineState = { state: 'stopped', reason: 'It was not needed yet.' };
  #child: ChildProcess | null = null;
  #falls = 0;
  #runningSince = 0;
  #failure: string | null = null;
  #cancelTimer: () => void = () => {};
  #disposed = false;
  /** The old process still closes its files: the next must wait for it. */
  #isEnding = false;
  #startsAfterEnding = false;

  constructor(setup: EngineSetup) {
    this.#setup = setup;
  }

  get state(): EngineState {
    return this.#state;
  }

  /** Starts it unless it runs; `state` and `changed` tell how that went. */
  start(): void {
    if (this.#child !== null || this.#disposed) return;
    this.#cancelTimer();
    this.#failure = null;
    this.#become({ state: 'starting' });
    this.#startsAfterEnding = this.#isEnding;
    if (this.#isEnding) return;
    const child = this.#fork();
    this.#child = child;
    this.#cancelTimer = this.#setup.clock.after(startLimitMs, () => {
      this.#failure = `The engine was not ready after ${startLimitMs / 1000} seconds.`;
      child.kill('SIGKILL');
    });
  }

  /** Stops it and leaves it stopped; `reason` is what the status shows. */
  async stop(reason: string): Promise<void> {
    this.#cancelTimer();
    this.#falls = 0;
    this.#startsAfterEnding = false;
    const child = this.#child;
    this.#child = null;
    if (child !== null) {
      this.#isEnding = true;
      await endChild(child);
      this.#isEnding = false;
    }
    if (this.#startsAfterEnding) this.start();
    else if (this.#child === null) this.#become({ state: 'stopped', reason });
  }

  /** Tells the running engine which language model it may use from now on. */
  tellModel(model: ModelAccess): void {
    if (this.#child?.connected === true) this.#child.send({ type: 'model', model });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#disposed = true;
    await this.stop('The workstation is closing.');
    this.changed.clear();
  }

  #fork(): ChildProcess {
    const { entry, dataDir, model, log } = this.#setup;
    const child = fork(entry, ['--port', '0', '--data', dataDir], {
      execArgv: [],
      env: { ...process.env, ENGINE_TOKEN: this.token, ENGINE_MODEL: JSON.stringify(model()) },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => log.info(`engine: ${text.trimEnd()}`));
    child.on('message', (message) => this.#receive(child, message));
    child.once('exit', (code, signal) => this.#ended(child, signal ?? `exit code ${code}`));
    child.once('error', (error) => this.#ended(child, error.message));
    return child;
  }

  #receive(child: ChildProcess, raw: unknown): void {
    if (child !== this.#child) return;
    const message = messageSchema.safeParse(raw);
    if (!message.success) return this.#setup.log.warn('The engine sent a message that is not known.');
    if (message.data.type === 'failed') {
      this.#failure = message.data.message;
      return;
    }
    this.#cancelTimer();
    this.#runningSince = this.#setup.clock.now();
    this.#become({ state: 'running', port: message.data.port });
  }

  #ended(child: ChildProcess, how: string): void {
    if (child !== this.#child) return;
    this.#child = null;
    this.#cancelTimer();
    const ranMs = this.#state.state === 'running' ? this.#setup.clock.now() - this.#runningSince : 0;
    this.#falls = ranMs >= healthyMs ? 1 : this.#falls + 1;
    const delayMs = restartDelayMs(this.#falls);
    const why = this.#failure ?? `The engine ended unexpectedly (${how}).`;
    this.#setup.log.warn(`${why} It starts again in ${delayMs} ms.`);
    this.#become({ state: 'stopped', reason: `${why} It starts again by itself.` });
    this.#cancelTimer = this.#setup.clock.after(delayMs, () => this.start());
  }

  #become(state: EngineState): void {
    this.#state = state;
    this.changed.emit(state);
  }
}
