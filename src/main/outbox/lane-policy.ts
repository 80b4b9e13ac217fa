// What may leave a room's lane now, and why the rest may not. Pure: time and the wire come as facts.
import type { WaitReason } from '../../shared/model/entry.ts';
import { type RequestCode, type ResponseCode, responseCodeOf } from '../../shared/protocol/codes.ts';

/** How long a message on the wire holds its lane back while its echo is awaited, ms. */
export const echoPatienceMs = 15_000;
/** How long an accepted request without any sign of life holds back the next of its kind, ms. */
export const answerPatienceMs = 30 * 60_000;

/** What the policy knows of an entry. Times in ms since the epoch. */
export interface LaneEntry {
  readonly messageId: string;
  readonly code: RequestCode;
  readonly state: 'waiting' | 'sent' | 'unconfirmed' | 'quarantined';
  readonly sentAtMs: number | null;
  readonly retryAtMs: number;
  readonly lastError: string;
  /** A message it replies to that is quarantined or unconfirmed itself. */
  readonly parentId: string | null;
  readonly filesTotal: number;
  readonly filesDone: number;
}

export interface LaneFacts {
  readonly link: 'online' | 'network' | 'sign-in';
  readonly nowMs: number;
  /** Accepted requests of the room without an answer. */
  readonly open: readonly {
    readonly messageId: string;
    readonly responseCode: ResponseCode;
    readonly heardAtMs: number;
  }[];
  /** Whether the server is expected to say a message of this code back to us. */
  awaitsEcho(code: RequestCode): boolean;
}

export interface LanePlan {
  /** May be handed to the socket now, in this order. */
  readonly go: readonly string[];
  readonly reasons: ReadonlyMap<string, WaitReason>;
  /** When to look again, whatever happens; null when only news can change the plan. */
  readonly wakeAtMs: number | null;
}

/** Plans one lane. `entries` are all of one room, in queue order. */
export function planLane(entries: readonly LaneEntry[], facts: LaneFacts): LanePlan {
  const lane = new Lane(facts);
  for (const entry of entries) if (entry.state !== 'waiting') lane.passOnTheWire(entry);
  const plan = new Lane(facts, lane);
  for (const entry of entries) plan.pass(entry);
  return plan;
}

class Lane implements LanePlan {
  readonly go: string[] = [];
  readonly reasons = new Map<string, WaitReason>();
  wakeAtMs: number | null = null;
  readonly #facts: LaneFacts;
  /** Who holds back the rest of the lane. */
  #blocker: string | null = null;
  /** Who holds back the next request of a kind. */
  readonly #busy: Map<ResponseCode, string>;

  constructor(facts: LaneFacts, onTheWire: Lane | null = null) {
    this.#facts = facts;
    this.#busy = onTheWire === null ? new Map() : onTheWire.#busy;
    if (onTheWire !== null) return;
    for (const { messageId, responseCode, heardAtMs } of facts.open) {
      const until = heardAtMs + answerPatienceMs;
      if (until <= facts.nowMs) continue;
      this.#busy.set(responseCode, messageId);
    }
  }

  /** A request on the wire keeps its kind busy, wherever it stands in the queue. */
  passOnTheWire({ code, state, messageId }: LaneEntry): void {
    if (code !== 'chat' && state !== 'quarantined') this.#busy.set(responseCodeOf[code], messageId);
  }

  pass(entry: LaneEntry): void {
    if (entry.state === 'sent') this.#passSent(entry);
    else if (entry.state === 'waiting') this.#passWaiting(entry);
  }

  #passSent({ messageId, code, sentAtMs }: LaneEntry): void {
    const until = (sentAtMs ?? 0) + echoPatienceMs;
    if (!this.#facts.awaitsEcho(code) || until <= this.#facts.nowMs) return;
    this.#blocker ??= messageId;
    this.#wakeAt(until);
  }

  #passWaiting(entry: LaneEntry): void {
    const reason = this.#reasonOf(entry);
    if (reason === null) return this.#release(entry);
    this.reasons.set(entry.messageId, reason);
    if (reason.why === 'retry') this.#wakeAt(entry.retryAtMs);
    if (reason.why === 'retry' || reason.why === 'uploads') this.#blocker ??= entry.messageId;
    if (reason.why === 'answer') this.#wakeForAnswers();
  }

  #reasonOf(entry: LaneEntry): WaitReason | null {
    const { link, nowMs } = this.#facts;
    if (link !== 'online') return { why: link };
    if (this.#blocker !== null) return { why: 'turn', behind: this.#blocker };
    if (entry.parentId !== null) return { why: 'turn', behind: entry.parentId };
    if (entry.retryAtMs > nowMs) {
      return { why: 'retry', at: new Date(entry.retryAtMs).toISOString(), lastError: entry.lastError };
    }
    if (entry.filesDone < entry.filesTotal) {
      return { why: 'uploads', done: entry.filesDone, total: entry.filesTotal };
    }
    const busy = entry.code === 'chat' ? undefined : this.#busy.get(responseCodeOf[entry.code]);
    return busy === undefined ? null : { why: 'answer', behind: busy };
  }

  #release({ messageId, code }: LaneEntry): void {
    this.go.push(messageId);
    if (code !== 'chat') this.#busy.set(responseCodeOf[code], messageId);
    if (this.#facts.awaitsEcho(code)) this.#blocker = messageId;
  }

  #wakeForAnswers(): void {
    for (const { heardAtMs } of this.#facts.open) {
      const until = heardAtMs + answerPatienceMs;
      if (until > this.#facts.nowMs) this.#wakeAt(until);
    }
  }

  #wakeAt(atMs: number): void {
    this.wakeAtMs = this.wakeAtMs === null ? atMs : Math.min(this.wakeAtMs, atMs);
  }
}
