// A small WebSocket server that says exactly what a test tells it to: for servers unlike our engine.
import { createServer } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { z } from 'zod';

const requestSchema = z.looseObject({
  code: z.string(),
  user_id: z.string(),
  room_id: z.string().optional(),
  data: z.record(z.string(), z.unknown()),
});
export type Heard = z.infer<typeof requestSchema>;

export interface ScriptedServer extends AsyncDisposable {
  readonly url: string;
  /** Every frame that starts work: no join, presence or history. */
  readonly heard: Heard[];
  readonly all: Heard[];
  say(frame: Record<string, unknown>): void;
  sayText(text: string): void;
  /** Ends every socket without a goodbye. */
  cut(): void;
}

/** Opens a server; `answer` is called for each frame with a way to talk back. */
export async function openScriptedServer(
  answer: (heard: Heard, say: (frame: Record<string, unknown>) => void) => void = () => {},
): Promise<ScriptedServer> {
  const http = createServer((_request, response) => response.writeHead(404).end());
  const server = new WebSocketServer({ server: http });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const sockets = new Set<WebSocket>();
  const all: Heard[] = [];
  const heard: Heard[] = [];
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('message', (text) => {
      const frame = requestSchema.parse(JSON.parse(String(text)));
      all.push(frame);
      if (!['join', 'presence', 'typing', 'read_receipt', 'history'].includes(frame.code)) heard.push(frame);
      answer(frame, (said) => socket.send(JSON.stringify(said)));
    });
  });
  const sayText = (text: string): void => {
    for (const socket of sockets) socket.send(text);
  };
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    all,
    sayText,
    say: (frame) => sayText(JSON.stringify(frame)),
    cut: () => {
      for (const socket of sockets) socket.terminate();
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.terminate();
      server.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
