// The outbox table: one row per message that the server has not accepted.
import { z } from 'zod';
import { refusalSchema, type ServerRefusal } from '../../shared/model/message.ts';
import { type RequestCode, requestCodeSchema } from '../../shared/protocol/codes.ts';
import { jsonColumn, textColumn, truthColumn } from './column.ts';
import type { Store } from './open-store.ts';
import { statement } from './statement.ts';

const rowSchema = z
  .object({
    message_id: z.string(),
    room_id: z.string(),
    code: requestCodeSchema,
    position: z.number(),
    state: z.enum(['waiting', 'sent', 'unconfirmed', 'quarantined']),
    attempts: z.number(),
    handed: truthColumn,
    retry_at: z.number(),
    last_error: z.string(),
    lease: z.string().nullable(),
    sent_at: z.number().nullable(),
    refusal: jsonColumn(refusalSchema).nullable(),
    created_at: z.string(),
    parent_id: z.string().nullable(),
    files_total: z.number(),
    files_done: z.number(),
  })
  .transform((row) => ({
    messageId: row.message_id,
    roomId: row.room_id,
    code: row.code,
    position: row.position,
    state: row.state,
    attempts: row.attempts,
    handed: row.handed,
    retryAtMs: row.retry_at,
    lastError: row.last_error,
    lease: row.lease,
    sentAtMs: row.sent_at,
    refusal: row.refusal,
    createdAt: row.created_at,
    parentId: row.parent_id,
    filesTotal: row.files_total,
    filesDone: row.files_done,
  }));
/**
 * An entry as it lies in its table. Times in ms since the epoch; `handed` once a socket ever took it; `parentId` is the
 * message it replies to, while that one is stuck in the queue itself.
 */
export type EntryRow = z.output<typeof rowSchema>;

const columns = `outbox.*,
  (SELECT parent.message_id FROM messages AS m JOIN outbox AS parent ON parent.message_id = m.reply_to
    WHERE m.id = outbox.message_id AND parent.state IN ('quarantined', 'unconfirmed')) AS parent_id,
  (SELECT count(*) FROM message_files AS mf WHERE mf.message_id = outbox.message_id) AS files_total,
  (SELECT count(*) FROM message_files AS mf JOIN files ON files.id = mf.file_id
    WHERE mf.message_id = outbox.message_id AND files.remote_id IS NOT NULL) AS files_done`;
/** The beginning of every statement that reads whole entries. */
export const selectEntries = `SELECT ${columns} FROM outbox`;
// Composed once: a text that is made anew at every call costs more than the statement it names.
const findSql = `${selectEntries} WHERE message_id = ?`;
const laneSql = `${selectEntries} WHERE room_id = ? AND state <> 'quarantined' ORDER BY position LIMIT ?`;
const anyUploadSql = `SELECT 1 FROM files JOIN message_files AS mf ON mf.file_id = files.id
  JOIN outbox ON outbox.message_id = mf.message_id WHERE files.remote_id IS NULL LIMIT 1`;
const sentSql = `${selectEntries} WHERE state IN ('sent', 'unconfirmed') AND (@roomId IS NULL OR room_id = @roomId)
  ORDER BY position`;
/** Rows as `selectEntries` reads them. */
export const toEntryRows = (rows: unknown[]): EntryRow[] => rows.map((row) => rowSchema.parse(row));

export interface NewEntry {
  readonly messageId: string;
  readonly roomId: string;
  readonly code: RequestCode;
  readonly at: string;
  /** Whether a socket ever took it. */
  readonly handed: boolean;
}

/** Places of neighbours are this far apart, so that an entry can be moved between two others without moving them. */
export const placeStep = 1024;

/** Puts a message at the end of the queue. */
export function addEntry(store: Store, entry: NewEntry): void {
  statement(
    store,
    `INSERT INTO outbox (message_id, room_id, code, position, state, created_at, handed)
     VALUES (@messageId, @roomId, @code, (SELECT coalesce(max(position), 0) + ${placeStep} FROM outbox), 'waiting', @at, @handed)`,
  ).run({ ...entry, handed: entry.handed ? 1 : 0 });
}

export function findEntry(store: Store, messageId: string): EntryRow | null {
  const row = statement(store, findSql).get(messageId);
  return row === undefined ? null : rowSchema.parse(row);
}

