// A WebSocket proxy that mistreats what passes through it, by a seed: the network between a workstation and its server.
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type RawData, WebSocket, WebSocketServer } from 'ws';
import { between, pickWeighted, seededRandom } from '../seeded-random.ts';

/** What can happen to one frame. */
export type Fault = 'pass' | 'delay' | 'duplicate' | 'reorder' | 'garbage' | 'truncate' | 'cut' | 'half-open';

export interface FaultPlan {
  readonly seed: number;
  /** How likely each fault is, as weights. */
  readonly weights: Readonly<Record<Fault, number>>;
  readonly longestDelayMs: number;
  /** A half-open connection is cut after this time: real networks do so after minutes. */
  readonly halfOpenMs: number;
}

/** A network that is mostly well. */
export const roughNetwork: Omit<FaultPlan, 'seed'> = {
  weights: { pass: 70, delay: 10, duplicate: 5, reorder: 4, garbage: 3, truncate: 2, cut: 5, 'half-open': 1 },
  longestDelayMs: 60,
  halfOpenMs: 400,
};

const garbage = [
  '',
  '{',
  'null',
  '[]',
  '{"code":7}',
  '\u0000\u0001',
  '{"status":"success"}',
  '<html></html>',
];

export class FaultProxy implements AsyncDisposable {
  readonly #target: number;
  readonly #plan: FaultPlan;
  readonly #random: () => number;
  readonly #http: Server;
  readonly #sockets = new WebSocketServer({ noServer: true });
  /** What was done so far, for the report of a failed run. */
  readonly faults = new Map<Fault, number>();
  #healed = false;

  private constructor(target: number, plan: FaultPlan) {
    this.#target = target;
    this.#plan = plan;
    this.#random = seededRandom(plan.seed);
    this.#http = createServer((incoming, outgoing) => this.#relayHttp(incoming, outgoing));
    this.#http.on('upgrade', (incoming: IncomingMessage, stream, head) =>
      this.#sockets.handleUpgrade(incoming, stream, head, (client) =>
        this.#join(client, incoming.url ?? '/'),
      ),
    );
  }

  /** Opens a proxy on a free port of loopback, in front of the server on port `target`. */
  static async open(target: number, plan: FaultPlan): Promise<FaultProxy> {
    const proxy = new FaultProxy(target, plan);
    proxy.#http.listen(0, '127.0.0.1');
    await once(proxy.#http, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.#http.address() as AddressInfo).port;
  }

  /** From now on everything passes as it is. */
  heal(): void {
    this.#healed = true;
  }

  #relayHttp(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { method, url, headers } = incoming;
    const onward = request(
      { port: this.#target, host: '127.0.0.1', method, path: url, headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on('error', () => outgoing.destroy());
    incoming.on('error', () => onward.destroy());
    if (!this.#healed && this.#random() < 0.1) return void incoming.socket.destroy();
    incoming.pipe(onward);
  }

  #join(client: WebSocket, path: string): void {
    const server = new WebSocket(`ws://127.0.0.1:${this.#target}${path}`);
    const early: string[] = [];
    const cut = (): void => {
      client.terminate();
      server.terminate();
    };
    const toServer = new Lane({ proxy: this, cut, send: (text) => send(server, text) });
    const toClient = new Lane({ proxy: this, cut, send: (text) => send(client, text) });
    client.on('message', (data) => {
      if (server.readyState === WebSocket.CONNECTING) early.push(textOf(data));
      else toServer.take(textOf(data));
    });
    server.on('open', () => early.splice(0).forEach((text) => toServer.take(text)));
    server.on('message', (data) => toClient.take(textOf(data)));
    for (const socket of [client, server]) {
      socket.on('close', cut);
      socket.on('error', cut);
    }
  }

  /** Chooses what happens to the next frame, and counts it. */
  choose(): Fault {
    const fault = this.#healed ? 'pass' : pickWeighted(this.#random, this.#plan.weights);
    this.faults.set(fault, (this.faults.get(fault) ?? 0) + 1);
    return fault;
  }

  delayMs(): number {
    return between(this.#random, 1, this.#plan.longestDelayMs);
  }

  get halfOpenMs(): number {
    return this.#plan.halfOpenMs;
  }

  /** A piece of nonsense. */
  nonsense(): string {
    return garbage[between(this.#random, 0, garbage.length - 1)] ?? '';
  }

  /** Where to break a text off. */
  breakAt(length: number): number {
    return between(this.#random, 0, Math.max(0, length - 1));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const client of this.#sockets.clients) client.terminate();
    this.#sockets.close();
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }
}

interface LaneSetup {
  readonly proxy: FaultProxy;
  cut(): void;
  send(text: string): void;
}

/** One direction of one connection. TCP keeps order, so a delay holds everything behind it; `reorder` is a hostile relay's. */
class Lane {
  readonly #setup: LaneSetup;
  #queue: Promise<void> = Promise.resolve();
  #held: string | null = null;
  #isDead = false;

  constructor(setup: LaneSetup) {
    this.#setup = setup;
  }

  take(text: string): void {
    this.#queue = this.#queue.then(() => this.#pass(text));
  }

  async #pass(text: string): Promise<void> {
    if (this.#isDead) return;
    const { proxy, send } = this.#setup;
    const fault = proxy.choose();
    if (fault === 'delay') await new Promise((resolve) => setTimeout(resolve, proxy.delayMs()));
    if (fault === 'cut') return this.#end();
    if (fault === 'half-open') return this.#silence();
    if (fault === 'truncate') {
      send(text.slice(0, proxy.breakAt(text.length)));
      return this.#end();
    }
    if (fault === 'garbage') send(proxy.nonsense());
    if (fault === 'reorder' && this.#held === null) {
      this.#held = text;
      setTimeout(() => this.#release(), proxy.delayMs());
      return;
    }
    send(text);
    if (fault === 'duplicate') send(text);
    this.#release();
  }

  #release(): void {
    const held = this.#held;
    this.#held = null;
    if (held !== null && !this.#isDead) this.#setup.send(held);
  }

  #end(): void {
    this.#isDead = true;
    this.#setup.cut();
  }

  #silence(): void {
    this.#isDead = true;
    setTimeout(() => this.#setup.cut(), this.#setup.proxy.halfOpenMs);
  }
}

function send(socket: WebSocket, text: string): void {
  if (socket.readyState === WebSocket.OPEN) socket.send(text);
}

function textOf(data: RawData): string {
  return Buffer.isBuffer(data) ? data.toString() : Buffer.concat(data as Buffer[]).toString();
}
