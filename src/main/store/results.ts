// The results table: what answers brought, one record each. The frame is kept whole; the body is read from it.
import { z } from 'zod';
import { type ResultKind } from '../../shared/model/result.ts';
import { jsonColumn, textColumn } from './column.ts';
import type { Store } from './open-store.ts';
import { statement } from './statement.ts';

const rowSchema = z
  .object({
    id: z.string(),
    room_id: z.string(),
    kind: z.enum(['idea', 'documentation', 'engineering']),
    request_message_id: z.string().nullable(),
    answer_message_id: z.string(),
    title: z.string(),
    text: z.string(),
    created_at: z.string(),
    raw: jsonColumn(z.looseObject({ data: z.record(z.string(), z.unknown()) })),
  })
  .transform((row) => ({
    id: row.id,
    roomId: row.room_id,
    kind: row.kind,
    requestMessageId: row.request_message_id,
    answerMessageId: row.answer_message_id,
    title: row.title,
    text: row.text,
    createdAt: row.created_at,
    raw: row.raw,
  }));
export type ResultRow = z.output<typeof rowSchema>;

/** A row as it is read; further columns are left out. */
export function toResultRow(row: unknown): ResultRow {
  return rowSchema.parse(row);
}

export function insertResult(store: Store, result: ResultRow): void {
  statement(
    store,
    `INSERT INTO results (id, room_id, kind, request_message_id, answer_message_id, title, text, created_at, raw)
     VALUES (@id, @roomId, @kind, @requestMessageId, @answerMessageId, @title, @text, @createdAt, @raw)`,
  ).run({ ...result, raw: JSON.stringify(result.raw) });
}

export function findResult(store: Store, id: string): ResultRow | null {
  const row = statement(store, 'SELECT * FROM results WHERE id = ?').get(id);
  return row === undefined ? null : rowSchema.parse(row);
}

/** Results of a room, newest first. */
export function listResults(store: Store, roomId: string, kind: ResultKind | null): ResultRow[] {
  return statement(
    store,
    `SELECT * FROM results WHERE room_id = @roomId AND (@kind IS NULL OR kind = @kind) ORDER BY created_at DESC, id DESC`,
  )
    .all({ roomId, kind })
    .map((row) => rowSchema.parse(row));
}

export function resultIdsOfAnswer(store: Store, messageId: string): string[] {
  return textColumn.parse(
    statement(store, 'SELECT id FROM results WHERE answer_message_id = ?').pluck().all(messageId),
  );
}
