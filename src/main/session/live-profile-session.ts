// The calls of an open profile: each is one step into the part that does it. Writes are durable on return.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type BridgeEvent, type CallOutput, calls, type ParsedInput } from '../../shared/bridge/contract.ts';
import type { FileRef } from '../../shared/model/file.ts';
import type { Message } from '../../shared/model/message.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { Room, RoomImport } from '../../shared/model/room.ts';
import type { Disposables } from '../../shared/std/disposables.ts';
import type { Unsubscribe } from '../../shared/std/emitter.ts';
import { Refusal } from '../../shared/std/result.ts';
import { databaseFacts } from '../diagnostics/database-facts.ts';
import { exportRoom, type RoomExport } from '../archive/export-room.ts';
import { importRoom, type Progress } from '../archive/import-room.ts';
import {
  cancelEntry,
  editEntry,
  moveEntry,
  restoreEntry,
  retryEntry,
  stepEntry,
} from '../outbox/queue-commands.ts';
import { queueCounts, queueEntries } from '../outbox/queue-view.ts';
import type { EntryRow } from '../store/entries.ts';
import { type FileRow, findFile, listFiles, toFileRef } from '../store/files.ts';
import { loggedFrames } from '../store/frame-log.ts';
import { findMessages, indexSome } from '../store/message-search.ts';
import { findMessage } from '../store/messages.ts';
import { listNotices, markNoticeRead } from '../store/notices.ts';
import { listProducts } from '../store/products.ts';
import { findResult, listResults } from '../store/results.ts';
import { addRoom, draftOf, findRoom, listRooms, renameRoom, setDraft } from '../store/rooms.ts';
import { keepFile } from './keep-file.ts';
import { toMessage, toResult } from './assemble.ts';
import { pageOfStory } from './page-of-story.ts';
import { productFor } from './product-for.ts';
import type { ProfileSession, ResultWork } from './profile-session-port.ts';
import { resultWork } from './result-work.ts';
import { newId, nowText, requireRoom } from './session-core.ts';
import type { SessionParts } from './session-parts.ts';
import { checkFiles, insertOwnMessage } from './write-message.ts';

export class LiveProfileSession implements ProfileSession {
  readonly profile: Profile;
  readonly #parts: SessionParts;
  readonly #scope: Disposables;
  /** What was cancelled in this run, with its place in the queue. */
  readonly #cancelled = new Map<string, EntryRow>();

  constructor(parts: SessionParts, scope: Disposables) {
    this.profile = parts.core.profile;
    this.#parts = parts;
    this.#scope = scope;
  }

  onEvent(listener: (event: BridgeEvent) => void): Unsubscribe {
    return this.#parts.core.changes.on(listener);
  }

  connectionState(): CallOutput<'connection.get'> {
    return this.#parts.core.connection.state;
  }

  retryConnection(): void {
    this.#parts.core.connection.retry();
  }

  setOffline(offline: boolean): void {
    this.#parts.core.connection.setOffline(offline);
  }

  accessChanged(): void {
    const { connection } = this.#parts.core;
    const { state } = connection.state;
    if (state === 'offline') return;
    if (state !== 'online') return connection.retry();
    connection.setOffline(true);
    connection.setOffline(false);
  }

