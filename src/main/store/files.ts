// The files table and which messages hold which file.
import { z } from 'zod';
import type { FileRef } from '../../shared/model/file.ts';
import { jsonColumn, textColumn, toJson } from './column.ts';
import type { Store } from './open-store.ts';
import { statement } from './statement.ts';

/** Where the bytes of an awaited file are to be had; inline ones stand in the frame of a message. */
const fileSourceSchema = z.discriminatedUnion('from', [
  z.object({ from: z.literal('id'), id: z.string() }),
  z.object({ from: z.literal('url'), url: z.string() }),
  z.object({ from: z.literal('inline'), messageId: z.string(), where: z.string() }),
]);

const rowSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    media_type: z.string(),
    size_bytes: z.number().nullable(),
    state: z.enum(['stored', 'awaited', 'missing']),
    sha256: z.string().nullable(),
    expected_sha256: z.string().nullable(),
    reason: z.string(),
    remote_id: z.string().nullable(),
    source: jsonColumn(fileSourceSchema).nullable(),
    room_id: z.string().nullable(),
    created_at: z.string(),
  })
  .transform((row) => ({
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    state: row.state,
    sha256: row.sha256,
    expectedSha256: row.expected_sha256,
    reason: row.reason,
    remoteId: row.remote_id,
    source: row.source,
    roomId: row.room_id,
    createdAt: row.created_at,
  }));
export type FileRow = z.output<typeof rowSchema>;

/** A row as it is read; further columns are left out. */
export function toFileRow(row: unknown): FileRow {
  return rowSchema.parse(row);
}

const orNull = (row: unknown): FileRow | null => (row === undefined ? null : rowSchema.parse(row));

/** A file as the model tells it. */
export function toFileRef(row: FileRow): FileRef {
  const { id, name, mediaType, sizeBytes, remoteId, roomId, createdAt, state, sha256, reason } = row;
  const bytes: FileRef['bytes'] =
    state === 'stored' && sha256 !== null
      ? { state, sha256 }
      : { state: state === 'awaited' ? 'awaited' : 'missing', reason };
  return { id, name, mediaType, sizeBytes, remoteId, roomId, createdAt, bytes };
}

/** Adds a file, or writes it again. */
export function saveFile(store: Store, file: FileRow): void {
  statement(
    store,
    `INSERT INTO files (id, name, media_type, size_bytes, state, sha256, expected_sha256, reason, remote_id, source,
       room_id, created_at)
     VALUES (@id, @name, @mediaType, @sizeBytes, @state, @sha256, @expectedSha256, @reason, @remoteId, @source,
       @roomId, @createdAt)
     ON CONFLICT (id) DO UPDATE SET name = @name, media_type = @mediaType, size_bytes = @sizeBytes, state = @state,
       sha256 = @sha256, expected_sha256 = @expectedSha256, reason = @reason, remote_id = @remoteId, source = @source,
       room_id = @roomId`,
  ).run({ ...file, source: toJson(file.source) });
}

export function findFile(store: Store, id: string): FileRow | null {
  return orNull(statement(store, 'SELECT * FROM files WHERE id = ?').get(id));
}

export function findFileByRemoteId(store: Store, remoteId: string): FileRow | null {
  return orNull(
    statement(store, 'SELECT * FROM files WHERE remote_id = ? ORDER BY created_at LIMIT 1').get(remoteId),
  );
}

/** Files of a room, or all; newest first. */
export function listFiles(store: Store, roomId: string | null): FileRow[] {
  const rows =
    roomId === null
      ? statement(store, 'SELECT * FROM files ORDER BY created_at DESC').all()
      : statement(store, 'SELECT * FROM files WHERE room_id = ? ORDER BY created_at DESC').all(roomId);
  return rows.map((row) => rowSchema.parse(row));
}

/** Files the server named whose bytes are not here, oldest first. */
export function awaitedFiles(store: Store): FileRow[] {
  return statement(store, `SELECT * FROM files WHERE state = 'awaited' ORDER BY created_at`)
    .all()
    .map((row) => rowSchema.parse(row));
}

/** Says which files a message holds, in order. */
export function setMessageFiles(store: Store, messageId: string, fileIds: readonly string[]): void {
  statement(store, 'DELETE FROM message_files WHERE message_id = ?').run(messageId);
  const insert = statement(
    store,
    'INSERT INTO message_files (message_id, position, file_id) VALUES (?, ?, ?)',
  );
  for (const [position, fileId] of fileIds.entries()) insert.run(messageId, position, fileId);
}

export function filesOfMessage(store: Store, messageId: string): FileRow[] {
  return statement(
    store,
    `SELECT files.* FROM message_files JOIN files ON files.id = message_files.file_id
     WHERE message_files.message_id = ? ORDER BY message_files.position`,
  )
    .all(messageId)
    .map((row) => rowSchema.parse(row));
}

export function messagesWithFile(store: Store, fileId: string): string[] {
  return textColumn.parse(
    statement(store, 'SELECT message_id FROM message_files WHERE file_id = ?').pluck().all(fileId),
  );
}
