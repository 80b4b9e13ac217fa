// An OpenAI-compatible chat server whose every answer the test writes: real HTTP, real server-sent events.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface AskedBody {
  readonly model: string;
  readonly stream: boolean;
  readonly messages: readonly { role: string; content: unknown; tool_call_id?: string }[];
  readonly tools: readonly { function: { name: string } }[];
}

export interface ToolCall {
  readonly name: string;
  readonly arguments: string;
}

export interface Turn {
  readonly text?: readonly string[];
  readonly tool?: ToolCall;
  /** Several calls in one answer; their arguments come in pieces of ten characters. */
  readonly tools?: readonly ToolCall[];
  /** What a model that refuses says in the field that is for it. */
  readonly refusal?: string;
  /** A line of the stream that is no JSON. */
  readonly garbage?: string;
  readonly finish?: string;
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** Cuts the connection after the text. */
  readonly cut?: boolean;
  /** Says nothing, and keeps the connection. */
  readonly silent?: boolean;
}

export class FakeModelServer implements AsyncDisposable {
  readonly asked: AskedBody[] = [];
  readonly keys: (string | undefined)[] = [];
  readonly #server: Server;
  #turns: Turn[] = [];

  private constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(): Promise<FakeModelServer> {
    const fake = new FakeModelServer();
    await new Promise<void>((resolve) => fake.#server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  /** What it answers next, one turn for each request. */
  will(...turns: Turn[]): void {
    this.#turns = turns;
    this.asked.length = 0;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    this.keys.push(request.headers.authorization);
    if (request.url === '/v1/models') {
      response.end(JSON.stringify({ data: [{ id: 'small' }, { id: 'large' }] }));
      return;
    }
    this.asked.push(JSON.parse(Buffer.concat(chunks).toString()) as AskedBody);
    const turn = this.#turns.shift() ?? { text: ['nothing more'] };
    if (turn.status !== undefined) {
      response.writeHead(turn.status, { 'content-type': 'application/json', ...turn.headers });
      response.end(JSON.stringify({ error: { message: 'the server says no' } }));
      return;
    }
    if (turn.silent === true) return;
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const send = (delta: object, finish: string | null = null): void => {
      const choices = [{ index: 0, delta, finish_reason: finish }];
      response.write(`data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', choices })}\n\n`);
    };
    for (const content of turn.text ?? []) send({ role: 'assistant', content });
    if (turn.refusal !== undefined) send({ role: 'assistant', refusal: turn.refusal });
    if (turn.garbage !== undefined) response.write(`data: ${turn.garbage}\n\n`);
    const calls = turn.tools ?? [];
    for (const [index, call] of calls.entries()) sendInPieces(send, index, call);
    if (turn.cut === true) {
      setTimeout(() => response.destroy(), 50);
      return;
    }
    if (turn.tool !== undefined)
      send({ tool_calls: [{ index: 0, id: 'call-1', type: 'function', function: turn.tool }] });
    const isCalling = turn.tool !== undefined || calls.length > 0;
    send({}, turn.finish ?? (isCalling ? 'tool_calls' : 'stop'));
    response.end('data: [DONE]\n\n');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** A tool call as servers stream it: the name first, then the arguments bit by bit. */
function sendInPieces(send: (delta: object) => void, index: number, call: ToolCall): void {
  const part = (fields: object): object => ({ tool_calls: [{ index, ...fields }] });
  send(part({ id: `call-${index + 1}`, type: 'function', function: { name: call.name, arguments: '' } }));
  for (let at = 0; at < call.arguments.length; at += 10)
    send(part({ function: { arguments: call.arguments.slice(at, at + 10) } }));
}
