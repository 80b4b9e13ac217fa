// The rooms table and its members.
import { z } from 'zod';
import type { Store } from './open-store.ts';

const roomRowSchema = z.object({
  id: z.string(),
  title: z.string(),
  product_id: z.string().nullable(),
  last_activity_at: z.string(),
});
export type RoomRow = z.infer<typeof roomRowSchema>;

export interface RoomWish {
  readonly id: string;
  readonly title?: string | undefined;
  readonly productId?: string | undefined;
}

/** Makes a room, or fills in the title and product of one that was made without. */
export function ensureRoom(store: Store, wish: RoomWish, at: string): RoomRow {
  const known = findRoom(store, wish.id);
  const title = wish.title?.trim() || known?.title || wish.id;
  const productId = known?.product_id ?? wish.productId ?? null;
  if (known && (known.title === title || known.title !== known.id) && known.product_id === productId)
    return known;
  store
    .prepare(
      `INSERT INTO rooms (id, title, product_id, created_at, last_activity_at) VALUES (@id, @title, @productId, @at, @at)
       ON CONFLICT (id) DO UPDATE SET product_id = @productId, title = CASE WHEN title = id THEN @title ELSE title END`,
    )
    .run({ id: wish.id, title, productId, at });
  return findRoom(store, wish.id) ?? { id: wish.id, title, product_id: productId, last_activity_at: at };
}

export function findRoom(store: Store, id: string): RoomRow | null {
  const row = store.prepare('SELECT id, title, product_id, last_activity_at FROM rooms WHERE id = ?').get(id);
  return row === undefined ? null : roomRowSchema.parse(row);
}

/** All rooms, the latest used first. */
export function listRooms(store: Store): RoomRow[] {
  const rows = store
    .prepare('SELECT id, title, product_id, last_activity_at FROM rooms ORDER BY last_activity_at DESC, id')
    .all();
  return z.array(roomRowSchema).parse(rows);
}

export function addMember(store: Store, roomId: string, member: { userId: string; at: string }): void {
  store
    .prepare('INSERT INTO members (room_id, user_id, joined_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
    .run(roomId, member.userId, member.at);
}

/** Everyone who ever joined, in order of joining. */
export function listMembers(store: Store, roomId: string): string[] {
  const rows = store
    .prepare('SELECT user_id FROM members WHERE room_id = ? ORDER BY joined_at, user_id')
    .all(roomId);
  return z
    .array(z.object({ user_id: z.string() }))
    .parse(rows)
    .map((row) => row.user_id);
}
