// Sends what the policy lets go, lane by lane. One run at a time, with a "run again" mark, so that no wake-up is lost.
import type { RequestCode } from '../../shared/protocol/codes.ts';
import { nowText, type SessionCore, wordsOf } from '../session/session-core.ts';
import {
  type EntryRow,
  laneOf,
  markNotHanded,
  markSent,
  markWaiting,
  roomsWithEntries,
} from '../store/entries.ts';
import { filesOfMessage } from '../store/files.ts';
import { findMessage, setDelivery } from '../store/messages.ts';
import { openRequests } from '../store/open-requests.ts';
import { findRoom } from '../store/rooms.ts';
import { type LaneFacts, type LanePlan, planLane } from './lane-policy.ts';
import { leaseName } from './lease.ts';
import { quarantine } from './settle.ts';
import { idTravels, toFrame } from './to-frame.ts';

/** How much of a lane is looked at first; what stands behind it mostly waits for its turn anyway. */
const laneWindow = 64;
const widerWindow = 8;
const retryBooksMs = 1000;

/** What the policy may know of a room's lane right now. */
function laneFacts(core: SessionCore, roomId: string): LaneFacts {
  const { state } = core.connection.state;
  return {
    link: state === 'online' ? 'online' : state === 'signed-out' ? 'sign-in' : 'network',
    nowMs: core.clock.now(),
    open: openRequests(core.store, roomId),
    awaitsEcho: (code: RequestCode) => idTravels(code, core.profile.dialect),
  };
}

/** Plans a lane as it stands. What an earlier socket took holds the lane for as long as the history may still tell of it. */
export function planOf(core: SessionCore, roomId: string, lane: readonly EntryRow[]): LanePlan {
  const { state, socketId } = core.connection;
  const present = socketId === null ? null : leaseName(core.bootId, socketId);
  const sinceMs = state.state === 'online' ? Date.parse(state.since) : 0;
  const entries = lane.map((entry) =>
    entry.state === 'sent' && entry.lease !== present
      ? { ...entry, sentAtMs: Math.max(entry.sentAtMs ?? 0, sinceMs) }
      : entry,
  );
  return planLane(entries, laneFacts(core, roomId));
}

export class Drain implements Disposable {
  readonly #core: SessionCore;
  readonly #dirty = new Set<string>();
  readonly #timers = new Map<string, () => void>();
  #running = false;
  #disposed = false;
  #cancelRetry: () => void = () => {};

  constructor(core: SessionCore) {
    this.#core = core;
  }

  /** Looks at one lane. */
  wake(roomId: string): void {
    this.#dirty.add(roomId);
    this.#run();
  }

