// `sync.ingest`: 50,000 frames from a server, until each is stored and announced.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { openBareStore } from './bare-store.ts';
import { openBenchSession } from './bench-session.ts';
import { measure, rateOf } from './figure.ts';
import { ScratchFolder } from './scratch-folder.ts';

const count = 50_000;
const rooms = Array.from({ length: 20 }, (_, index) => `room-${index}`);
const mostInOneTransaction = 500;

export async function measureIngest(): Promise<void> {
  await measure({
    bench: 'sync.ingest',
    peer: 'bare ws client that parses JSON and inserts with better-sqlite3',
    unit: 'frames/s',
    goal: 0.6,
    rounds: 1,
    ours: ingestOurs,
    theirs: ingestTheirs,
  });
}

/** A server that says everything at once to whoever asks for it. */
async function openTeller(): Promise<AsyncDisposable & { readonly url: string; tell(): void }> {
  const frames = Array.from({ length: count }, (_, index) =>
    JSON.stringify({
      status: 'success',
      code: 'chat',
      user_id: 'ben',
      room_id: rooms[index % rooms.length],
      timestamp: new Date().toISOString(),
      data: {
        message: `Torque at station ${index % 30} is ${index % 12} Nm low.`,
        message_id: randomUUID(),
        sender: 'ben',
      },
    }),
  );
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    tell() {
      for (const socket of server.clients) for (const frame of frames) socket.send(frame);
    },
    async [Symbol.asyncDispose]() {
      for (const socket of server.clients) socket.terminate();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function ingestOurs(): Promise<number> {
  using folder = new ScratchFolder();
  await using teller = await openTeller();
  const dialect = { historyCode: null, listsRooms: false } as const;
  await using session = await openBenchSession(folder.path, { baseUrl: () => teller.url, dialect });
  for (const roomId of rooms) session.createRoom({ title: roomId, productName: null, roomId });
  await new Promise<void>((resolve) => {
    session.onEvent((event) => {
      if (event.name === 'connection.changed' && event.payload.state === 'online') resolve();
    });
    if (session.connectionState().state === 'online') resolve();
  });
  const stored = new Promise<void>((resolve) => {
    let left = count;
    session.onEvent((event) => {
      if (event.name !== 'message.changed') return;
      left -= 1;
      if (left === 0) resolve();
    });
  });
  return await rateOf(count, async () => {
    teller.tell();
    await stored;
  });
}

const frameSchema = z.looseObject({
  room_id: z.string(),
  timestamp: z.string(),
  data: z.looseObject({ message: z.string(), message_id: z.string(), sender: z.string() }),
});

async function ingestTheirs(): Promise<number> {
  using folder = new ScratchFolder();
  await using teller = await openTeller();
  const database = openBareStore(folder.path);
  try {
    const addRoom = database.prepare(`INSERT INTO rooms (id, title, created_at) VALUES (?, ?, '')`);
    for (const roomId of rooms) addRoom.run(roomId, roomId);
    const store = database.transaction(bareTaker(database));
    const socket = new WebSocket(teller.url);
    await once(socket, 'open');
    return await rateOf(count, async () => {
      teller.tell();
      await takeAll(socket, store);
    });
  } finally {
    database.close();
  }
}

/** Parses what arrives and stores it, as much as has come by then in one transaction. */
function takeAll(socket: WebSocket, store: (batch: readonly string[]) => void): Promise<void> {
  return new Promise((resolve) => {
    let left = count;
    let waiting: string[] = [];
    let isPlanned = false;
    const flush = (): void => {
      isPlanned = false;
      for (let from = 0; from < waiting.length; from += mostInOneTransaction)
        store(waiting.slice(from, from + mostInOneTransaction));
      left -= waiting.length;
      waiting = [];
      if (left === 0) resolve();
    };
    socket.on('message', (bytes) => {
      waiting.push(String(bytes));
      if (!isPlanned) setImmediate(flush);
      isPlanned = true;
    });
  });
}

function bareTaker(database: ReturnType<typeof openBareStore>): (batch: readonly string[]) => void {
  const place = database
    .prepare('UPDATE rooms SET last_seq = last_seq + 1 WHERE id = ? RETURNING last_seq')
    .pluck();
  const add = database.prepare(
    `INSERT INTO messages (id, room_id, seq, wire_id, kind, author_id, is_own, text, reply_to, created_at, request,
       sources, streaming, response_code, delivery, raw)
     VALUES (?, ?, ?, ?, 'chat', ?, 0, ?, NULL, ?, NULL, '[]', 0, NULL, NULL, NULL)`,
  );
  const note = database.prepare(
    'UPDATE rooms SET last_activity_at = ?, last_preview = ?, unread = unread + 1 WHERE id = ?',
  );
  return (batch) => {
    for (const text of batch) {
      const { room_id: roomId, timestamp, data } = frameSchema.parse(JSON.parse(text));
      const { message_id: id, message, sender } = data;
      add.run(id, roomId, place.get(roomId), id, sender, message, timestamp);
      note.run(timestamp, message, roomId);
    }
  };
}
