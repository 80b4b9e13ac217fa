// A room read from its first to its last row, a page at a time, so that no room is too large.
import { z } from 'zod';
import { Refusal } from '../../shared/std/result.ts';
import { type FileRow, toFileRow } from './files.ts';
import { type MessageRow, toMessageRow } from './messages.ts';
import type { Store } from './open-store.ts';
import { type ResultRow, toResultRow } from './results.ts';
import { statement } from './statement.ts';

const pageLength = 200;
const numberSchema = z.looseObject({ place: z.number() });

/** A room up to a place in its story. */
export interface RoomPart {
  readonly roomId: string;
  readonly upTo: number;
}

/** Messages in order, without cancelled ones. Each page is read when it is asked for. */
export function* messagesOfRoom(store: Store, part: RoomPart): Generator<MessageRow, void, undefined> {
  for (const row of paged(
    store,
    `SELECT *, seq AS place FROM messages WHERE room_id = @roomId AND seq > @after AND seq <= @upTo
       AND (delivery IS NULL OR delivery ->> '$.state' <> 'cancelled') ORDER BY seq LIMIT @limit`,
    part,
  ))
    yield toMessageRow(row);
}

/** Results of those messages in the order in which they came. */
export function* resultsOfRoom(store: Store, part: RoomPart): Generator<ResultRow, void, undefined> {
  for (const row of paged(
    store,
    `SELECT *, rowid AS place FROM results WHERE room_id = @roomId AND rowid > @after
       AND answer_message_id IN (SELECT id FROM messages WHERE room_id = @roomId AND seq <= @upTo)
       ORDER BY rowid LIMIT @limit`,
    part,
  ))
    yield toResultRow(row);
}

/** Files that belong to a room or stand in a message of it. */
export function* filesOfRoom(store: Store, roomId: string): Generator<FileRow, void, undefined> {
  for (const row of paged(
    store,
    `SELECT *, rowid AS place FROM files WHERE rowid > @after AND (room_id = @roomId OR EXISTS (
       SELECT 1 FROM message_files AS mf JOIN messages AS m ON m.id = mf.message_id
       WHERE mf.file_id = files.id AND m.room_id = @roomId)) ORDER BY rowid LIMIT @limit`,
    { roomId },
  ))
    yield toFileRow(row);
}

function* paged(
  store: Store,
  sql: string,
  part: { readonly roomId: string; readonly upTo?: number },
): Generator<unknown, void, undefined> {
  for (let after = 0; ; ) {
    if (!store.open) {
      throw new Refusal('PROFILE_CLOSED', 'The profile was closed before the room was read to its end.');
    }
    const rows = statement(store, sql).all({ ...part, after, limit: pageLength });
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageLength) return;
    after = numberSchema.parse(last).place;
  }
}
