// The queue where it is long: counted, read a page at a time, and its lanes asked for neighbours; never read whole.
import { z } from 'zod';
import { refusalSchema } from '../../shared/model/message.ts';
import { jsonColumn, truthColumn } from './column.ts';
import { type EntryRow, selectEntries, toEntryRows } from './entries.ts';
import type { Store } from './open-store.ts';
import { statement } from './statement.ts';

const countSchema = z.object({
  state: z.enum(['waiting', 'sent', 'unconfirmed', 'quarantined']),
  n: z.number(),
});

/** How many entries are in each state. */
export function countStates(store: Store): Record<EntryRow['state'], number> {
  const counts = { waiting: 0, sent: 0, unconfirmed: 0, quarantined: 0 };
  for (const row of statement(store, 'SELECT state, count(*) AS n FROM outbox GROUP BY state').all()) {
    const { state, n } = countSchema.parse(row);
    counts[state] = n;
  }
  return counts;
}

/** When the next waiting entry is tried again, ms since the epoch; null when none is to be. */
export function nextRetryMs(store: Store, nowMs: number): number | null {
  const at = statement(
    store,
    `SELECT retry_at FROM outbox WHERE retry_at > 0 AND retry_at > ? AND state = 'waiting' ORDER BY retry_at LIMIT 1`,
  );
  return z.number().optional().parse(at.pluck().get(nowMs)) ?? null;
}

const pageSql = `${selectEntries} WHERE position >= (
    SELECT position FROM outbox ORDER BY position LIMIT 1 OFFSET @from) ORDER BY position LIMIT @limit`;

/** Entries in order, `from` counted from the front. The place is found in the index alone. */
export function pageOfQueue(store: Store, { from, limit }: { from: number; limit: number }): EntryRow[] {
  return toEntryRows(statement(store, pageSql).all({ from, limit }));
}

const headSchema = z
  .object({ message_id: z.string(), handed: truthColumn, refusal: jsonColumn(refusalSchema).nullable() })
  .transform((row) => ({ messageId: row.message_id, handed: row.handed, refusal: row.refusal }));

/** All entries in order, without what takes further look-ups. */
export function queueHeads(store: Store): z.output<typeof headSchema>[] {
  return statement(store, 'SELECT message_id, handed, refusal FROM outbox ORDER BY position')
    .all()
    .map((row) => headSchema.parse(row));
}

/** Whether any entry stands at a place. */
export function isPlaceTaken(store: Store, position: number): boolean {
  return statement(store, 'SELECT 1 FROM outbox WHERE position = ?').get(position) !== undefined;
}

/** An entry and its place in the queue. */
export interface Place {
  readonly messageId: string;
  readonly position: number;
}

const placeSchema = z
  .object({ message_id: z.string(), position: z.number() })
  .transform((row): Place => ({ messageId: row.message_id, position: row.position }));

/** The entry of a room that stands next after a place, or before it; entries on the wire are passed over. */
export function neighbour(
  store: Store,
  roomId: string,
  { position, side }: { readonly position: number; readonly side: 'before' | 'after' },
): Place | null {
  const sql =
    side === 'after'
      ? `SELECT message_id, position FROM outbox WHERE room_id = ? AND position > ? AND state <> 'sent'
           ORDER BY position LIMIT 1`
      : `SELECT message_id, position FROM outbox WHERE room_id = ? AND position < ? AND state <> 'sent'
           ORDER BY position DESC LIMIT 1`;
  const row = statement(store, sql).get(roomId, position);
  return row === undefined ? null : placeSchema.parse(row);
}

/** The entries of a room from one place to another, both included, in order, without those on the wire. */
export function placesBetween(store: Store, roomId: string, from: number, to: number): Place[] {
  return statement(
    store,
    `SELECT message_id, position FROM outbox WHERE room_id = ? AND position BETWEEN ? AND ? AND state <> 'sent'
     ORDER BY position`,
  )
    .all(roomId, from, to)
    .map((row) => placeSchema.parse(row));
}

/** The last place of a room's lane; 0 when it is empty. */
export function lastPlace(store: Store, roomId: string): number {
  const last = statement(store, 'SELECT coalesce(max(position), 0) FROM outbox WHERE room_id = ?');
  return z.number().parse(last.pluck().get(roomId));
}
