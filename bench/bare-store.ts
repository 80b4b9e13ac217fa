// The peer of the store: better-sqlite3 alone, with the workstation's schema and pragmas and nothing around it.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { migrations } from '../src/main/store/migrate.ts';

/** Opens a database of the workstation's schema in `folder`; the caller closes it. */
export function openBareStore(folder: string, name = 'bare.db'): Database.Database {
  const database = new Database(join(folder, name), { timeout: 5000 });
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('checkpoint_fullfsync = ON');
  database.pragma('foreign_keys = ON');
  database.pragma('temp_store = MEMORY');
  for (const { sql, version } of migrations) {
    database.exec(sql);
    database.pragma(`user_version = ${version}`);
  }
  return database;
}

/** What a message that waits in the queue writes into each table. */
export interface BareMessage {
  readonly id: string;
  readonly roomId: string;
  readonly at: string;
  readonly text: string;
  readonly request: string;
}

/** Prepares the writing of an own message: the same rows as the workstation writes, to be run in a transaction. */
export function bareWriter(database: Database.Database): (message: BareMessage) => void {
  const place = database
    .prepare('UPDATE rooms SET last_seq = last_seq + 1 WHERE id = ? RETURNING last_seq')
    .pluck();
  const addMessage = database.prepare(
    `INSERT INTO messages (id, room_id, seq, wire_id, kind, author_id, is_own, text, reply_to, created_at, request,
       sources, streaming, response_code, delivery, raw)
     VALUES (?, ?, ?, ?, 'chat', 'anna', 1, ?, NULL, ?, ?, '[]', 0, NULL, '{"state":"saved"}', NULL)`,
  );
  const addEntry = database.prepare(
    `INSERT INTO outbox (message_id, room_id, code, position, state, created_at, handed)
     VALUES (?, ?, 'chat', (SELECT coalesce(max(position), 0) + 1 FROM outbox), 'waiting', ?, 0)`,
  );
  const note = database.prepare('UPDATE rooms SET last_activity_at = ?, last_preview = ? WHERE id = ?');
  return ({ id, roomId, at, text, request }) => {
    addMessage.run(id, roomId, place.get(roomId), id, text, at, request);
    addEntry.run(id, roomId, at);
    note.run(at, text, roomId);
  };
}
