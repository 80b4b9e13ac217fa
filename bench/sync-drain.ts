// `sync.drain`: 10,000 messages that waited in 100 rooms, until the engine has accepted each.
import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { toFrame } from '../src/main/outbox/to-frame.ts';
import { newMessageSchema } from '../src/shared/model/new-message.ts';
import { bareWriter, openBareStore } from './bare-store.ts';
import { startBenchEngine } from './bench-engine.ts';
import { benchProfile, openBenchSession } from './bench-session.ts';
import { measure, rateOf } from './figure.ts';
import { ScratchFolder } from './scratch-folder.ts';

const count = 10_000;
const roomCount = 100;

interface Waiting {
  readonly id: string;
  readonly roomId: string;
  readonly at: string;
  readonly text: string;
}

export async function measureDrain(): Promise<void> {
  using data = new ScratchFolder();
  await using engine = await startBenchEngine(data.path);
  await measure({
    bench: 'sync.drain',
    peer: 'bare ws client with in-memory lanes, same engine',
    unit: 'msg/s',
    goal: 0.6,
    rounds: 1,
    ours: () => drainOurs(engine.url),
    theirs: () => drainTheirs(engine.url),
  });
}

/** Messages for rooms that nobody has seen yet. */
function makeWaiting(): Waiting[] {
  const rooms = Array.from({ length: roomCount }, () => `room-${randomUUID()}`);
  return Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    roomId: rooms[index % roomCount] ?? '',
    at: new Date().toISOString(),
    text: `Reading ${index}: the shaft runs out by ${index % 40} µm at the far bearing.`,
  }));
}

const requestOf = ({ roomId, text }: Waiting) => newMessageSchema.parse({ kind: 'chat', roomId, text });

/** Puts the queue where the workstation would have put it, in one go. */
function fillQueue(folder: string, waiting: readonly Waiting[]): void {
  const database = openBareStore(folder, 'workstation.db');
  try {
    database.transaction(() => {
      const addRoom = database.prepare('INSERT INTO rooms (id, title, created_at) VALUES (?, ?, ?)');
      for (const roomId of new Set(waiting.map((one) => one.roomId)))
        addRoom.run(roomId, roomId, new Date().toISOString());
      const write = bareWriter(database);
      for (const one of waiting) write({ ...one, request: JSON.stringify(requestOf(one)) });
    })();
  } finally {
    database.close();
  }
}

async function drainOurs(url: string): Promise<number> {
  using folder = new ScratchFolder();
  fillQueue(folder.path, makeWaiting());
  let baseUrl: string | null = null;
  await using session = await openBenchSession(folder.path, { baseUrl: () => baseUrl });
  const accepted = new Set<string>();
  const drained = new Promise<void>((resolve) => {
    session.onEvent((event) => {
      if (event.name !== 'message.changed') return;
      const { id, delivery } = event.payload;
      if (delivery?.state === 'seen' || delivery?.state === 'accepted') accepted.add(id);
      if (accepted.size === count) resolve();
    });
  });
  return await rateOf(count, async () => {
    baseUrl = url;
    session.accessChanged();
    await drained;
  });
}

const echoSchema = z.looseObject({
  code: z.string(),
  room_id: z.string().optional(),
  data: z.looseObject({ message_id: z.string().optional() }),
});

async function drainTheirs(url: string): Promise<number> {
  const waiting = makeWaiting();
  const lanes = new Map<string, { id: string; text: string }[]>();
  for (const one of waiting) lanes.set(one.roomId, [...(lanes.get(one.roomId) ?? []), toWire(one)]);
  return await rateOf(count, async () => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/ws`);
    const drained = new Promise<void>((resolve, reject) => {
      let left = count;
      socket.on('error', reject);
      socket.on('open', () => {
        for (const lane of lanes.values()) socket.send(lane[0]?.text ?? '');
      });
      socket.on('message', (bytes) => {
        const { room_id: roomId, data } = echoSchema.parse(JSON.parse(String(bytes)));
        const lane = lanes.get(roomId ?? '');
        if (lane === undefined || lane[0]?.id !== data.message_id) return;
        lane.shift();
        left -= 1;
        if (left === 0) resolve();
        else if (lane[0] !== undefined) socket.send(lane[0].text);
      });
    });
    await drained;
    socket.close();
  });
}

function toWire(one: Waiting): { id: string; text: string } {
  const parts = {
    messageId: one.id,
    userId: benchProfile.userId,
    createdAt: one.at,
    request: requestOf(one),
  };
  const frame = toFrame({ ...parts, replyTo: null, productId: null, files: [] }, benchProfile.dialect);
  return { id: one.id, text: JSON.stringify(frame) };
}
