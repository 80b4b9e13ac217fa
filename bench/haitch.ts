// Suite `haitch`: the first piece of an answer over a real socket, against the same question put to the desk in process.
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { openHaitchDesk } from '../src/engine/haitch/open-haitch.ts';
import { startEngine } from '../src/engine/start-engine.ts';
import { measure, rateOf } from './figure.ts';
import { ScratchFolder } from './scratch-folder.ts';

const root = join(import.meta.dirname, '..');
const resourcesDir = join(root, 'resources');
const questions = 200;
const question = 'clearance hole for M5';

export async function run(): Promise<void> {
  using folder = new ScratchFolder();
  const desk = await openHaitchDesk({ resourcesDir });
  await using engine = await startEngine({
    port: 0,
    host: '127.0.0.1',
    dataDir: folder.path,
    token: null,
    kernelEntry: join(root, 'src/cad/process/kernel-main.ts'),
    resourcesDir,
    log: () => {},
    desks: {},
  });
  const socket = new WebSocket(`ws://127.0.0.1:${engine.port}/ws`);
  await new Promise((resolve) => socket.once('open', resolve));
  try {
    await measure({
      bench: 'haitch.first-token, local: first piece with words of the answer',
      peer: 'the same question asked of the desk in process',
      unit: 'answers/s',
      goal: 0.5,
      rounds: 5,
      ours: () => overSocket(socket),
      theirs: () => inProcess(desk),
    });
  } finally {
    socket.close();
  }
}

let asked = 0;

/** One question after the other; a room of its own for each round, so that its story stays short. */
async function overSocket(socket: WebSocket): Promise<number> {
  const roomId = `room-${asked}`;
  let spentMs = 0;
  for (let index = 0; index < questions; index += 1) {
    spentMs += await firstPiece(socket, roomId, `m-${(asked += 1)}`);
  }
  return (questions / spentMs) * 1000;
}

/** Milliseconds to the first `pending` frame that has words; resolves with the end of the answer. */
function firstPiece(socket: WebSocket, roomId: string, messageId: string): Promise<number> {
  return new Promise((resolve) => {
    const start = performance.now();
    let firstMs: number | null = null;
    const hear = (bytes: WebSocket.RawData): void => {
      const text = String(bytes);
      if (!text.includes('"chat_response"') || !text.includes('"reply_to"')) return;
      if (text.includes('"pending"') && text.includes('"message":"')) firstMs ??= performance.now() - start;
      if (!text.includes('"success"')) return;
      socket.off('message', hear);
      resolve(firstMs ?? performance.now() - start);
    };
    socket.on('message', hear);
    const data = { message: question, sender: 'ann', message_id: messageId };
    socket.send(JSON.stringify({ code: 'haitch_chat', user_id: 'ann', room_id: roomId, data }));
  });
}

function inProcess(desk: Awaited<ReturnType<typeof openHaitchDesk>>): Promise<number> {
  return rateOf(questions, async () => {
    for (let index = 0; index < questions; index += 1)
      await desk({
        data: { message: question, sender: 'ann' },
        userId: 'ann',
        room: { roomId: 'r', title: 'R', productId: null, chat: [], answers: [], files: [] },
        attached: [],
        unknownFiles: [],
        folder: '/nowhere',
        signal: new AbortController().signal,
        progress: () => {},
      });
  });
}
