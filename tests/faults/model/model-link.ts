// The connection of the model: two queues of frames that move when the script says so.
import type { Connection, Incoming } from '../../../src/main/connection/connection-port.ts';
import type { ConnectionState } from '../../../src/shared/model/status.ts';
import type { RequestFrame, ResponseFrame } from '../../../src/shared/protocol/envelope.ts';
import { Emitter, type Unsubscribe } from '../../../src/shared/std/emitter.ts';
import { Crash, type CrashPoints } from './crash-points.ts';

/** What a dead program throws is nobody's concern. */
const fail = (error: unknown): void => {
  if (!(error instanceof Crash)) throw error;
};

export class ModelLink implements Connection {
  state: ConnectionState;
  socketId: string | null = null;
  readonly up: RequestFrame[] = [];
  readonly down: ResponseFrame[] = [];
  readonly #states = new Emitter<ConnectionState>(fail);
  readonly #frames = new Emitter<Incoming>(fail);
  readonly #points: CrashPoints;
  readonly #onTraffic: (way: 'up' | 'down') => void;
  readonly #away: ConnectionState;
  static #sockets = 0;

  constructor(points: CrashPoints, at: string, onTraffic: (way: 'up' | 'down') => void) {
    this.#points = points;
    this.#onTraffic = onTraffic;
    this.#away = { state: 'waiting', attempt: 1, lastError: 'The model says so.', nextTryAt: at };
    this.state = this.#away;
  }

  connect(at: string): void {
    if (this.socketId !== null) return;
    ModelLink.#sockets += 1;
    this.socketId = `socket-${ModelLink.#sockets}`;
    this.#change({ state: 'online', since: at });
  }

  cut(): void {
    if (this.socketId === null) return;
    this.socketId = null;
    this.up.length = 0;
    this.down.length = 0;
    this.#change(this.#away);
  }

  hear(frame: ResponseFrame): void {
    this.#frames.emit({ kind: 'frame', frame, text: JSON.stringify(frame) });
  }

  say(frames: readonly ResponseFrame[]): void {
    for (const frame of frames) {
      this.down.push(frame);
      this.#onTraffic('down');
    }
  }

  send(frame: RequestFrame): boolean {
    this.#points.pass();
    if (this.socketId === null) return false;
    this.up.push(frame);
    this.#onTraffic('up');
    this.#points.pass();
    return true;
  }

  onState(listener: (state: ConnectionState) => void): Unsubscribe {
    return this.#states.on(listener);
  }

  onFrame(listener: (incoming: Incoming) => void): Unsubscribe {
    return this.#frames.on(listener);
  }

  proveProgress(): void {}
  retry(): void {}
  setOffline(): void {}
  signedOut(): void {}

  async [Symbol.asyncDispose](): Promise<void> {
    this.#states.clear();
    this.#frames.clear();
  }

  #change(state: ConnectionState): void {
    this.state = state;
    this.#states.emit(state);
  }
}
