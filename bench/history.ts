// Suite `history`: opening the latest page of a room with 1,000,000 messages, against one with 1,000.
import { openBareStore } from './bare-store.ts';
import { openBenchSession } from './bench-session.ts';
import { measure, rateOf } from './figure.ts';
import { ScratchFolder } from './scratch-folder.ts';

const opens = 500;
const pageSize = 50;

export async function run(): Promise<void> {
  using large = new ScratchFolder();
  using small = new ScratchFolder();
  fillRoom(large.path, 1_000_000);
  fillRoom(small.path, 1_000);
  await measure({
    bench: 'history.open',
    peer: 'the same room with 1,000 messages',
    unit: 'pages/s',
    goal: 0.8,
    rounds: 5,
    ours: () => openPages(large.path),
    theirs: () => openPages(small.path),
  });
}

/** Writes a room of `count` messages by one statement: who wrote them is not what is measured. */
function fillRoom(folder: string, count: number): void {
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

async function openPages(folder: string): Promise<number> {
  await using session = await openBenchSession(folder, { baseUrl: () => null });
  return await rateOf(opens, () => {
    for (let index = 0; index < opens; index += 1) {
      const page = session.pageMessages({ roomId: 'room-1', beforeSeq: null, limit: pageSize });
      if (page.messages.length !== pageSize) throw new Error('The page is not full.');
    }
  });
}
