// The rooms table, with its counters and the place in the server's story up to which we know it.
import { z } from 'zod';
import type { Room } from '../../shared/model/room.ts';
import type { Store } from './open-store.ts';
import { statement } from './statement.ts';

const rowSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    product_id: z.string().nullable(),
    unread: z.number().int().nonnegative(),
    waiting: z.number().int().nonnegative(),
    last_activity_at: z.string().nullable(),
    last_preview: z.string(),
  })
  .transform(
    (row): Room => ({
      id: row.id,
      title: row.title,
      productId: row.product_id,
      unread: row.unread,
      waiting: row.waiting,
      lastActivityAt: row.last_activity_at,
      lastPreview: row.last_preview,
    }),
  );

export interface NewRoom {
  readonly id: string;
  readonly title: string;
  readonly productId: string | null;
  readonly at: string;
}

/** Adds a room; false when it is known already. */
export function addRoom(store: Store, room: NewRoom): boolean {
  const { changes } = statement(
    store,
    `INSERT INTO rooms (id, title, product_id, created_at) VALUES (@id, @title, @productId, @at)
     ON CONFLICT (id) DO NOTHING`,
  ).run(room);
  return changes > 0;
}

export function findRoom(store: Store, id: string): Room | null {
  const row = statement(store, 'SELECT * FROM rooms WHERE id = ?').get(id);
  return row === undefined ? null : rowSchema.parse(row);
}

export function hasRoom(store: Store, id: string): boolean {
  return statement(store, 'SELECT 1 FROM rooms WHERE id = ?').get(id) !== undefined;
}

/** Most recently active first. */
export function listRooms(store: Store): Room[] {
  return statement(store, 'SELECT * FROM rooms ORDER BY coalesce(last_activity_at, created_at) DESC, id')
    .all()
    .map((row) => rowSchema.parse(row));
}

export function renameRoom(store: Store, id: string, title: string): void {
  statement(store, 'UPDATE rooms SET title = ? WHERE id = ?').run(title, id);
}

export function setRoomProduct(store: Store, id: string, productId: string): void {
  statement(store, 'UPDATE rooms SET product_id = ? WHERE id = ?').run(productId, id);
}

export function clearUnread(store: Store, id: string): void {
  statement(store, 'UPDATE rooms SET unread = 0 WHERE id = ?').run(id);
}

const seqSchema = z.number();

/** Takes the next place in a room's story. */
export function nextSeq(store: Store, id: string): number {
  const seq = statement(store, 'UPDATE rooms SET last_seq = last_seq + 1 WHERE id = ? RETURNING last_seq')
    .pluck()
    .get(id);
  return seqSchema.parse(seq);
}

/** Says which place of a room's story was taken last. */
export function setLastSeq(store: Store, id: string, seq: number): void {
  statement(store, 'UPDATE rooms SET last_seq = ? WHERE id = ?').run(seq, id);
}

/** Notes what happened last; `unread` counts what a person has not seen. */
export function noteActivity(
  store: Store,
  id: string,
  news: { readonly at: string; readonly preview: string; readonly unread: number },
): void {
  statement(
    store,
    `UPDATE rooms SET last_activity_at = max(coalesce(last_activity_at, ''), @at), last_preview = @preview,
       unread = unread + @unread WHERE id = @id`,
  ).run({ ...news, id });
}

/** Takes the next place in a room's story and notes what happened there; one step, for what comes in by the thousand. */
export function placeNews(
  store: Store,
  id: string,
  news: { readonly at: string; readonly preview: string; readonly unread: number },
): number {
  const seq = statement(
    store,
    `UPDATE rooms SET last_seq = last_seq + 1, last_activity_at = max(coalesce(last_activity_at, ''), @at),
       last_preview = @preview, unread = unread + @unread WHERE id = @id RETURNING last_seq`,
  )
    .pluck()
    .get({ ...news, id });
  return seqSchema.parse(seq);
}

const cursorSchema = z.object({ last_seq: z.number(), history_after: z.string().nullable() });

/** The newest place of a room, and the id of the last frame of the server's story that we have without a hole. */
export function roomCursor(store: Store, id: string): { lastSeq: number; historyAfter: string | null } {
  const row = cursorSchema.parse(
    statement(store, 'SELECT last_seq, history_after FROM rooms WHERE id = ?').get(id),
  );
  return { lastSeq: row.last_seq, historyAfter: row.history_after };
}

export function setHistoryAfter(store: Store, id: string, wireId: string): void {
  statement(store, 'UPDATE rooms SET history_after = ? WHERE id = ?').run(wireId, id);
}

const draftSchema = z.string().default('');

/** The unfinished text of the composer. */
export function draftOf(store: Store, id: string): string {
  return draftSchema.parse(statement(store, 'SELECT draft FROM rooms WHERE id = ?').pluck().get(id));
}

export function setDraft(store: Store, id: string, text: string): void {
  statement(store, 'UPDATE rooms SET draft = ? WHERE id = ?').run(text, id);
}
