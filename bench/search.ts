// Suite `search`: a search through 1,000,000 messages, with rooms, authors and snippets, against the same FTS5 query alone.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openBenchSession } from './bench-session.ts';
import { measure, rateOf } from './figure.ts';
import { fillRoom } from './filled-room.ts';
import { ScratchFolder } from './scratch-folder.ts';

const messages = 1_000_000;
const searches = 300;
const limit = 30;

/** Words of which few messages have all: numbers, whole and begun. */
const queries = Array.from({ length: searches }, (_, index) =>
  index % 2 === 0 ? `bearing ${index * 3331 + 1}` : `reading ${1000 + index * 29}`,
);

export async function run(): Promise<void> {
  using folder = new ScratchFolder();
  fillRoom(folder.path, messages);
  await using session = await openBenchSession(folder.path, { baseUrl: () => null });
  // The first search indexes what is there; that is not what is measured.
  await session.searchMessages({ query: 'bearing 1', roomId: null, limit, offset: 0 });
  const bare = new Database(join(folder.path, 'workstation.db'), { readonly: true });
  const find = bare.prepare(
    'SELECT rowid FROM message_search WHERE message_search MATCH ? ORDER BY rank, rowid DESC LIMIT ?',
  );
  await measure({
    bench: 'search',
    peer: 'the same FTS5 query in better-sqlite3 alone',
    unit: 'searches/s',
    goal: 0.7,
    rounds: 5,
    ours: () =>
      rateOf(searches, async () => {
        for (const query of queries) {
          const { hits } = await session.searchMessages({ query, roomId: null, limit, offset: 0 });
          if (hits.length === 0) throw new Error(`Nothing was found for "${query}".`);
        }
      }),
    theirs: () =>
      rateOf(searches, () => {
        for (const query of queries) {
          const [word = '', number = ''] = query.split(' ');
          if (find.all(`"${word}" "${number}"*`, limit + 1).length === 0)
            throw new Error(`Nothing for "${query}".`);
        }
      }),
  });
  bare.close();
}
