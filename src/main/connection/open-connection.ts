// The connection of a profile: one socket at a time under a state that tells the truth. Policy lies in the files beside.
import { randomUUID } from 'node:crypto';
import type { Profile } from '../../shared/model/profile.ts';
import type { ConnectionState } from '../../shared/model/status.ts';
import type { RequestFrame } from '../../shared/protocol/envelope.ts';
import type { Clock } from '../../shared/std/clock.ts';
import { Emitter, type Unsubscribe } from '../../shared/std/emitter.ts';
import { Refusal } from '../../shared/std/result.ts';
import type { Log } from '../session/profile-session-port.ts';
import { backOffMs } from './back-off.ts';
import { judgeEnding } from './closing.ts';
import type { Connection, Incoming, ServerAccess } from './connection-port.ts';
import { toSocketEndpoint } from './endpoint.ts';
import { deadMs, hasSlept, judgeTraffic, pulseMs, type Traffic } from './heartbeat.ts';
import { readIncoming } from './read-incoming.ts';
import { openSocket, type Socket } from './socket.ts';

export interface ConnectionOptions {
  readonly profile: Profile;
  /** Asked before every attempt; null while the server is not there. */
  access(): Promise<ServerAccess | null>;
  readonly clock: Clock;
  /** Gives [0, 1); spreads the attempts of many clients. */
  readonly random?: () => number;
  readonly log: Log;
}

const longestAskedWaitMs = 15 * 60_000;

/** Opens the connection of a profile and starts its first attempt. */
export function openConnection(options: ConnectionOptions): Connection {
  return new ProfileConnection(options);
}

