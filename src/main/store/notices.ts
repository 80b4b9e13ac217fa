// The notices table: system messages, notifications and warnings outside of rooms.
import { type Notice, noticeSchema } from '../../shared/model/status.ts';
import { z } from 'zod';
import { truthColumn } from './column.ts';
import type { Store } from './open-store.ts';
import { statement } from './statement.ts';

const mostListed = 500;
const rowSchema = z
  .looseObject({ action_url: z.string().nullable(), created_at: z.string(), read: truthColumn })
  .transform((row) => noticeSchema.parse({ ...row, actionUrl: row.action_url, createdAt: row.created_at }));

export function addNotice(store: Store, notice: Notice): void {
  statement(
    store,
    `INSERT INTO notices (id, kind, title, text, priority, action_url, created_at, read)
     VALUES (@id, @kind, @title, @text, @priority, @actionUrl, @createdAt, @read)`,
  ).run({ ...notice, read: notice.read ? 1 : 0 });
}

/** The newest 500, newest first. */
export function listNotices(store: Store): Notice[] {
  return statement(store, 'SELECT * FROM notices ORDER BY created_at DESC, id DESC LIMIT ?')
    .all(mostListed)
    .map((row) => rowSchema.parse(row));
}

/** Marks one notice read, or all. */
export function markNoticeRead(store: Store, id: string | null): void {
  statement(store, 'UPDATE notices SET read = 1 WHERE read = 0 AND (@id IS NULL OR id = @id)').run({ id });
}
