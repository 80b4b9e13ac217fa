// The one door of the renderer: what both shells put on `window.workstation`.
import type { Result } from '../std/result.ts';
import type { BridgeEvent, CallInput, CallName, CallOutput } from './contract.ts';

/** One call channel and one event channel; failures come back as values, never as lost exceptions. */
export interface WorkstationApi {
  call<K extends CallName>(name: K, input: CallInput<K>): Promise<Result<CallOutput<K>>>;
  on(listener: (event: BridgeEvent) => void): () => void;
}
