// Everything one open profile can do: store, outbox, connection and files behind one composition.
import type { CallOutput, ParsedInput, BridgeEvent } from '../../shared/bridge/contract.ts';
import type { FileRef } from '../../shared/model/file.ts';
import type { RoomImport } from '../../shared/model/room.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { Clock } from '../../shared/std/clock.ts';
import type { Unsubscribe } from '../../shared/std/emitter.ts';
import type { RoomExport } from '../archive/export-room.ts';
import type { Progress } from '../archive/import-room.ts';
import type { Connection, ServerAccess } from '../connection/connection-port.ts';
import type { ConnectionOptions } from '../connection/open-connection.ts';

export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** What people do with results; the answers stay as they came. */
export interface ResultWork {
  board(resultId: string): CallOutput<'ideas.board'>;
  setBoard(input: ParsedInput<'ideas.setBoard'>): CallOutput<'ideas.setBoard'>;
  versions(resultId: string): CallOutput<'documents.versions'>;
  saveVersion(input: ParsedInput<'documents.save'>): CallOutput<'documents.save'>;
}

export interface ProfileSessionOptions {
  /** Folder of the profile: `workstation.db` and `content/` live in it. */
  readonly folder: string;
  readonly profile: Profile;
  /** Asked before every connection attempt and REST call; null while the server is not there (engine stopped). */
  access(): Promise<ServerAccess | null>;
  readonly clock: Clock;
  readonly log: Log;
  /** Entry file of the thread that reads the database through. */
  readonly integrityEntry: string;
  /** Opens the connection; that of `connection/open-connection.ts` when none is given. */
  readonly connect?: (options: ConnectionOptions) => Connection;
}

/** Method names and shapes are the bridge's own, so that a bridge row is one call. All writes are durable on return. */
export interface ProfileSession extends AsyncDisposable {
  readonly profile: Profile;
  onEvent(listener: (event: BridgeEvent) => void): Unsubscribe;

  connectionState(): CallOutput<'connection.get'>;
  retryConnection(): void;
  setOffline(offline: boolean): void;
  /** The server address or the token changed. */
  accessChanged(): void;

  listRooms(): CallOutput<'rooms.list'>;
  createRoom(input: ParsedInput<'rooms.create'>): CallOutput<'rooms.create'>;
  renameRoom(roomId: string, title: string): CallOutput<'rooms.rename'>;
  markRoomRead(roomId: string): CallOutput<'rooms.markRead'>;
  listProducts(): CallOutput<'products.list'>;
  /** The archive of a room, made while it is read; `exportedBy` names the program in it. */
  exportRoom(roomId: string, exportedBy: string): RoomExport;
  /** Makes a room from the bytes of an archive. Refuses with a sentence what is none. */
  importRoom(bytes: AsyncIterable<Uint8Array>, progress: Progress): Promise<RoomImport>;

  pageMessages(input: ParsedInput<'messages.page'>): CallOutput<'messages.page'>;
  /** Brings the index up to date first, a piece at a time, so that nothing else waits long. */
  searchMessages(input: ParsedInput<'messages.search'>): Promise<CallOutput<'messages.search'>>;
  sendMessage(input: ParsedInput<'messages.send'>): CallOutput<'messages.send'>;
  sendTyping(roomId: string, typing: boolean): void;
  draft(roomId: string): string;
  setDraft(roomId: string, text: string): void;

  outboxCounts(): CallOutput<'outbox.counts'>;
  /** The first entries when no page is named. */
  listOutbox(page?: ParsedInput<'outbox.list'>): CallOutput<'outbox.list'>;
  editEntry(input: ParsedInput<'outbox.edit'>): CallOutput<'outbox.edit'>;
  cancelEntry(messageId: string): void;
  restoreEntry(messageId: string): CallOutput<'outbox.restore'>;
  retryEntry(messageId: string): void;
  moveEntry(messageId: string, beforeMessageId: string | null): void;
  stepEntry(messageId: string, direction: 'forward' | 'back'): void;

  file(fileId: string): FileRef;
  listFiles(roomId: string | null): FileRef[];
  addFile(roomId: string, name: string, bytes: AsyncIterable<Uint8Array>): Promise<FileRef>;
  /** Path of the verified bytes; a `Refusal` when they are not here. */
  filePath(fileId: string): string;
  fetchFile(fileId: string): Promise<FileRef>;

  listResults(input: ParsedInput<'results.list'>): CallOutput<'results.list'>;
  result(id: string): CallOutput<'results.get'>;
  readonly work: ResultWork;

  listNotices(): CallOutput<'notices.list'>;
  markNoticeRead(id: string | null): void;
  loggedFrames(): CallOutput<'log.frames'>;
  /** The database in numbers, for the diagnostics. */
  databaseFacts(): Record<string, unknown>;
}

export type OpenProfileSession = (options: ProfileSessionOptions) => Promise<ProfileSession>;
