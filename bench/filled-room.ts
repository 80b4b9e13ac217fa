// A room of as many messages as wanted, written by one statement: who wrote them is not what is measured.
import { openBareStore } from './bare-store.ts';

/** Fills `room-1` of the profile in `folder`; message n says "Reading n" and how far a bearing runs out. */
export function fillRoom(folder: string, count: number): void {
  const database = openBareStore(folder, 'workstation.db');
  try {
    database
      .prepare(
        `INSERT INTO rooms (id, title, created_at, last_activity_at, last_preview, last_seq)
         VALUES ('room-1', 'Thermostat', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', '', ?)`,
      )
      .run(count);
    database
      .prepare(
        `WITH RECURSIVE places (seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM places WHERE seq < ?)
         INSERT INTO messages (id, room_id, seq, wire_id, kind, author_id, is_own, text, created_at)
         SELECT printf('m-%08d', seq), 'room-1', seq, printf('m-%08d', seq), 'chat', 'ben', 0,
           'Reading ' || seq || ': the far bearing runs ' || (seq % 40) || ' µm out.', '2026-01-01T00:00:00.000Z'
         FROM places`,
      )
      .run(count);
  } finally {
    database.close();
  }
}
