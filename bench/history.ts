// Suite `history`: opening the latest page of a room with 1,000,000 messages, against one with 1,000.
import { openBenchSession } from './bench-session.ts';
import { measure, rateOf } from './figure.ts';
import { fillRoom } from './filled-room.ts';
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

async function openPages(folder: string): Promise<number> {
  await using session = await openBenchSession(folder, { baseUrl: () => null });
  return await rateOf(opens, () => {
    for (let index = 0; index < opens; index += 1) {
      const page = session.pageMessages({ roomId: 'room-1', beforeSeq: null, limit: pageSize });
      if (page.messages.length !== pageSize) throw new Error('The page is not full.');
    }
  });
}
