// The table of codes: which function handles which frame.
import type { EngineParts } from '../engine-parts.ts';
import type { CheckedFrame, EngineCode } from '../frames/check-frame.ts';
import type { RequestRunner } from '../jobs/request-runner.ts';
import type { Client } from '../rooms/room-hub.ts';
import { acceptMessage } from './accept-request.ts';
import { confirmJoin, relay, sendHistory } from './room-status.ts';

/** One checked frame, whose sender is in the room, and what handlers work with. */
export interface Handling {
  readonly frame: CheckedFrame;
  readonly client: Client;
  readonly parts: EngineParts;
  readonly runner: RequestRunner;
}

export const handlers: Readonly<Record<EngineCode, (handling: Handling) => void>> = {
  chat: acceptMessage,
  haitch_chat: acceptMessage,
  idea: acceptMessage,
  documentation: acceptMessage,
  engineering: acceptMessage,
  join: confirmJoin,
  history: sendHistory,
  typing: relay,
  presence: relay,
  read_receipt: relay,
};
