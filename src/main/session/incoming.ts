// Frames from the server, in order, many in one transaction: proof for the queue first, then into the room's story.
import { z } from 'zod';
import { classOfError, mostAttempts } from '../outbox/error-class.ts';
import { type OnTheWire, type Proof, proofOf } from '../outbox/acceptance.ts';
import { accept, finish, hearOf, putBack, quarantine, refuseAccepted } from '../outbox/settle.ts';
import type { ServerRefusal } from '../../shared/model/message.ts';
import type { ResponseFrame } from '../../shared/protocol/envelope.ts';
import { readResponse, type ServerMessage } from '../../shared/protocol/read-response.ts';
import type { ServerError } from '../../shared/protocol/read-error.ts';
import type { Incoming } from '../connection/connection-port.ts';
import { inSavepoint } from '../store/in-transaction.ts';
import { isDiskTrouble } from '../store/disk-trouble.ts';
import { findEntry, sentEntries } from '../store/entries.ts';
import { logFrame } from '../store/frame-log.ts';
import { findByWireId, findMessage, updateMessage } from '../store/messages.ts';
import { isAnythingOut, openRequests } from '../store/open-requests.ts';
import { setHistoryAfter } from '../store/rooms.ts';
import type { Passing } from './passing.ts';
import type { RoomSync } from './room-sync.ts';
import { ensureRoom, nowText, type SessionCore, wordsOf } from './session-core.ts';
import { tellStory } from './story.ts';

const mostInOneTransaction = 500;
const retryBooksMs = 1000;

export interface IncomingSetup {
  readonly core: SessionCore;
  readonly rooms: RoomSync;
  readonly passing: Passing;
  /** Lanes that may move again. */
  wake(roomId: string): void;
  /** A frame may have named files. */
  filesNamed(): void;
}

export class IncomingFrames implements Disposable {
  readonly #setup: IncomingSetup;
  #waiting: Incoming[] = [];
  #timer: NodeJS.Immediate | null = null;
  #cancelRetry: (() => void) | null = null;
  #disposed = false;

  constructor(setup: IncomingSetup) {
    this.#setup = setup;
  }

