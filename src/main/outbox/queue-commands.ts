// What a person may do to the queue: edit, cancel, restore, retry, move. Nothing that is on the wire is touched.
import type { ServerRefusal } from '../../shared/model/message.ts';
import type { NewMessage } from '../../shared/model/new-message.ts';
import { Refusal } from '../../shared/std/result.ts';
import { nowText, type SessionCore } from '../session/session-core.ts';
import { checkFiles, insertOwnMessage } from '../session/write-message.ts';
import {
  addEntry,
  type EntryRow,
  findEntry,
  markQuarantined,
  markWaiting,
  removeEntry,
  repointReplies,
  setEntryCode,
  setPositions,
} from '../store/entries.ts';
import { setMessageFiles } from '../store/files.ts';
import { moveInLane } from '../store/move-in-lane.ts';
import { isPlaceTaken, neighbour, type Place } from '../store/queue-pages.ts';
import { findMessage, type MessageRow, rewriteMessage, setDelivery } from '../store/messages.ts';

/** Replaces what an entry says; returns the id that is now in the queue. A message once handed over gets a new id. */
export function editEntry(core: SessionCore, messageId: string, request: NewMessage): string {
  const entry = findEntry(core.store, messageId);
  const message = requireOwn(core, messageId);
  if (entry === null && message.delivery?.state !== 'refused') {
    throw new Refusal(
      'NOT_IN_QUEUE',
      'This message is not in the queue any more: the server has it.',
      'messageId',
    );
  }
  if (entry !== null) refuseOnTheWire(entry, 'edited');
  if (request.roomId !== message.roomId) {
    throw new Refusal('ROOM_FIXED', 'A message stays in its room; write it anew in the other one.', 'roomId');
  }
  checkFiles(core, request);
  return core.changes.write(() => {
    if (entry === null) return insertOwnMessage(core, request).id;
    return entry.handed ? replace(core, entry, request) : rewrite(core, entry, request);
  });
}

function rewrite(core: SessionCore, entry: EntryRow, request: NewMessage): string {
  const { messageId, roomId } = entry;
  rewriteMessage(core.store, messageId, request);
  setMessageFiles(core.store, messageId, request.fileIds);
  setEntryCode(core.store, messageId, request.kind);
  core.journal.saved({ ...requireOwn(core, messageId), request });
  release(core, entry);
  core.changes.room(roomId);
  return messageId;
}

/** A server that drops repeated ids would drop the edit: it becomes a new message at the old one's place. */
function replace(core: SessionCore, entry: EntryRow, request: NewMessage): string {
  const { id } = insertOwnMessage(core, request);
  discard(core, entry);
  repointReplies(core.store, entry.messageId, id);
  const { position, roomId } = entry;
  setPositions(core.store, [{ messageId: id, position }]);
  notePlace(core, { messageId: id, position, roomId });
  return id;
}

/** Tells the journal where a message waits now. */
function notePlace(
  core: SessionCore,
  { roomId, position, messageId }: Place & { readonly roomId: string },
): void {
  const next = neighbour(core.store, roomId, { position, side: 'after' });
  core.journal.moved(messageId, next?.messageId ?? null);
}

function discard(core: SessionCore, { messageId, roomId }: EntryRow): void {
  removeEntry(core.store, messageId);
  core.journal.gone(messageId, 'cancelled', nowText(core));
  setDelivery(core.store, messageId, { state: 'cancelled' });
  core.changes.event({ name: 'message.removed', payload: { roomId, messageId } });
  core.changes.queue();
  core.changes.room(roomId);
}

function release(core: SessionCore, { messageId }: EntryRow): void {
  markWaiting(core.store, messageId, { atMs: 0, lastError: '' });
  setDelivery(core.store, messageId, { state: 'saved' });
  core.changes.message(messageId);
  core.changes.queue();
}

/** Takes an unsent message out of the queue and out of its room. */
export function cancelEntry(core: SessionCore, messageId: string): EntryRow {
  const entry = requireEntry(core, messageId);
  refuseOnTheWire(entry, 'cancelled');
  core.changes.write(() => discard(core, entry));
  return entry;
}

