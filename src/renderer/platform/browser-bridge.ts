// The bridge where a browser shows the workstation: JSON-RPC over one WebSocket that comes back by itself.
import type { BridgeEvent, CallInput, CallName, CallOutput } from '../../shared/bridge/contract.ts';
import {
  bridgeProtocol,
  type RpcMessage,
  rpcMessageSchema,
  tokenProtocolPrefix,
  unknownTokenCloseCode,
} from '../../shared/bridge/rpc-frame.ts';
import type { WorkstationApi } from '../../shared/bridge/workstation-api.ts';
import { Emitter, type Unsubscribe } from '../../shared/std/emitter.ts';
import { fail, type Result, succeed } from '../../shared/std/result.ts';

/** Whether main can be reached. `refused` is final: another address must be opened. */
export type BridgeState =
  | { readonly state: 'open' }
  | { readonly state: 'connecting'; readonly attempt: number }
  | { readonly state: 'refused'; readonly reason: string };

interface PendingCall {
  readonly request: string;
  readonly settle: (answer: Result<unknown>) => void;
  /** Handed to a socket: when that breaks, nobody knows whether it was done. */
  sent: boolean;
}

const longestPauseMs = 5000;
const lost =
  'The connection to the workstation broke before it answered. Look whether it was done, then try again.';
const staleAddress =
  'This address belongs to an earlier start of the workstation. Open the address that the workstation printed last.';

/** The bridge over `address` (ws://…). Calls made while it is down wait for it to come back. */
export class BrowserBridge implements WorkstationApi {
  readonly #address: string;
  readonly #token: string;
  readonly #pending = new Map<number, PendingCall>();
  readonly #events = new Emitter<BridgeEvent>(console.error);
  readonly #states = new Emitter<BridgeState>(console.error);
  #state: BridgeState = { state: 'connecting', attempt: 1 };
  #socket: WebSocket | null = null;
  #lastId = 0;
  #attempt = 0;
  #wasOpen = false;

  constructor(address: string, token: string) {
    this.#address = address;
    this.#token = token;
    this.#connect();
  }

  get state(): BridgeState {
    return this.#state;
  }

  onState(listener: (state: BridgeState) => void): Unsubscribe {
    return this.#states.on(listener);
  }

  on(listener: (event: BridgeEvent) => void): Unsubscribe {
    return this.#events.on(listener);
  }

  async call<K extends CallName>(name: K, input: CallInput<K>): Promise<Result<CallOutput<K>>> {
    if (this.#state.state === 'refused') return fail('bridge', this.#state.reason);
    this.#lastId += 1;
    const id = this.#lastId;
    const request = JSON.stringify({ jsonrpc: '2.0', id, method: name, params: input });
    const answer = await new Promise<Result<unknown>>((settle) => {
      this.#pending.set(id, { request, settle, sent: false });
      this.#flush();
    });
    return answer as Result<CallOutput<K>>;
  }

  #connect(): void {
    this.#attempt += 1;
    this.#become({ state: 'connecting', attempt: this.#attempt });
    const socket = new WebSocket(this.#address, [bridgeProtocol, `${tokenProtocolPrefix}${this.#token}`]);
    this.#socket = socket;
    socket.onmessage = (message) => this.#receive(String(message.data));
    socket.onclose = (close) => this.#closed(close.code);
  }

  /** The server greets a known token; only then is the bridge open. */
  #opened(): void {
    this.#attempt = 0;
    this.#become({ state: 'open' });
    this.#flush();
    if (this.#wasOpen) void this.#startOver();
    this.#wasOpen = true;
  }

  /** What happened while the bridge was down is unknown: every read model starts over. */
  async #startOver(): Promise<void> {
    const profiles = await this.call('profiles.list', {});
    const active = profiles.ok ? profiles.value.find((profile) => profile.active) : undefined;
    if (active !== undefined) this.#events.emit({ name: 'profile.switched', payload: { id: active.id } });
  }

  #flush(): void {
    if (this.#state.state !== 'open') return;
    for (const pending of this.#pending.values()) {
      if (pending.sent) continue;
      pending.sent = true;
      this.#socket?.send(pending.request);
    }
  }

  #receive(text: string): void {
    const message = parseMessage(text);
    if (message === null) console.error('The workstation sent something that is no JSON-RPC message');
    else if (!('method' in message)) this.#answered(message);
    else if (message.method === 'ready') this.#opened();
    else this.#events.emit(message.params as BridgeEvent);
  }

  #answered(message: Exclude<RpcMessage, { method: string }>): void {
    if (message.id === null) return;
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if ('error' in message) {
      const { data } = message.error;
      pending?.settle(fail(data?.code ?? 'bridge', message.error.message, data?.field));
    } else {
      pending?.settle(succeed(message.result));
    }
  }

  #closed(code: number): void {
    this.#socket = null;
    const refused = code === unknownTokenCloseCode;
    for (const [id, pending] of this.#pending) {
      if (!pending.sent && !refused) continue;
      this.#pending.delete(id);
      pending.settle(fail('bridge', refused ? staleAddress : lost));
    }
    if (refused) {
      this.#become({ state: 'refused', reason: staleAddress });
      return;
    }
    this.#become({ state: 'connecting', attempt: this.#attempt + 1 });
    setTimeout(() => this.#connect(), Math.min(longestPauseMs, 200 * 2 ** this.#attempt));
  }

  #become(state: BridgeState): void {
    this.#state = state;
    this.#states.emit(state);
  }
}

function parseMessage(text: string): RpcMessage | null {
  try {
    return rpcMessageSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
