// What a shell sees of the core: calls, events, the page's bytes, and the end.
import type { BridgeEvent } from '../../shared/bridge/contract.ts';
import type { Clock } from '../../shared/std/clock.ts';
import type { Unsubscribe } from '../../shared/std/emitter.ts';
import type { Result } from '../../shared/std/result.ts';
import type { Log, OpenProfileSession } from '../session/profile-session-port.ts';
import type { ShellServices } from '../shell/shell-services.ts';

export interface WorkstationSetup {
  readonly dataDir: string;
  readonly shell: ShellServices;
  /** Entry file of the engine process. */
  readonly engineEntry: string;
  /** Entry file of the kernel process. */
  readonly kernelEntry: string;
  /** Entry file of the thread that reads workbooks. */
  readonly workbookEntry: string;
  /** Entry file of the thread that reads a database through. */
  readonly integrityEntry: string;
  readonly clock?: Clock;
  readonly openSession?: OpenProfileSession;
}

export interface Workstation extends AsyncDisposable {
  readonly log: Log;
  /** Parses the input by the contract; never throws. */
  call(name: string, input: unknown): Promise<Result<unknown>>;
  onEvent(listener: (event: BridgeEvent) => void): Unsubscribe;
  /** Answers the page's requests under `/bytes/`; never throws. */
  answer(request: Request): Promise<Response>;
}