  /** Takes one frame; it is handled within this turn of the loop, together with its neighbours. */
  take(incoming: Incoming): void {
    this.#waiting.push(incoming);
    if (this.#cancelRetry === null) this.#timer ??= setImmediate(() => this.flush());
  }

  /** Handles what waits. When the disk does not take it, nothing is lost: it is tried again, never re-sent. */
  flush(): void {
    if (this.#timer !== null) clearImmediate(this.#timer);
    this.#timer = null;
    while (this.#waiting.length > 0 && !this.#disposed) {
      const batch = this.#waiting.slice(0, mostInOneTransaction);
      if (!this.#book(batch)) return;
      this.#waiting = this.#waiting.slice(batch.length);
    }
  }

  [Symbol.dispose](): void {
    if (this.#timer !== null) clearImmediate(this.#timer);
    this.#cancelRetry?.();
    this.flush();
    this.#disposed = true;
  }

  #book(batch: readonly Incoming[]): boolean {
    const { core } = this.#setup;
    try {
      core.changes.write(() => {
        for (const incoming of batch) this.#handle(incoming);
      });
      return true;
    } catch (error) {
      core.log.error(`Frames could not be written yet: ${wordsOf(error)}`);
      this.#cancelRetry = core.clock.after(retryBooksMs, () => {
        this.#cancelRetry = null;
        this.flush();
      });
      return false;
    }
  }

  #handle(incoming: Incoming): void {
    const { core } = this.#setup;
    if (incoming.kind === 'malformed') {
      core.log.warn(`A malformed frame was kept: ${incoming.reason}`);
      logFrame(core.store, { at: nowText(core), reason: incoming.reason, text: incoming.text });
      return;
    }
    try {
      // A savepoint: one frame that cannot be used does not take its neighbours with it.
      inSavepoint(core.store, () => this.#handleFrame(incoming.frame, true));
      core.connection.proveProgress();
    } catch (error) {
      if (isDiskTrouble(error)) throw error;
      core.log.error(`A frame could not be used: ${wordsOf(error)}`);
      const reason = `It could not be used: ${wordsOf(error)}`;
      logFrame(core.store, { at: nowText(core), reason, text: incoming.text });
    }
  }

  #handleFrame(frame: ResponseFrame, isNews: boolean): void {
    const { core, rooms, passing, wake } = this.#setup;
    const message = readResponse(frame);
    if (message.kind === 'history_response') {
      return rooms.takePage(message, (past, isPastNews) => this.#handleFrame(past, isPastNews));
    }
    if (message.kind === 'system' && rooms.takeSystem(message)) return passing.takeJoined(message);
    if (passing.take(message)) return;
    const roomId = frame.room_id ?? null;
    if (roomId !== null) ensureRoom(core, roomId);
    const proof = proofOf(message, {
      userId: core.profile.userId,
      wire: this.#wire(roomId, frame.data['message_id']),
      keepsIds: core.profile.dialect.deduplicates,
    });
    if (proof !== null) this.#apply(proof, message);
    const isTold = proof !== null && proof.kind === 'accepted';
    if (!isTold) tellStory(core, { message, proof, isNews });
    if (!isTold) core.changes.afterwards(() => this.#setup.filesNamed());
    if (roomId !== null) this.#moveCursor(roomId, frame, message);
    if (proof !== null && roomId !== null) core.changes.afterwards(() => wake(roomId));
  }

  /** The server's story has come this far, unless a hole is still being filled. */
  #moveCursor(roomId: string, frame: ResponseFrame, message: ServerMessage): void {
    const id = frame.data['message_id'];
    if (typeof id !== 'string' || message.kind === 'progress' || !this.#setup.rooms.isCaughtUp(roomId))
      return;
    setHistoryAfter(this.#setup.core.store, roomId, id);
  }

  /** What the frame may be about; an entry that the server names by its id counts even when it was put back. */
  #wire(roomId: string | null, namedId: unknown): OnTheWire[] {
    const { store } = this.#setup.core;
    if (!isAnythingOut(store)) return [];
    const read = (messageId: string, accepted: boolean): OnTheWire[] => {
      const message = findMessage(store, messageId);
      if (message === null || message.request === null) return [];
      const { kind: code, text } = message.request;
      return [{ messageId, roomId: message.roomId, code, text, accepted }];
    };
    const named = typeof namedId === 'string' ? findEntry(store, namedId) : null;
    const putBackIds = named !== null && named.roomId === roomId ? [named.messageId] : [];
    return [
      ...openRequests(store, roomId).flatMap(({ messageId }) => read(messageId, true)),
      ...sentEntries(store, roomId).flatMap(({ messageId }) => read(messageId, false)),
      ...putBackIds.flatMap((messageId) => read(messageId, false)),
    ];
  }

  #apply(proof: Proof, message: ServerMessage): void {
    const { core } = this.#setup;
    if (proof.kind === 'failed') return this.#fail(proof.messageId, proof.error, message.frame);
    if (proof.kind === 'answered') return finish(core, proof.messageId);
    accept(core, proof.messageId, proof.kind === 'accepted');
    const own = findMessage(core.store, proof.messageId);
    if (own === null) return;
    if (proof.kind === 'working' && own.kind !== 'chat') {
      const code = own.request?.kind ?? 'chat';
      hearOf(core, { messageId: own.id, roomId: own.roomId, code });
      return;
    }
    const id = message.frame.data['message_id'];
    if (proof.kind !== 'accepted' || proof.how !== 'text' || typeof id !== 'string') return;
    if (findByWireId(core.store, own.roomId, id) === null) updateMessage(core.store, { ...own, wireId: id });
  }

  #fail(messageId: string, error: ServerError, frame: ResponseFrame): void {
    const { core } = this.#setup;
    const refusal: ServerRefusal = {
      message: error.message,
      errorCode: error.errorCode,
      errors: [...error.errors],
    };
    const entry = findEntry(core.store, messageId);
    if (entry === null) return refuseAccepted(core, messageId, refusal);
    const cls = classOfError(error.errorCode);
    // One that was given up as unconfirmed let others go first: when it follows them is for a person to say.
    if (cls === 'sign-in') {
      putBack(core, messageId, { lastError: error.message });
      core.changes.afterwards(() => core.connection.signedOut(error.message));
    } else if (cls === 'retry' && entry.attempts < mostAttempts && entry.state !== 'unconfirmed') {
      putBack(core, messageId, { lastError: error.message, askedMs: askedWaitMs(frame) });
    } else {
      quarantine(core, messageId, refusal);
    }
  }
}

/** How long the server asks us to wait, ms: `retry_after` in seconds, beside or inside the details. */
function askedWaitMs({ data }: ResponseFrame): number {
  const details = data['details'];
  const inside = z.looseObject({ retry_after: z.unknown() }).safeParse(details).data?.retry_after;
  const seconds = Number(inside ?? data['retry_after']);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 3600) * 1000 : 0;
}
