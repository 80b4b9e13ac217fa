// What every part of a running engine shares.
import type { FileVault } from './files/file-vault.ts';
import type { RoomHub } from './rooms/room-hub.ts';
import type { Store } from './store/open-store.ts';

export interface EngineParts {
  readonly store: Store;
  readonly vault: FileVault;
  readonly hub: RoomHub;
  /** One line for the engine's log. */
  readonly log: (line: string) => void;
}
