// What the rest of main knows of the connection to one server: frames in, frames out, a state that tells the truth.
import type { ConnectionState } from '../../shared/model/status.ts';
import type { RequestFrame, ResponseFrame } from '../../shared/protocol/envelope.ts';
import type { Unsubscribe } from '../../shared/std/emitter.ts';

/** A frame as it arrived: parsed at the border, or kept as text with the reason it could not be. */
export type Incoming =
  | { readonly kind: 'frame'; readonly frame: ResponseFrame; readonly text: string }
  | { readonly kind: 'malformed'; readonly text: string; readonly reason: string };

/** One logical connection of a profile; sockets under it come and go. */
export interface Connection extends AsyncDisposable {
  readonly state: ConnectionState;
  /** Changes with every new socket; null while there is none. Leases name it. */
  readonly socketId: string | null;
  onState(listener: (state: ConnectionState) => void): Unsubscribe;
  onFrame(listener: (incoming: Incoming) => void): Unsubscribe;
  /** Hands a frame to the open socket; false when there is none (nothing was sent then). */
  send(frame: RequestFrame): boolean;
  /** A response proved that the server works: back-off starts over. */
  proveProgress(): void;
  /** Leaves `offline`/`waiting`/`signed-out` and tries now. */
  retry(): void;
  setOffline(offline: boolean): void;
  /** Pauses the profile until a new token is there (HTTP 401/403, close 1008 or 4001/4003). */
  signedOut(reason: string): void;
}

/** Where a server is and how to get in. `token` is null on an anonymous or tokenless loopback server. */
export interface ServerAccess {
  readonly baseUrl: string;
  readonly token: string | null;
  readonly tenantId: string | null;
}