class ProfileConnection implements Connection {
  readonly #options: ConnectionOptions;
  readonly #random: () => number;
  readonly #states: Emitter<ConnectionState>;
  readonly #frames: Emitter<Incoming>;
  #state: ConnectionState = { state: 'offline' };
  #socket: Socket | null = null;
  #socketId: string | null = null;
  #traffic: Traffic = { heardAt: 0, pingedAt: 0 };
  /** Attempts since the server last proved that it works. */
  #attempt = 0;
  /** Names the present attempt; whatever belongs to an earlier one is ignored. */
  #turn = 0;
  #isDisposed = false;
  #lastPulseAt: number;
  #cancelPulse: () => void = () => {};
  #cancelWait: () => void = () => {};

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#random = options.random ?? Math.random;
    const onError = (error: unknown): void => options.log.error(`A listener failed: ${wordsOf(error)}`);
    this.#states = new Emitter(onError);
    this.#frames = new Emitter(onError);
    this.#lastPulseAt = options.clock.now();
    this.#schedulePulse();
    this.#connect();
  }

  get state(): ConnectionState {
    return this.#state;
  }

  get socketId(): string | null {
    return this.#socketId;
  }

  onState(listener: (state: ConnectionState) => void): Unsubscribe {
    return this.#states.on(listener);
  }

  onFrame(listener: (incoming: Incoming) => void): Unsubscribe {
    return this.#frames.on(listener);
  }

  send(frame: RequestFrame): boolean {
    return this.#state.state === 'online' && (this.#socket?.send(JSON.stringify(frame)) ?? false);
  }

  proveProgress(): void {
    this.#attempt = 0;
  }

  retry(): void {
    if (!this.#isDisposed && this.#state.state !== 'online') this.#connect();
  }

  setOffline(offline: boolean): void {
    if (this.#isDisposed || offline === (this.#state.state === 'offline')) return;
    if (!offline) return this.#connect();
    this.#leave(true);
    this.#become({ state: 'offline' });
  }

  signedOut(reason: string): void {
    if (this.#isDisposed) return;
    this.#leave(true);
    this.#options.log.warn(`Signed out: ${reason}`);
    this.#become({ state: 'signed-out', reason });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isDisposed = true;
    this.#cancelPulse();
    this.#leave(true);
    this.#states.clear();
    this.#frames.clear();
  }

  #become(state: ConnectionState): void {
    this.#state = state;
    this.#states.emit(state);
  }

  /** Ends the present attempt or socket without a new state. */
  #leave(politely: boolean): void {
    this.#turn += 1;
    this.#cancelWait();
    this.#socket?.drop(politely);
    this.#socket = null;
    this.#socketId = null;
  }

  #connect(): void {
    this.#leave(false);
    this.#attempt += 1;
    const turn = this.#turn;
    this.#become({ state: 'connecting', attempt: this.#attempt });
    void this.#reach(turn);
  }

  async #reach(turn: number): Promise<void> {
    try {
      const access = await this.#options.access();
      if (turn !== this.#turn) return;
      if (access === null) return this.#wait(this.#absence(), null);
      const { kind, dialect } = this.#options.profile;
      if (kind === 'productflo' && dialect.endpoint !== 'anonymous' && access.token === null) {
        return this.signedOut('There is no token for this server; sign in.');
      }
      this.#listen(turn, access);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#wait(
        error instanceof Refusal ? error.message : `No attempt could be made: ${wordsOf(error)}`,
        null,
      );
    }
  }

  #absence(): string {
    return this.#options.profile.kind === 'local'
      ? 'The local engine is not running.'
      : 'The address of the server is not known.';
  }

  #listen(turn: number, access: ServerAccess): void {
    const { clock, profile } = this.#options;
    const isPresent = (): boolean => turn === this.#turn;
    this.#traffic = { heardAt: clock.now(), pingedAt: 0 };
    this.#socket = openSocket(toSocketEndpoint(access, profile.dialect.endpoint), {
      opened: () => {
        if (!isPresent()) return;
        this.#socketId = randomUUID();
        this.#become({ state: 'online', since: new Date(clock.now()).toISOString() });
      },
      heard: () => {
        this.#traffic = { ...this.#traffic, heardAt: clock.now() };
      },
      message: (text) => {
        if (isPresent()) this.#frames.emit(readIncoming(text));
      },
      drained: () => {
        if (isPresent()) this.#become(this.#state);
      },
      ended: (ending) => {
        if (!isPresent()) return;
        const consequence = judgeEnding(ending);
        if (consequence.kind === 'sign-in') this.signedOut(consequence.reason);
        else this.#wait(consequence.reason, consequence.waitMs);
      },
    });
  }

  /** Waits for the next attempt, at least as long as the server asked. */
  #wait(lastError: string, askedMs: number | null): void {
    const { clock, log } = this.#options;
    this.#leave(false);
    const delayMs = Math.max(
      backOffMs(Math.max(1, this.#attempt), this.#random),
      Math.min(askedMs ?? 0, longestAskedWaitMs),
    );
    log.info(`Not connected: ${lastError} Next attempt in ${delayMs} ms.`);
    this.#cancelWait = clock.after(delayMs, () => this.#connect());
    const nextTryAt = new Date(clock.now() + delayMs).toISOString();
    this.#become({ state: 'waiting', attempt: this.#attempt, nextTryAt, lastError });
  }

  #schedulePulse(): void {
    this.#cancelPulse = this.#options.clock.after(pulseMs, () => this.#pulse());
  }

  #pulse(): void {
    const now = this.#options.clock.now();
    const slept = hasSlept(this.#lastPulseAt, now);
    this.#lastPulseAt = now;
    this.#schedulePulse();
    const { state } = this.#state;
    if (state === 'offline' || state === 'signed-out') return;
    if (slept) {
      this.#options.log.info('The machine slept; connecting anew.');
      return this.#connect();
    }
    if (state === 'online') this.#checkTraffic(now);
  }

  #checkTraffic(now: number): void {
    const verdict = judgeTraffic(this.#traffic, now);
    if (verdict === 'dead') {
      this.#wait(`Nothing was heard from the server for ${deadMs / 1000} seconds.`, null);
    } else if (verdict === 'ping') {
      this.#traffic = { ...this.#traffic, pingedAt: now };
      this.#socket?.ping();
    }
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
