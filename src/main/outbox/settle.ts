// Book-keeping of an entry's end or return: accepted, answered, refused, put back. Callers hold the transaction.
import type { ServerRefusal } from '../../shared/model/message.ts';
import type { RequestCode } from '../../shared/protocol/codes.ts';
import { responseCodeOf } from '../../shared/protocol/codes.ts';
import { backOffMs } from '../connection/back-off.ts';
import { nowText, type SessionCore } from '../session/session-core.ts';
import { findEntry, markQuarantined, markUnconfirmed, markWaiting, removeEntry } from '../store/entries.ts';
import { findMessage, setDelivery } from '../store/messages.ts';
import { closeRequest, hearOfRequest } from '../store/open-requests.ts';

/** The server has it: the entry goes, and an AI request stays open until its answer. Harmless when repeated. */
export function accept(core: SessionCore, messageId: string, isInStream: boolean): void {
  const message = findMessage(core.store, messageId);
  if (message === null || message.request === null) return;
  const at = nowText(core);
  const { kind } = message.request;
  if (removeEntry(core.store, messageId)) {
    core.journal.gone(messageId, 'accepted', at);
    core.changes.queue();
    core.changes.room(message.roomId);
    if (kind !== 'chat') hearOf(core, { messageId, roomId: message.roomId, code: kind });
  }
  const state = message.delivery?.state;
  const reached = isInStream && kind === 'chat' ? 'seen' : 'accepted';
  if (state === 'answered' || state === 'seen' || state === reached) return;
  setDelivery(core.store, messageId, { state: reached, at });
  core.changes.message(messageId);
}

/** Notes that the server speaks of an AI request. */
export function hearOf(
  core: SessionCore,
  request: { readonly messageId: string; readonly roomId: string; readonly code: RequestCode },
): void {
  hearOfRequest(core.store, {
    messageId: request.messageId,
    roomId: request.roomId,
    responseCode: responseCodeOf[request.code],
    heardAtMs: core.clock.now(),
  });
}

/** The answer came: accepted at the latest now, and the next of its kind may go. */
export function finish(core: SessionCore, messageId: string): void {
  accept(core, messageId, false);
  closeRequest(core.store, messageId);
  setDelivery(core.store, messageId, { state: 'answered', at: nowText(core) });
  core.changes.message(messageId);
}

/** The server took the request and then said no: there is nothing left to send, only words to read. */
export function refuseAccepted(core: SessionCore, messageId: string, refusal: ServerRefusal): void {
  closeRequest(core.store, messageId);
  setDelivery(core.store, messageId, { state: 'refused', refusal });
  core.changes.message(messageId);
}

/** Sets an entry aside with the server's words, for a person to edit, retry or discard. */
export function quarantine(core: SessionCore, messageId: string, refusal: ServerRefusal): void {
  markQuarantined(core.store, messageId, refusal);
  setDelivery(core.store, messageId, { state: 'refused', refusal });
  core.changes.message(messageId);
  core.changes.queue();
}

/** Puts an entry back into its lane, after a back-off that grows with its attempts (or as long as the server asked). */
export function putBack(
  core: SessionCore,
  messageId: string,
  why: { readonly lastError: string; readonly askedMs?: number; readonly atOnce?: boolean },
): void {
  const entry = findEntry(core.store, messageId);
  if (entry === null) return;
  const backOff = why.atOnce === true ? 0 : backOffMs(Math.max(1, entry.attempts), Math.random);
  const delayMs = Math.max(backOff, why.askedMs ?? 0);
  markWaiting(core.store, messageId, {
    atMs: delayMs === 0 ? 0 : core.clock.now() + delayMs,
    lastError: why.lastError,
  });
  setDelivery(core.store, messageId, { state: 'saved' });
  core.changes.message(messageId);
  core.changes.queue();
}

/** The connection broke and nobody can tell whether it arrived: a person decides. */
export function leaveUnconfirmed(core: SessionCore, messageId: string): void {
  markUnconfirmed(core.store, messageId);
  core.changes.message(messageId);
  core.changes.queue();
}