  /** Looks at every lane in which something waits. */
  wakeAll(): void {
    for (const roomId of roomsWithEntries(this.#core.store)) this.#dirty.add(roomId);
    this.#run();
  }

  [Symbol.dispose](): void {
    this.#disposed = true;
    this.#cancelRetry();
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
  }

  #run(): void {
    if (this.#running || this.#disposed) return;
    this.#running = true;
    try {
      while (this.#dirty.size > 0 && this.#pass());
    } catch (error) {
      // What a person wrote is saved already; that sending could not be booked must not look like a failure to save.
      this.#core.log.error(`The queue could not be worked on: ${wordsOf(error)}`);
      this.#cancelRetry();
      this.#cancelRetry = this.#core.clock.after(retryBooksMs, () => this.wakeAll());
    } finally {
      this.#running = false;
    }
  }

  /** One round over the dirty lanes: leases first and durable, then the socket. False when the socket takes no more. */
  #pass(): boolean {
    const { connection, changes } = this.#core;
    const rooms = [...this.#dirty];
    this.#dirty.clear();
    const { socketId } = connection;
    // Without a socket nothing can go; a new one looks at every lane.
    if (socketId === null) return false;
    const leased = changes.write(() => {
      const going: EntryRow[] = [];
      for (const roomId of rooms) {
        const { lane, plan } = this.#look(roomId);
        this.#schedule(roomId, plan);
        for (const entry of lane.filter(({ messageId }) => plan.go.includes(messageId))) {
          this.#lease(entry, leaseName(this.#core.bootId, socketId));
          going.push(entry);
        }
      }
      return going;
    });
    return this.#handOver(leased);
  }

  /** Looks further back while all that was seen are requests that wait for answers: chat behind them need not wait. */
  #look(roomId: string): { lane: EntryRow[]; plan: LanePlan } {
    for (let limit = laneWindow; ; limit *= widerWindow) {
      const lane = laneOf(this.#core.store, roomId, limit);
      const plan = planOf(this.#core, roomId, lane);
      const isStuck = lane.every(
        ({ messageId, state }) => state !== 'waiting' || plan.reasons.get(messageId)?.why === 'answer',
      );
      if (lane.length < limit || !isStuck) return { lane, plan };
    }
  }

  #lease(entry: EntryRow, name: string): void {
    const { store, clock, changes } = this.#core;
    markSent(store, entry.messageId, { name, atMs: clock.now() });
    setDelivery(store, entry.messageId, { state: 'sent', at: nowText(this.#core) });
    this.#core.journal.handed(entry.messageId);
    changes.message(entry.messageId);
    changes.queue();
  }

  #handOver(entries: readonly EntryRow[]): boolean {
    for (const [index, entry] of entries.entries()) {
      const frame = this.#frameOf(entry);
      if (frame === null) {
        this.#core.changes.write(() =>
          quarantine(this.#core, entry.messageId, {
            message: 'The text of this message is not in the database any more; write it again.',
            errorCode: null,
            errors: [],
          }),
        );
        continue;
      }
      if (this.#core.connection.send(frame)) {
        this.#dirty.add(entry.roomId);
        continue;
      }
      this.#takeBack(entries.slice(index));
      return false;
    }
    return true;
  }

  /** Undoes leases of what the socket did not take. */
  #takeBack(entries: readonly EntryRow[]): void {
    const { store, changes } = this.#core;
    changes.write(() => {
      for (const entry of entries) {
        if (entry.handed) markWaiting(store, entry.messageId, { atMs: 0, lastError: entry.lastError });
        else markNotHanded(store, entry.messageId);
        setDelivery(store, entry.messageId, { state: 'saved' });
        changes.message(entry.messageId);
        changes.queue();
      }
    });
  }

  #frameOf({ messageId, roomId }: EntryRow): ReturnType<typeof toFrame> | null {
    const { store, profile } = this.#core;
    const message = findMessage(store, messageId);
    if (message === null || message.request === null) return null;
    const parent = message.replyTo === null ? null : findMessage(store, message.replyTo);
    return toFrame(
      {
        messageId,
        userId: profile.userId,
        createdAt: message.createdAt,
        request: message.request,
        replyTo: parent?.wireId ?? message.replyTo,
        productId: message.request.productId ?? findRoom(store, roomId)?.productId ?? null,
        files: filesOfMessage(store, messageId).flatMap(({ remoteId, name, mediaType }) =>
          remoteId === null ? [] : [{ remoteId, name, mediaType }],
        ),
      },
      profile.dialect,
    );
  }

  #schedule(roomId: string, { wakeAtMs }: LanePlan): void {
    this.#timers.get(roomId)?.();
    this.#timers.delete(roomId);
    if (wakeAtMs !== null) this.#scheduleAt(roomId, wakeAtMs);
  }

  #scheduleAt(roomId: string, atMs: number): void {
    if (this.#timers.has(roomId)) return;
    const { clock } = this.#core;
    const cancel = clock.after(Math.max(1, atMs - clock.now()), () => {
      this.#timers.delete(roomId);
      this.onSilence(roomId);
      this.wake(roomId);
    });
    this.#timers.set(roomId, cancel);
  }

  /** Called when a lane is looked at because time passed; set by who knows what silence means. */
  onSilence: (roomId: string) => void = () => {};
}
