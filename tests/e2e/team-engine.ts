// A team engine for tests: the real one, in its own process, on a port that stays the same over restarts.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import WebSocket from 'ws';
import { pinnedNode, projectRoot } from './workstation-fixture.ts';

export interface TeamEngine {
  readonly url: string;
  readonly token: string;
  start(): Promise<void>;
  /** SIGKILL: the engine gets no chance to say goodbye. */
  stop(): Promise<void>;
  /** The room's whole story as the server keeps it, oldest first. */
  story(roomId: string): Promise<StoryFrame[]>;
}

export interface StoryFrame {
  readonly code: string;
  readonly status?: string;
  readonly data: { readonly message?: string; readonly message_id?: string; readonly reply_to?: string };
}

/** Makes a team engine in `dataDir`; it is not running yet. */
export async function createTeamEngine(dataDir: string): Promise<TeamEngine> {
  const port = await freePort();
  const token = 'team-token-for-the-day';
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  return {
    url,
    token,
    async start() {
      child = await spawnEngine(['--port', String(port), '--data', dataDir, '--token', token]);
    },
    async stop() {
      if (child === null || child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      child = null;
    },
    story: (roomId) => readStory(`${url.replace('http', 'ws')}/ws/secure?access_token=${token}`, roomId),
  };
}

async function spawnEngine(args: string[]): Promise<ChildProcess> {
  const child = spawn(pinnedNode, ['out/main/engine.js', ...args], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('Engine ready at ')) {
      child.stdout.resume();
      return child;
    }
  }
  throw new Error('the team engine ended before it was ready');
}

async function readStory(address: string, roomId: string): Promise<StoryFrame[]> {
  const socket = new WebSocket(address);
  try {
    await once(socket, 'open');
    const answer = new Promise<StoryFrame[]>((resolve) => {
      socket.on('message', (bytes) => {
        const frame = JSON.parse(String(bytes)) as { code: string; data: { frames: StoryFrame[] } };
        if (frame.code === 'history_response') resolve(frame.data.frames);
      });
    });
    for (const code of ['join', 'history']) {
      socket.send(JSON.stringify({ code, user_id: 'auditor', room_id: roomId, data: {} }));
    }
    return await answer;
  } finally {
    socket.terminate();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
