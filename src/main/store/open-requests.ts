// The open_requests table: AI requests that the server has accepted and not answered.
import { z } from 'zod';
import { responseCodeSchema } from '../../shared/protocol/codes.ts';
import type { Store } from './open-store.ts';
import { statement } from './statement.ts';

const rowSchema = z
  .object({
    message_id: z.string(),
    room_id: z.string(),
    response_code: responseCodeSchema,
    heard_at: z.number(),
  })
  .transform((row) => ({
    messageId: row.message_id,
    roomId: row.room_id,
    responseCode: row.response_code,
    heardAtMs: row.heard_at,
  }));
/** `heardAtMs`: when the server last said something about it. */
export type OpenRequest = z.output<typeof rowSchema>;

/** Opens a request, or notes that it was heard of again. */
export function hearOfRequest(store: Store, request: OpenRequest): void {
  statement(
    store,
    `INSERT INTO open_requests (message_id, room_id, response_code, heard_at)
     VALUES (@messageId, @roomId, @responseCode, @heardAtMs)
     ON CONFLICT (message_id) DO UPDATE SET heard_at = excluded.heard_at`,
  ).run(request);
}

export function closeRequest(store: Store, messageId: string): void {
  statement(store, 'DELETE FROM open_requests WHERE message_id = ?').run(messageId);
}

/** Whether anything is in the queue or unanswered: if not, no frame can be about it. */
export function isAnythingOut(store: Store): boolean {
  const isOut = statement(
    store,
    'SELECT EXISTS (SELECT 1 FROM outbox) OR EXISTS (SELECT 1 FROM open_requests)',
  );
  return isOut.pluck().get() !== 0;
}

/** Open requests of a room, or of all; oldest first. */
export function openRequests(store: Store, roomId: string | null): OpenRequest[] {
  return statement(
    store,
    'SELECT * FROM open_requests WHERE @roomId IS NULL OR room_id = @roomId ORDER BY rowid',
  )
    .all({ roomId })
    .map((row) => rowSchema.parse(row));
}