/** Puts a cancelled message back, at its old place when that is known. */
export function restoreEntry(core: SessionCore, messageId: string, before: EntryRow | null): void {
  const message = requireOwn(core, messageId);
  if (message.delivery?.state !== 'cancelled' || message.request === null) {
    throw new Refusal('NOT_CANCELLED', 'This message was not cancelled.', 'messageId');
  }
  const { request } = message;
  const { kind } = request;
  core.changes.write(() => {
    const handed = before?.handed ?? true;
    addEntry(core.store, { messageId, roomId: message.roomId, code: kind, at: message.createdAt, handed });
    core.journal.saved({ ...message, request });
    if (handed) core.journal.handed(messageId);
    if (before !== null && !isPlaceTaken(core.store, before.position)) {
      setPositions(core.store, [{ messageId, position: before.position }]);
      notePlace(core, before);
    }
    setDelivery(core.store, messageId, { state: 'saved' });
    if (before?.state === 'quarantined' && before.refusal !== null) setAside(core, messageId, before.refusal);
    core.changes.message(messageId);
    core.changes.queue();
    core.changes.room(message.roomId);
  });
}

/** What waited for a person before it was cancelled waits for one again. */
function setAside(core: SessionCore, messageId: string, refusal: ServerRefusal): void {
  markQuarantined(core.store, messageId, refusal);
  setDelivery(core.store, messageId, { state: 'refused', refusal });
  core.journal.held(messageId, refusal);
}

/** Sends a quarantined, unconfirmed or waiting message as soon as its lane allows; a refused one without entry anew. */
export function retryEntry(core: SessionCore, messageId: string): void {
  const entry = findEntry(core.store, messageId);
  const message = requireOwn(core, messageId);
  const { request } = message;
  if (entry === null) {
    if (request !== null) editEntry(core, messageId, request);
    return;
  }
  if (entry.state === 'sent') return;
  core.changes.write(() => {
    if (entry.state === 'quarantined' && request !== null) core.journal.saved({ ...message, request });
    release(core, entry);
  });
}

/** Moves a waiting entry before another of its room, or to the end of the room's lane. */
export function moveEntry(core: SessionCore, messageId: string, beforeMessageId: string | null): void {
  const entry = requireMovable(core, messageId);
  const target = beforeMessageId === null ? null : findEntry(core.store, beforeMessageId);
  const isOfLane = target !== null && target.roomId === entry.roomId && target.state !== 'sent';
  if (beforeMessageId !== null && !isOfLane) {
    throw new Refusal(
      'NOT_IN_LANE',
      'A message can only move among the unsent ones of its own room.',
      'beforeMessageId',
    );
  }
  if (beforeMessageId !== messageId) place(core, entry, target);
}

/** Moves a waiting entry one place forward or back among those of its room; at an end it stays. */
export function stepEntry(core: SessionCore, messageId: string, direction: 'forward' | 'back'): void {
  const { store } = core;
  const entry = requireMovable(core, messageId);
  const { roomId, position } = entry;
  if (direction === 'forward') {
    const ahead = neighbour(store, roomId, { position, side: 'before' });
    if (ahead !== null) place(core, entry, ahead);
    return;
  }
  const behind = neighbour(store, roomId, { position, side: 'after' });
  if (behind === null) return;
  place(core, entry, neighbour(store, roomId, { position: behind.position, side: 'after' }));
}

function place(core: SessionCore, entry: EntryRow, target: Place | null): void {
  core.changes.write(() => {
    moveInLane(core.store, entry, target);
    core.journal.moved(entry.messageId, target?.messageId ?? null);
    core.changes.queue();
  });
}

function requireMovable(core: SessionCore, messageId: string): EntryRow {
  const entry = requireEntry(core, messageId);
  refuseOnTheWire(entry, 'moved');
  return entry;
}

function requireEntry(core: SessionCore, messageId: string): EntryRow {
  const entry = findEntry(core.store, messageId);
  if (entry !== null) return entry;
  throw new Refusal('NOT_IN_QUEUE', 'This message is not in the queue any more.', 'messageId');
}

function requireOwn(core: SessionCore, messageId: string): MessageRow {
  const message = findMessage(core.store, messageId);
  if (message !== null && message.isOwn && message.request !== null) return message;
  throw new Refusal(
    'MESSAGE_UNKNOWN',
    `There is no message of yours with the id "${messageId}".`,
    'messageId',
  );
}

function refuseOnTheWire({ state }: EntryRow, what: string): void {
  if (state !== 'sent') return;
  throw new Refusal('ON_THE_WIRE', `This message is on its way and cannot be ${what} now.`, 'messageId');
}
