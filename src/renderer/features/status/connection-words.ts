// The connection in words: short for the status bar, whole sentences for the panel that explains it.
import type { ConnectionState, EngineState } from '../../../shared/model/status.ts';
import type { Tone } from '../../ui/mark.tsx';
import { clockTime, timeUntil } from '../../ui/words.ts';

/** The state of the connection as it is said. */
export interface ConnectionWords {
  readonly short: string;
  readonly tone: Tone;
  readonly sentence: string;
}

/** Says how the connection to `server` (a profile's name) stands. */
export function connectionWords(
  connection: ConnectionState | null,
  server: string,
  now: number,
): ConnectionWords {
  if (connection === null)
    return { short: `${server}: asking…`, tone: 'neutral', sentence: 'Asking how the connection stands.' };
  switch (connection.state) {
    case 'online':
      return {
        short: `${server}: connected`,
        tone: 'good',
        sentence: `Connected since ${clockTime(connection.since)}. What you send leaves at once.`,
      };
    case 'offline':
      return {
        short: 'Offline',
        tone: 'neutral',
        sentence:
          'You chose to work offline. Everything is saved here and leaves in order when you go online again.',
      };
    case 'connecting':
      return {
        short: `${server}: connecting…`,
        tone: 'wait',
        sentence: connection.attempt > 1 ? `Connecting, attempt ${connection.attempt}.` : 'Connecting.',
      };
    case 'waiting':
      return {
        short: `${server}: offline, next try in ${timeUntil(connection.nextTryAt, now)}`,
        tone: 'wait',
        sentence: `The server cannot be reached: ${connection.lastError}. Attempt ${connection.attempt + 1} follows in ${timeUntil(connection.nextTryAt, now)}. What you write is saved and waits.`,
      };
    case 'signed-out':
      return {
        short: `${server}: sign in`,
        tone: 'bad',
        sentence: `${connection.reason} What you write is saved and waits.`,
      };
  }
}

/** Says how the local engine stands. */
export function engineSentence(engine: EngineState | null): string {
  if (engine === null) return 'Asking how the local engine stands.';
  switch (engine.state) {
    case 'running':
      return `The local engine runs on this machine, port ${engine.port}.`;
    case 'starting':
      return 'The local engine is starting.';
    case 'stopped':
      return `The local engine is stopped. ${engine.reason}`;
  }
}
