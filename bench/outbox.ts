// Suite `outbox`: writing messages while offline, each durable before the next, against better-sqlite3 alone.
import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { newMessageSchema } from '../src/shared/model/new-message.ts';
import { bareWriter, openBareStore } from './bare-store.ts';
import { openBenchSession } from './bench-session.ts';
import { measure, rateOf } from './figure.ts';
import { ScratchFolder } from './scratch-folder.ts';

const count = 1000;
const rooms = Array.from({ length: 10 }, (_, index) => `room-${index}`);
const texts = Array.from(
  { length: count },
  (_, index) =>
    `Bore ${index} is out of round by ${index % 90} µm; please look at the fixture before the next batch.`,
);
const roomOf = (index: number): string => rooms[index % rooms.length] ?? '';

export async function run(): Promise<void> {
  await measure({
    bench: 'outbox.enqueue',
    peer: 'better-sqlite3, same inserts, same pragmas',
    unit: 'msg/s',
    goal: 0.7,
    rounds: 8,
    ours: enqueueOurs,
    theirs: enqueueTheirs,
  });
}

async function enqueueOurs(): Promise<number> {
  using folder = new ScratchFolder();
  await using session = await openBenchSession(folder.path, { baseUrl: () => null });
  for (const roomId of rooms) session.createRoom({ title: roomId, productName: null, roomId });
  const requests = texts.map((text, index) =>
    newMessageSchema.parse({ kind: 'chat', roomId: roomOf(index), text }),
  );
  return await rateOf(count, async () => {
    for (const request of requests) {
      session.sendMessage(request);
      await nextTurn();
    }
  });
}

async function enqueueTheirs(): Promise<number> {
  using folder = new ScratchFolder();
  const database = openBareStore(folder.path);
  try {
    const addRoom = database.prepare(`INSERT INTO rooms (id, title, created_at) VALUES (?, ?, '')`);
    for (const roomId of rooms) addRoom.run(roomId, roomId);
    const messages = texts.map((text, index) => {
      const request = newMessageSchema.parse({ kind: 'chat', roomId: roomOf(index), text });
      const at = new Date().toISOString();
      return { id: randomUUID(), roomId: request.roomId, at, text, request: JSON.stringify(request) };
    });
    const write = database.transaction(bareWriter(database)).immediate;
    return await rateOf(count, async () => {
      for (const message of messages) {
        write(message);
        await nextTurn();
      }
    });
  } finally {
    database.close();
  }
}
