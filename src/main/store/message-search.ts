// Full-text search over messages: catching the index up, and finding.
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { messageKinds } from '../../shared/model/message.ts';
import type { SearchHit } from '../../shared/model/search.ts';
import { truthColumn } from './column.ts';
import type { Store } from './open-store.ts';
import { statement } from './statement.ts';

/** Messages indexed in one transaction: some tens of milliseconds. */
const batch = 2000;
/** Stand round a found word inside a snippet; no message can hold them. */
const [opens, closes] = ['\u0002', '\u0003'];

/** Indexes up to `batch` messages that are not in the index yet; true while more are left. */
export function indexSome(store: Store): boolean {
  return store
    .transaction(() => {
      const from = Number(statement(store, 'SELECT indexed_to FROM search_progress').pluck().get());
      const to = statement(
        store,
        'SELECT max(rowid) FROM (SELECT rowid FROM messages WHERE rowid > ? ORDER BY rowid LIMIT ?)',
      )
        .pluck()
        .get(from, batch);
      if (typeof to !== 'number') return false;
      statement(
        store,
        'INSERT INTO message_search (rowid, text) SELECT rowid, text FROM messages WHERE rowid > ? AND rowid <= ?',
      ).run(from, to);
      statement(store, 'UPDATE search_progress SET indexed_to = ?').run(to);
      return true;
    })
    .immediate();
}

/** Empties the index of a copy whose rowids may be others, as after VACUUM; the next search fills it again. */
export function forgetIndex(copy: Database): void {
  const known = copy.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'search_progress'`).get();
  if (known === undefined) return;
  copy.exec(
    `INSERT INTO message_search (message_search) VALUES ('delete-all'); UPDATE search_progress SET indexed_to = 0`,
  );
}

const hitSchema = z
  .object({
    id: z.string(),
    room_id: z.string(),
    room_title: z.string(),
    kind: z.enum(messageKinds),
    author_id: z.string(),
    is_own: truthColumn,
    created_at: z.string(),
    snippet: z.string(),
  })
  .transform(
    (row): SearchHit => ({
      messageId: row.id,
      roomId: row.room_id,
      roomTitle: row.room_title,
      kind: row.kind,
      authorId: row.author_id,
      isOwn: row.is_own,
      createdAt: row.created_at,
      snippet: partsOf(row.snippet),
    }),
  );

export interface SearchPage {
  readonly query: string;
  readonly roomId: string | null;
  readonly limit: number;
  readonly offset: number;
}

/** The messages that hold every word of `query`, the best first; the last word may be a beginning. Cancelled ones are left out. */
export function findMessages(store: Store, { query, roomId, limit, offset }: SearchPage): SearchHit[] {
  const match = matchOf(query);
  if (match === '') return [];
  return statement(
    store,
    `SELECT m.id, m.room_id, r.title AS room_title, m.kind, m.author_id, m.is_own, m.created_at,
       snippet(message_search, 0, '${opens}', '${closes}', '…', 18) AS snippet
     FROM message_search JOIN messages m ON m.rowid = message_search.rowid JOIN rooms r ON r.id = m.room_id
     WHERE message_search MATCH @match AND (@roomId IS NULL OR m.room_id = @roomId)
       AND (m.delivery IS NULL OR m.delivery ->> '$.state' <> 'cancelled')
     ORDER BY message_search.rank, m.rowid DESC LIMIT @limit OFFSET @offset`,
  )
    .all({ match, roomId, limit, offset })
    .map((row) => hitSchema.parse(row));
}

/** Words as FTS5 takes them: each in quotation marks, so that nothing in them is an operator. */
function matchOf(query: string): string {
  const words = query.normalize('NFC').match(/[\p{L}\p{N}]+(?:[.,\-_/][\p{L}\p{N}]+)*/gu) ?? [];
  return words
    .slice(0, 16)
    .map((word, index, all) => `"${word.slice(0, 64)}"${index === all.length - 1 ? '*' : ''}`)
    .join(' ');
}

function partsOf(snippet: string): SearchHit['snippet'] {
  return snippet.split(new RegExp(`(${opens}[^${closes}]*${closes})`)).flatMap((piece) => {
    if (piece === '') return [];
    const isHit = piece.startsWith(opens);
    return { text: isHit ? piece.slice(1, -1) : piece, isHit };
  });
}
