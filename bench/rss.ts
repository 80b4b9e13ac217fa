// Suite `rss`: the resident memory of the core when idle, after a long day's work, against the same process before it.
import { setTimeout as sleep } from 'node:timers/promises';
import { openBenchSession } from './bench-session.ts';
import { measure } from './figure.ts';
import { fillRoom } from './filled-room.ts';
import { ScratchFolder } from './scratch-folder.ts';

const mib = 1024 ** 2;
const sent = 10_000;
const pages = 2000;
const searches = 200;
const attachedPieces = 256;

export async function run(): Promise<void> {
  using folder = new ScratchFolder();
  fillRoom(folder.path, 100_000);
  await using session = await openBenchSession(folder.path, { baseUrl: () => null });
  const before = await idleMib();
  for (let index = 0; index < sent; index += 1) {
    session.sendMessage({
      kind: 'chat',
      roomId: 'room-1',
      text: `Message ${index}`,
      replyTo: null,
      fileIds: [],
      productId: null,
      idea: null,
      metadata: {},
    });
  }
  for (let index = 0; index < pages; index += 1) {
    session.pageMessages({ roomId: 'room-1', beforeSeq: 1000 + index * 40, limit: 60 });
  }
  for (let index = 0; index < searches; index += 1) {
    await session.searchMessages({ query: `reading ${index * 311}`, roomId: null, limit: 30, offset: 0 });
  }
  await session.addFile('room-1', 'scan.bin', noise());
  const after = await idleMib();
  process.stderr.write(`rss.idle: ${Math.round(before)} MiB before, ${Math.round(after)} MiB after\n`);
  await measure({
    bench: 'rss.idle',
    peer: 'the same process before the work',
    unit: '1/MiB',
    goal: 0.77,
    rounds: 1,
    ours: () => 1 / after,
    theirs: () => 1 / before,
  });
}

/** Resident memory after a pause in which nothing is done. */
async function idleMib(): Promise<number> {
  globalThis.gc?.();
  await sleep(3000);
  globalThis.gc?.();
  return process.memoryUsage.rss() / mib;
}

async function* noise(): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < attachedPieces; index += 1) yield new Uint8Array(mib).fill(index);
}
