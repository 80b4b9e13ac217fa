// The stores' way over the bridge: calls that always answer, and events by name. Components never import this.
import type {
  BridgeEvent,
  CallInput,
  CallName,
  CallOutput,
  EventName,
  EventPayload,
} from '../../shared/bridge/contract.ts';
import { fail, type Result } from '../../shared/std/result.ts';
import { Burst } from './burst.ts';
import { reportFailure } from './failure-store.ts';
import { workstation } from './workstation.ts';

type Listener = (payload: never) => void;
const burst = new Burst<BridgeEvent>(dispatch);
const listeners = new Map<EventName, Set<Listener>>();
let connected = false;

/** Calls main. A lost bridge comes back as a failure with code `bridge`. */
export async function call<K extends CallName>(name: K, input: CallInput<K>): Promise<Result<CallOutput<K>>> {
  try {
    return await workstation().call(name, input);
  } catch (error) {
    return fail(
      'bridge',
      `The workstation's core did not answer (${describe(error)}). Nothing you saved is lost.`,
    );
  }
}

/** Calls main and puts a failure into the status line; null means it failed and was reported. */
export async function callOrReport<K extends CallName>(
  name: K,
  input: CallInput<K>,
): Promise<CallOutput<K> | null> {
  const answer = await call(name, input);
  if (answer.ok) return answer.value;
  reportFailure(answer.error);
  return null;
}

/** Listens to one event; the returned function stops it. */
export function listen<K extends EventName>(
  name: K,
  listener: (payload: EventPayload<K>) => void,
): () => void {
  connect();
  const own = listeners.get(name) ?? new Set<Listener>();
  listeners.set(name, own);
  own.add(listener);
  return () => own.delete(listener);
}

function connect(): void {
  if (connected) return;
  connected = true;
  workstation().on(burst.take);
}

function dispatch(event: BridgeEvent): void {
  for (const listener of [...(listeners.get(event.name) ?? [])]) {
    try {
      listener(event.payload as never);
    } catch (error) {
      console.error(`A listener of ${event.name} failed`, error);
    }
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
