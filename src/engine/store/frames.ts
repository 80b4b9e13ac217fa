// The frames table: what was said in each room, in order. This is the history.
import { z } from 'zod';
import { type OutFrame, outFrameSchema } from '../frames/out-frame.ts';
import type { Store } from './open-store.ts';

const frameRowSchema = z.object({ seq: z.number().int(), frame: z.string() });

export interface StoredFrame {
  readonly seq: number;
  readonly frame: OutFrame;
}

function toStored(row: unknown): StoredFrame {
  const { seq, frame } = frameRowSchema.parse(row);
  return { seq, frame: outFrameSchema.parse(JSON.parse(frame)) };
}

/** Appends a frame to its room and returns its place. */
export function appendFrame(store: Store, roomId: string, frame: OutFrame): number {
  const messageId = z.string().parse(frame.data['message_id']);
  const text = JSON.stringify(frame);
  const { lastInsertRowid } = store
    .prepare('INSERT INTO frames (room_id, message_id, frame) VALUES (?, ?, ?)')
    .run(roomId, messageId, text);
  store.prepare('UPDATE rooms SET last_activity_at = ? WHERE id = ?').run(frame.timestamp, roomId);
  return Number(lastInsertRowid);
}

export function frameAt(store: Store, seq: number): OutFrame | null {
  const row = store.prepare('SELECT seq, frame FROM frames WHERE seq = ?').get(seq);
  return row === undefined ? null : toStored(row).frame;
}

/** Frames of a room after a message (all when it is null or unknown), oldest first, at most `limit`. */
export function framesAfter(
  store: Store,
  roomId: string,
  page: { after: string | null; limit: number },
): StoredFrame[] {
  const found = store
    .prepare('SELECT max(seq) AS seq FROM frames WHERE room_id = ? AND message_id = ?')
    .get(roomId, page.after);
  const after = z.object({ seq: z.number().nullable() }).parse(found).seq ?? 0;
  return store
    .prepare('SELECT seq, frame FROM frames WHERE room_id = ? AND seq > ? ORDER BY seq LIMIT ?')
    .all(roomId, after, page.limit)
    .map(toStored);
}
