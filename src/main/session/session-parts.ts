// What an open profile is made of.
import type { Drain } from '../outbox/drain.ts';
import type { Fetches } from './fetches.ts';
import type { IncomingFrames } from './incoming.ts';
import type { Passing } from './passing.ts';
import type { RoomSync } from './room-sync.ts';
import type { SessionCore } from './session-core.ts';
import type { Uploads } from './uploads.ts';

/** The parts of an open profile that do its work. */
export interface SessionParts {
  readonly core: SessionCore;
  readonly drain: Drain;
  readonly uploads: Uploads;
  readonly fetches: Fetches;
  readonly rooms: RoomSync;
  readonly passing: Passing;
  readonly incoming: IncomingFrames;
}
