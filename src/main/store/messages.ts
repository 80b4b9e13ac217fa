// The messages table: the story of each room, by place.
import { z } from 'zod';
import { type Delivery, deliverySchema, messageKinds } from '../../shared/model/message.ts';
import { type NewMessage, newMessageSchema } from '../../shared/model/new-message.ts';
import { sourceSchema } from '../../shared/protocol/response-data.ts';
import { jsonColumn, toJson, truthColumn } from './column.ts';
import type { Store } from './open-store.ts';
import { statement } from './statement.ts';

const rowSchema = z
  .object({
    id: z.string(),
    room_id: z.string(),
    seq: z.number(),
    wire_id: z.string().nullable(),
    kind: z.enum(messageKinds),
    author_id: z.string(),
    is_own: truthColumn,
    text: z.string(),
    reply_to: z.string().nullable(),
    created_at: z.string(),
    request: jsonColumn(newMessageSchema).nullable(),
    sources: jsonColumn(z.array(sourceSchema)),
    streaming: truthColumn,
    response_code: z.string().nullable(),
    delivery: jsonColumn(deliverySchema).nullable(),
    raw: jsonColumn(z.unknown()).nullable(),
    answered_by: z.string().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    roomId: row.room_id,
    seq: row.seq,
    wireId: row.wire_id,
    kind: row.kind,
    authorId: row.author_id,
    isOwn: row.is_own,
    text: row.text,
    replyTo: row.reply_to,
    createdAt: row.created_at,
    request: row.request,
    sources: row.sources,
    streaming: row.streaming,
    responseCode: row.response_code,
    delivery: row.delivery,
    raw: row.raw,
    answeredBy: row.answered_by,
  }));
/** A message as it lies in its table; `wireId` is its id on the server. */
export type MessageRow = z.output<typeof rowSchema>;

/** A row as it is read; further columns are left out. */
export function toMessageRow(row: unknown): MessageRow {
  return rowSchema.parse(row);
}

const orNull = (row: unknown): MessageRow | null => (row === undefined ? null : rowSchema.parse(row));

function toColumns(message: MessageRow): Record<string, string | number | null> {
  return {
    ...message,
    isOwn: message.isOwn ? 1 : 0,
    streaming: message.streaming ? 1 : 0,
    request: toJson(message.request),
    sources: JSON.stringify(message.sources),
    delivery: toJson(message.delivery),
    raw: toJson(message.raw),
  };
}

export function insertMessage(store: Store, message: MessageRow): void {
  statement(
    store,
    `INSERT INTO messages (id, room_id, seq, wire_id, kind, author_id, is_own, text, reply_to, created_at, request,
       sources, streaming, response_code, delivery, raw, answered_by)
     VALUES (@id, @roomId, @seq, @wireId, @kind, @authorId, @isOwn, @text, @replyTo, @createdAt, @request,
       @sources, @streaming, @responseCode, @delivery, @raw, @answeredBy)`,
  ).run(toColumns(message));
}

/** Writes a message again, at its place. */
export function updateMessage(store: Store, message: MessageRow): void {
  statement(
    store,
    `UPDATE messages SET wire_id = @wireId, kind = @kind, author_id = @authorId, text = @text, reply_to = @replyTo,
       created_at = @createdAt, request = @request, sources = @sources, streaming = @streaming,
       response_code = @responseCode, delivery = @delivery, raw = @raw, answered_by = @answeredBy WHERE id = @id`,
  ).run(toColumns(message));
}

export function findMessage(store: Store, id: string): MessageRow | null {
  return orNull(statement(store, 'SELECT * FROM messages WHERE id = ?').get(id));
}

export function findByWireId(store: Store, roomId: string, wireId: string): MessageRow | null {
  return orNull(
    statement(store, 'SELECT * FROM messages WHERE room_id = ? AND wire_id = ?').get(roomId, wireId),
  );
}

/** Answers of a room that are still being streamed, newest first; there are few. */
export function streamingMessages(store: Store, roomId: string): MessageRow[] {
  return statement(store, 'SELECT * FROM messages WHERE room_id = ? AND streaming = 1 ORDER BY seq DESC')
    .all(roomId)
    .map((row) => rowSchema.parse(row));
}

export function setDelivery(store: Store, id: string, delivery: Delivery): void {
  statement(store, 'UPDATE messages SET delivery = ? WHERE id = ?').run(JSON.stringify(delivery), id);
}

/** Changes what an unsent message says. */
export function rewriteMessage(store: Store, id: string, request: NewMessage): void {
  statement(
    store,
    'UPDATE messages SET kind = @kind, text = @text, reply_to = @replyTo, request = @json WHERE id = @id',
  ).run({
    id,
    kind: request.kind,
    text: request.text,
    replyTo: request.replyTo,
    json: JSON.stringify(request),
  });
}

/** The latest `limit` messages before a place, oldest first; cancelled ones are left out. */
export function pageOfMessages(
  store: Store,
  roomId: string,
  page: { readonly beforeSeq: number | null; readonly limit: number },
): MessageRow[] {
  return statement(
    store,
    `SELECT * FROM messages WHERE room_id = @roomId AND seq < @before
       AND (delivery IS NULL OR delivery ->> '$.state' <> 'cancelled') ORDER BY seq DESC LIMIT @limit`,
  )
    .all({ roomId, before: page.beforeSeq ?? Number.MAX_SAFE_INTEGER, limit: page.limit })
    .map((row) => rowSchema.parse(row))
    .reverse();
}
