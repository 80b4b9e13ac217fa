// Which callers the server talks to at all: their token, their Origin, the Host they asked for.
import type { IncomingMessage } from 'node:http';
import type { Gate, Identity } from '../auth/gate.ts';

/** A refusal before anything is handled, as HTTP says it. */
export interface HttpRefusal {
  readonly status: number;
  readonly errorCode: string;
  readonly message: string;
}

export type Admission =
  | { readonly ok: true; readonly identity: Identity }
  | { readonly ok: false; readonly refusal: HttpRefusal };

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** The path and query of a request. */
export function addressOf(request: IncomingMessage): URL {
  return new URL(request.url ?? '/', 'http://engine.invalid');
}

/**
 * A page of another origin may not use the engine behind a person's back, and an engine that asks for no token
 * answers only to loopback names, so that a foreign name cannot be pointed at it. Null: welcome.
 */
export function refuseForeign(request: IncomingMessage, gate: Gate): HttpRefusal | null {
  const { host = '', origin } = request.headers;
  if (gate.isOpen && !loopbackHosts.has(host.replace(/:\d+$/, ''))) {
    const message = `This engine answers to 127.0.0.1 and localhost only, not to "${host}".`;
    return { status: 403, errorCode: 'PERMISSION_DENIED', message };
  }
  if (origin === undefined || isSameHost(origin, host)) return null;
  return {
    status: 403,
    errorCode: 'PERMISSION_DENIED',
    message: `Pages of ${origin} may not use this engine.`,
  };
}

function isSameHost(origin: string, host: string): boolean {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

/** Reads the token from `Authorization: Bearer`, `?token=` or `?access_token=` and says whose it is. */
export function admit(request: IncomingMessage, gate: Gate): Admission {
  const query = addressOf(request).searchParams;
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
  const token = bearer ?? query.get('access_token') ?? query.get('token');
  const identity = gate.identify(token, Date.now());
  if (identity !== null) return { ok: true, identity };
  const message =
    token === null
      ? 'A token is needed: sign in, or send the team token.'
      : 'The token is wrong or has expired.';
  return { ok: false, refusal: { status: 401, errorCode: 'PERMISSION_DENIED', message } };
}