  listRooms(): Room[] {
    return listRooms(this.#parts.core.store);
  }

  createRoom({ title, productName, roomId }: ParsedInput<'rooms.create'>): Room {
    const { core, rooms } = this.#parts;
    const { store, changes } = core;
    const id = roomId ?? `room-${newId(core)}`;
    changes.write(() => {
      const productId = productFor(store, productName);
      const isNew = addRoom(store, { id, title, productId, at: nowText(core) });
      if (!isNew) renameRoom(store, id, title);
      changes.room(id);
    });
    rooms.enter(id);
    return this.#room(id);
  }

  renameRoom(roomId: string, title: string): Room {
    const { store, changes } = this.#parts.core;
    requireRoom(this.#parts.core, roomId);
    changes.write(() => {
      renameRoom(store, roomId, title);
      changes.room(roomId);
    });
    return this.#room(roomId);
  }

  markRoomRead(roomId: string): Room {
    requireRoom(this.#parts.core, roomId);
    this.#parts.passing.markRead(roomId);
    return this.#room(roomId);
  }

  listProducts(): CallOutput<'products.list'> {
    return listProducts(this.#parts.core.store);
  }

  exportRoom(roomId: string, exportedBy: string): RoomExport {
    return exportRoom(this.#parts.core, roomId, exportedBy);
  }

  async importRoom(bytes: AsyncIterable<Uint8Array>, progress: Progress): Promise<RoomImport> {
    const imported = await importRoom(this.#parts.core, bytes, progress);
    if (imported.isNew) this.#parts.rooms.enter(imported.room.id);
    return imported;
  }

  pageMessages(page: ParsedInput<'messages.page'>): CallOutput<'messages.page'> {
    requireRoom(this.#parts.core, page.roomId);
    return pageOfStory(this.#parts.core.store, page);
  }

  async searchMessages(input: ParsedInput<'messages.search'>): Promise<CallOutput<'messages.search'>> {
    const { store } = this.#parts.core;
    while (store.open && indexSome(store)) await nextTurn();
    const found = findMessages(store, { ...input, limit: input.limit + 1 });
    return { hits: found.slice(0, input.limit), hasMore: found.length > input.limit };
  }

  sendMessage(request: ParsedInput<'messages.send'>): Message {
    const { core, drain, uploads } = this.#parts;
    const saved = core.changes.write(() => {
      requireRoom(core, request.roomId);
      checkFiles(core, request);
      return insertOwnMessage(core, request);
    });
    if (saved.files.length > 0) uploads.wake();
    drain.wake(request.roomId);
    return saved;
  }

  sendTyping(roomId: string, typing: boolean): void {
    this.#parts.passing.sendTyping(roomId, typing);
  }

  draft(roomId: string): string {
    return draftOf(this.#parts.core.store, roomId);
  }

  setDraft(roomId: string, text: string): void {
    requireRoom(this.#parts.core, roomId);
    setDraft(this.#parts.core.store, roomId, text);
  }

  outboxCounts(): CallOutput<'outbox.counts'> {
    return queueCounts(this.#parts.core);
  }

  listOutbox(page = calls['outbox.list'].input.parse({})): CallOutput<'outbox.list'> {
    return queueEntries(this.#parts.core, page, this.#parts.uploads.running);
  }

  editEntry({ messageId, request }: ParsedInput<'outbox.edit'>): Message {
    const id = editEntry(this.#parts.core, messageId, request);
    this.#parts.uploads.stop(messageId);
    this.#lookAgain();
    return this.#message(id);
  }

  cancelEntry(messageId: string): void {
    this.#cancelled.set(messageId, cancelEntry(this.#parts.core, messageId));
    this.#parts.uploads.stop(messageId);
    this.#lookAgain();
  }

  restoreEntry(messageId: string): Message {
    restoreEntry(this.#parts.core, messageId, this.#cancelled.get(messageId) ?? null);
    this.#cancelled.delete(messageId);
    const restored = this.#message(messageId);
    this.#lookAgain();
    return restored;
  }

  retryEntry(messageId: string): void {
    retryEntry(this.#parts.core, messageId);
    this.#lookAgain();
  }

  moveEntry(messageId: string, beforeMessageId: string | null): void {
    moveEntry(this.#parts.core, messageId, beforeMessageId);
    this.#lookAgain();
  }

  stepEntry(messageId: string, direction: 'forward' | 'back'): void {
    stepEntry(this.#parts.core, messageId, direction);
    this.#lookAgain();
  }

  file(fileId: string): FileRef {
    return toFileRef(this.#file(fileId));
  }

  listFiles(roomId: string | null): FileRef[] {
    return listFiles(this.#parts.core.store, roomId).map(toFileRef);
  }

  async addFile(roomId: string, name: string, bytes: AsyncIterable<Uint8Array>): Promise<FileRef> {
    requireRoom(this.#parts.core, roomId);
    return toFileRef(await keepFile(this.#parts.core, { roomId, name }, bytes));
  }

  filePath(fileId: string): string {
    const { content } = this.#parts.core;
    const { name, sha256, state, reason } = this.#file(fileId);
    if (state === 'stored' && sha256 !== null && content.has(sha256)) return content.pathOf(sha256);
    throw new Refusal('FILE_MISSING', `The bytes of "${name}" are not here. ${reason}`.trim(), 'fileId');
  }

  async fetchFile(fileId: string): Promise<FileRef> {
    const { core, fetches } = this.#parts;
    const file = this.#file(fileId);
    const isHere = file.state === 'stored' && file.sha256 !== null && core.content.has(file.sha256);
    return toFileRef(isHere ? file : await fetches.fetch(file));
  }

  listResults({ roomId, kind }: ParsedInput<'results.list'>): CallOutput<'results.list'> {
    const { store } = this.#parts.core;
    return listResults(store, roomId, kind).map((row) => toResult(store, row));
  }

  result(id: string): CallOutput<'results.get'> {
    const { store } = this.#parts.core;
    const row = findResult(store, id);
    if (row === null)
      throw new Refusal('RESULT_UNKNOWN', `There is no result "${id}" in this profile.`, 'id');
    return toResult(store, row);
  }

  get work(): ResultWork {
    return resultWork(this.#parts.core);
  }

  listNotices(): CallOutput<'notices.list'> {
    return listNotices(this.#parts.core.store);
  }

  markNoticeRead(id: string | null): void {
    markNoticeRead(this.#parts.core.store, id);
  }

  loggedFrames(): CallOutput<'log.frames'> {
    return loggedFrames(this.#parts.core.store);
  }

  databaseFacts(): Record<string, unknown> {
    const { store, folder } = this.#parts.core;
    return databaseFacts(store, folder);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#scope[Symbol.asyncDispose]();
  }

  #lookAgain(): void {
    this.#parts.uploads.wake();
    this.#parts.drain.wakeAll();
  }

  #room(id: string): Room {
    const room = findRoom(this.#parts.core.store, id);
    if (room === null)
      throw new Refusal('ROOM_UNKNOWN', `There is no room "${id}" in this profile.`, 'roomId');
    return room;
  }

  #message(id: string): Message {
    const { store } = this.#parts.core;
    const row = findMessage(store, id);
    if (row === null) throw new Refusal('MESSAGE_UNKNOWN', `There is no message "${id}".`, 'messageId');
    return toMessage(store, row);
  }

  #file(id: string): FileRow {
    const row = findFile(this.#parts.core.store, id);
    if (row === null)
      throw new Refusal('FILE_UNKNOWN', `There is no file "${id}" in this profile.`, 'fileId');
    return row;
  }
}
