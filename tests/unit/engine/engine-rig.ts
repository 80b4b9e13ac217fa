// A real engine on a free port with real sockets, closed by scope.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { z } from 'zod';
import type { Desks } from '../../../src/engine/jobs/desk-table.ts';
import { type Engine, startEngine } from '../../../src/engine/start-engine.ts';

const repository = join(import.meta.dirname, '../../..');
export const resourcesDir = join(repository, 'resources');

/** A frame as a test reads it. */
export const frameSchema = z.object({
  status: z.enum(['success', 'error', 'pending']),
  code: z.string(),
  user_id: z.string(),
  room_id: z.string().optional(),
  timestamp: z.iso.datetime(),
  data: z.record(z.string(), z.unknown()),
});
export type Frame = z.infer<typeof frameSchema>;

/** The details of an error or system frame. */
export const detailsSchema = z.looseObject({
  error: z.string().optional(),
  error_code: z.string().optional(),
  errors: z
    .array(z.object({ loc: z.array(z.union([z.string(), z.number()])), msg: z.string(), type: z.string() }))
    .optional(),
  message_id: z.string().optional(),
  event_type: z.string().optional(),
});

/** A data folder that goes with the scope. */
export class DataFolder implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), 'engine-test-'));

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export interface RigOptions {
  readonly token?: string;
  readonly desks?: Partial<Desks>;
}

/** Starts an engine on a folder. */
export function startTestEngine(dataDir: string, { token, desks }: RigOptions = {}): Promise<Engine> {
  return startEngine({
    port: 0,
    host: '127.0.0.1',
    dataDir,
    token: token ?? null,
    kernelEntry: join(repository, 'src/cad/process/kernel-main.ts'),
    resourcesDir,
    log: () => {},
    desks: desks ?? {},
  });
}

/** An engine with its own folder. */
export async function openRig(options: RigOptions = {}): Promise<Engine & { url: string; dataDir: string }> {
  const folder = new DataFolder();
  const engine = await startTestEngine(folder.path, options);
  return {
    port: engine.port,
    url: `http://127.0.0.1:${engine.port}`,
    dataDir: folder.path,
    [Symbol.asyncDispose]: async () => {
      await engine[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

/** A client that keeps every frame and can wait for one. */
export class TestClient implements Disposable {
  readonly frames: Frame[] = [];
  readonly #socket: WebSocket;
  readonly #waiting = new Set<() => void>();
  #userId: string;

  private constructor(socket: WebSocket, userId: string) {
    this.#socket = socket;
    this.#userId = userId;
    socket.on('message', (data) => {
      this.frames.push(frameSchema.parse(JSON.parse(String(data))));
      for (const check of [...this.#waiting]) check();
    });
  }

  /** Connects and waits for the greeting. */
  static async open(port: number, userId: string, path = '/ws'): Promise<TestClient> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`);
    const client = new TestClient(socket, userId);
    await new Promise<void>((resolve, reject) => {
      socket.once('open', () => resolve());
      socket.once('error', reject);
    });
    await client.next((frame) => frame.code === 'system');
    return client;
  }

  sendText(text: string): void {
    this.#socket.send(text);
  }

  /** Sends a frame; `sender` is filled in where the code has one. */
  send(code: string, roomId: string, data: Record<string, unknown>): void {
    const sender = code === 'join' || code === 'history' ? {} : { sender: this.#userId };
    this.sendText(
      JSON.stringify({ code, user_id: this.#userId, room_id: roomId, data: { ...sender, ...data } }),
    );
  }

  /** The first frame, received or to come, from `from` on, that satisfies the test. */
  next(test: (frame: Frame) => boolean, from = 0): Promise<Frame> {
    return new Promise((resolve) => {
      const check = (): void => {
        const found = this.frames.slice(from).find(test);
        if (found === undefined) return;
        this.#waiting.delete(check);
        resolve(found);
      };
      this.#waiting.add(check);
      check();
    });
  }

  async join(roomId: string, data: Record<string, unknown> = {}): Promise<Frame> {
    const from = this.frames.length;
    this.send('join', roomId, data);
    return this.next((frame) => frame.code === 'system' && frame.room_id === roomId, from);
  }

  /** Asks for history and returns its frames. */
  async history(
    roomId: string,
    data: Record<string, unknown> = {},
  ): Promise<{ frames: Frame[]; complete: boolean }> {
    const from = this.frames.length;
    this.send('history', roomId, data);
    const answer = await this.next((frame) => frame.code === 'history_response', from);
    return z.object({ frames: z.array(frameSchema), complete: z.boolean() }).parse(answer.data);
  }

  /** Sends a request and waits for the frame that ends it. */
  async ask(
    code: string,
    roomId: string,
    data: Record<string, unknown> & { message_id: string },
  ): Promise<Frame> {
    const from = this.frames.length;
    this.send(code, roomId, data);
    return this.next((frame) => frame.status !== 'pending' && isAnswerTo(frame, data.message_id), from);
  }

  closed(): Promise<number> {
    return new Promise((resolve) => this.#socket.once('close', (code) => resolve(code)));
  }

  [Symbol.dispose](): void {
    this.#socket.terminate();
  }
}

/** Whether a frame answers a request: by `reply_to`, or for refusals by the id in the details. */
export function isAnswerTo(frame: Frame, messageId: string): boolean {
  const details = detailsSchema.safeParse(frame.data['details']);
  return (
    (frame.data['reply_to'] === messageId && frame.data['message_id'] !== messageId) ||
    (frame.status === 'error' && details.success && details.data.message_id === messageId)
  );
}
