// What the end of a socket means: whether to try again, when, and in which words it is told.

/** How a socket ended, before or after it opened. */
export type Ending =
  /** The server answered the upgrade with HTTP instead. */
  | {
      readonly kind: 'http';
      readonly status: number;
      readonly words: string | null;
      readonly retryAfterMs: number | null;
    }
  | { readonly kind: 'closed'; readonly code: number; readonly reason: string }
  /** It never opened, or broke: the sentence is ready. */
  | { readonly kind: 'failed'; readonly reason: string };

/** The consequence for the profile. `waitMs` is the least the server asked for. */
export type Consequence =
  | { readonly kind: 'sign-in'; readonly reason: string }
  | { readonly kind: 'retry'; readonly reason: string; readonly waitMs: number | null };

const signInCodes = new Set([1008, 4001, 4003, 4401]);
const closeWords: Readonly<Record<number, string>> = {
  1000: 'The server closed the connection.',
  1001: 'The server is shutting down.',
  1003: 'The server does not take what was sent.',
  1006: 'The connection broke off.',
  1009: 'A frame was too large.',
  1011: 'The server failed.',
  1012: 'The server is restarting.',
  1013: 'The server is too busy; it asks to come back later.',
};

/** Judges an ending. 401 and 403, and close codes 1008, 4001, 4003 and 4401, need a new sign-in. */
export function judgeEnding(ending: Ending): Consequence {
  if (ending.kind === 'failed') return { kind: 'retry', reason: ending.reason, waitMs: null };
  if (ending.kind === 'http') return judgeHttp(ending);
  const said = ending.reason.trim();
  if (signInCodes.has(ending.code)) {
    return { kind: 'sign-in', reason: said === '' ? 'The server asks to sign in again.' : quote(said) };
  }
  const known = closeWords[ending.code] ?? `The server closed the connection with code ${ending.code}.`;
  return { kind: 'retry', reason: said === '' ? known : `${known} ${quote(said)}`, waitMs: null };
}

function judgeHttp({ status, words, retryAfterMs }: Extract<Ending, { kind: 'http' }>): Consequence {
  const said = words === null ? '' : ` ${quote(words)}`;
  if (status === 401 || status === 403) {
    return { kind: 'sign-in', reason: `The server did not let us in (${status}).${said}` };
  }
  const hint = status === 404 ? ' Check its address, and the endpoint in the dialect settings.' : '';
  const reason = `The server did not open the connection (${status}).${said}${hint}`;
  return { kind: 'retry', reason, waitMs: retryAfterMs };
}

function quote(said: string): string {
  return `It says: ${said.slice(0, 500)}`;
}

/** Reads `Retry-After` (RFC 9110, 10.2.3): seconds or an HTTP date; null when absent or unreadable. */
export function parseRetryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