/** The front of a room's lane in order; quarantined entries stand aside. */
export function laneOf(store: Store, roomId: string, limit: number): EntryRow[] {
  return toEntryRows(statement(store, laneSql).all(roomId, limit));
}

/** Entries on the wire, of a room or of all. */
export function sentEntries(store: Store, roomId: string | null): EntryRow[] {
  return toEntryRows(statement(store, sentSql).all({ roomId }));
}

/** Rooms that have entries in the queue; the counter of a room is kept by triggers. */
export function roomsWithEntries(store: Store): string[] {
  return textColumn.parse(statement(store, 'SELECT id FROM rooms WHERE waiting > 0').pluck().all());
}

/** Waiting entries with files that have no id on the server yet, in order. */
export function entriesWithUploads(store: Store, limit: number): EntryRow[] {
  // Mostly there are none, and a long queue need not be searched for them.
  if (statement(store, anyUploadSql).get() === undefined) return [];
  return toEntryRows(
    statement(
      store,
      `SELECT ${columns} FROM outbox WHERE state = 'waiting' AND EXISTS (
         SELECT 1 FROM message_files AS mf JOIN files ON files.id = mf.file_id
         WHERE mf.message_id = outbox.message_id AND files.remote_id IS NULL)
       ORDER BY position LIMIT ?`,
    ).all(limit),
  );
}

/** Leases an entry to a socket. */
export function markSent(store: Store, messageId: string, lease: { name: string; atMs: number }): void {
  statement(
    store,
    `UPDATE outbox SET state = 'sent', lease = @name, sent_at = @atMs, handed = 1, attempts = attempts + 1,
       refusal = NULL WHERE message_id = @messageId`,
  ).run({ ...lease, messageId });
}

/** Puts an entry back into its lane, not to be tried before a time. */
export function markWaiting(
  store: Store,
  messageId: string,
  retry: { atMs: number; lastError: string },
): void {
  statement(
    store,
    `UPDATE outbox SET state = 'waiting', lease = NULL, refusal = NULL, retry_at = @atMs, last_error = @lastError
     WHERE message_id = @messageId`,
  ).run({ ...retry, messageId });
}

/** Forgets that an entry was handed over: a hand-over that did not happen. */
export function markNotHanded(store: Store, messageId: string): void {
  statement(
    store,
    `UPDATE outbox SET state = 'waiting', lease = NULL, sent_at = NULL, handed = 0, attempts = attempts - 1
     WHERE message_id = ?`,
  ).run(messageId);
}

/** Counts a failed attempt that never reached the socket, such as an upload. */
export function countAttempt(store: Store, messageId: string): void {
  statement(store, 'UPDATE outbox SET attempts = attempts + 1 WHERE message_id = ?').run(messageId);
}

export function markUnconfirmed(store: Store, messageId: string): void {
  statement(store, `UPDATE outbox SET state = 'unconfirmed', lease = NULL WHERE message_id = ?`).run(
    messageId,
  );
}

export function markQuarantined(store: Store, messageId: string, refusal: ServerRefusal): void {
  statement(
    store,
    `UPDATE outbox SET state = 'quarantined', lease = NULL, refusal = ? WHERE message_id = ?`,
  ).run(JSON.stringify(refusal), messageId);
}

export function setEntryCode(store: Store, messageId: string, code: RequestCode): void {
  statement(store, 'UPDATE outbox SET code = ? WHERE message_id = ?').run(code, messageId);
}

/** Points the waiting replies to a message at the one that replaced it. */
export function repointReplies(store: Store, from: string, to: string): void {
  statement(
    store,
    `UPDATE messages SET reply_to = @to WHERE reply_to = @from AND id IN (SELECT message_id FROM outbox)`,
  ).run({ from, to });
}

/** Removes an entry; false when there was none. */
export function removeEntry(store: Store, messageId: string): boolean {
  return statement(store, 'DELETE FROM outbox WHERE message_id = ?').run(messageId).changes > 0;
}

/** Gives entries new places; places must not collide, so they step aside first. */
export function setPositions(store: Store, places: readonly { messageId: string; position: number }[]): void {
  const move = statement(store, 'UPDATE outbox SET position = ? WHERE message_id = ?');
  for (const { messageId, position } of places) move.run(-position, messageId);
  for (const { messageId, position } of places) move.run(position, messageId);
}
