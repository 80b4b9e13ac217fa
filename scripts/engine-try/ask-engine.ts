// Starts an engine of its own, asks it one thing over its WebSocket, and fetches the files it names.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, openAsBlob, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { type ResponseFrame, responseFrameSchema } from '../../src/shared/protocol/envelope.ts';
import { fileObjectSchema } from '../../src/shared/protocol/response-data.ts';
import { Disposables } from '../../src/shared/std/disposables.ts';
import type { TryOptions } from './options.ts';

const roomId = 'room-try';
const userId = 'engineer';
const messageId = 'try-1';
const readySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), port: z.number() }),
  z.object({ type: z.literal('failed'), message: z.string() }),
]);
const filesSchema = z.array(z.looseObject({ ...fileObjectSchema.shape, path: z.string().optional() }));
const detailsSchema = z.looseObject({ message_id: z.string().optional() }).optional();

/** The frame that ended the request; every file it names was fetched, and `path` says where it lies. */
export async function askEngine(
  options: TryOptions,
  onStage: (stage: string) => void,
): Promise<ResponseFrame> {
  await using scope = new Disposables();
  const url = await startEngine(scope);
  const attached = await Promise.all(options.attach.map((path) => upload(url, path)));
  const frame = await ask({ url, options, attached }, onStage);
  const files = filesSchema.safeParse(frame.data['files']);
  if (!files.success || files.data.length === 0) return frame;
  mkdirSync(options.outDir, { recursive: true });
  const fetched = await Promise.all(
    files.data.map(async (file) => ({ ...file, path: await download(url, file, options.outDir) })),
  );
  return { ...frame, data: { ...frame.data, files: fetched } };
}

async function startEngine(scope: Disposables): Promise<string> {
  const folder = scope.add(mkdtempSync(join(tmpdir(), 'engine-try-')), (path) =>
    rmSync(path, { recursive: true, force: true }),
  );
  const entry = join(import.meta.dirname, '../../src/engine/engine-main.ts');
  const child = fork(entry, ['--port', '0', '--data', folder], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  scope.defer(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  });
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => [{ type: 'failed', message: 'The engine ended before it was ready.' }]),
  ]);
  const ready = readySchema.parse(message);
  if (ready.type === 'failed') throw new Error(ready.message);
  return `http://127.0.0.1:${ready.port}`;
}

async function upload(url: string, path: string): Promise<string> {
  const form = new FormData();
  form.append('file', await openAsBlob(path), basename(path));
  const answer = await fetch(`${url}/files/upload`, { method: 'POST', body: form });
  const body: unknown = await answer.json();
  if (!answer.ok) throw new Error(`${basename(path)} was not accepted: ${JSON.stringify(body)}`);
  const one = z.union([fileObjectSchema, z.object({ files: z.array(fileObjectSchema).min(1) })]).parse(body);
  return 'id' in one ? z.string().parse(one.id) : (z.array(fileObjectSchema).parse(one.files)[0]?.id ?? '');
}

interface Question {
  readonly url: string;
  readonly options: TryOptions;
  readonly attached: readonly string[];
}

async function ask(
  { url, options, attached }: Question,
  onStage: (stage: string) => void,
): Promise<ResponseFrame> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/ws`);
  try {
    await once(socket, 'open');
    const answer = new Promise<ResponseFrame>((resolve, reject) => {
      socket.on('close', () => reject(new Error('The engine closed the connection before it answered.')));
      socket.on('message', (bytes) => {
        const frame = responseFrameSchema.parse(JSON.parse(bytes.toString()));
        if (!isAnswer(frame)) return;
        if (frame.status === 'pending') onStage(String(frame.data['message'] ?? ''));
        else resolve(frame);
      });
    });
    socket.send(
      JSON.stringify({
        code: options.code,
        user_id: userId,
        room_id: roomId,
        data: dataOf(options, attached),
      }),
    );
    return await answer;
  } finally {
    socket.removeAllListeners('close');
    socket.close();
  }
}

function dataOf(
  { code, message, type, fields }: TryOptions,
  attached: readonly string[],
): Record<string, unknown> {
  const head = { message, sender: userId, message_id: messageId, attached_files: attached };
  if (code === 'engineering')
    return { ...head, engineering_type: type ?? 'cad_generation', specifications: fields };
  if (code === 'documentation') return { doc_type: type ?? 'technical_specification', ...head, ...fields };
  return { ...head, ...fields };
}

function isAnswer(frame: ResponseFrame): boolean {
  const details = detailsSchema.safeParse(frame.data['details']);
  if (frame.status === 'error')
    return !details.success || (details.data?.message_id ?? messageId) === messageId;
  return frame.data['reply_to'] === messageId && frame.data['sender'] === 'haitch';
}

async function download(url: string, file: { id: string; name: string }, outDir: string): Promise<string> {
  const answer = await fetch(`${url}/files/${encodeURIComponent(file.id)}/download`);
  if (!answer.ok || answer.body === null)
    throw new Error(`${file.name} could not be fetched (${answer.status}).`);
  const path = join(outDir, basename(file.name));
  await pipeline(Readable.fromWeb(answer.body), createWriteStream(path));
  return path;
}
