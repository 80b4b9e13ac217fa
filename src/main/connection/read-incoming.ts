// One parse at the border: text of the wire becomes a frame, or is kept as text with the reason it is none.
import { parseResponse } from '../../shared/protocol/read-response.ts';
import type { Incoming } from './connection-port.ts';

/** Reads one message of the socket. */
export function readIncoming(text: string): Incoming {
  const parsed = parseResponse(text);
  return parsed.ok
    ? { kind: 'frame', frame: parsed.value, text }
    : { kind: 'malformed', text, reason: parsed.error.message };
}
