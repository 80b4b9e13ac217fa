// The frame_log table: frames kept as they came because we could not use them.
import { type LoggedFrame, loggedFrameSchema } from '../../shared/model/status.ts';
import type { Store } from './open-store.ts';
import { statement } from './statement.ts';

const mostKept = 1000;
const mostListed = 200;
const longestText = 200_000;

/** Keeps a frame with the reason; the oldest beyond 1000 go. */
export function logFrame(store: Store, frame: Omit<LoggedFrame, 'id'>): void {
  const { lastInsertRowid } = statement(
    store,
    'INSERT INTO frame_log (at, reason, text) VALUES (@at, @reason, @text)',
  ).run({ ...frame, text: frame.text.slice(0, longestText) });
  statement(store, 'DELETE FROM frame_log WHERE id <= ?').run(Number(lastInsertRowid) - mostKept);
}

/** The newest 200, newest first. */
export function loggedFrames(store: Store): LoggedFrame[] {
  return statement(store, 'SELECT * FROM frame_log ORDER BY id DESC LIMIT ?')
    .all(mostListed)
    .map((row) => loggedFrameSchema.parse(row));
}
