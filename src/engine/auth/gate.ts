// Who may come in: the team token, tokens issued at sign-in, and on loopback without a team token everyone.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type Claims, issueToken, readToken } from './json-web-token.ts';

/** Whom a caller may speak for: anyone (team token, open loopback engine), or one user until a time. */
export type Identity =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'user'; readonly userId: string; readonly expiresAtMs: number };

export const credentialsSchema = z.object({ email: z.email(), password: z.string().min(1) });
export type Credentials = z.infer<typeof credentialsSchema>;

const accessSeconds = 3600;
const refreshSeconds = 30 * 24 * 3600;

/** Constant-time comparison of two secrets of any length. */
function sameSecret(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** The id of the person with this e-mail address: a UUID (version 8, RFC 9562) made from its SHA-256. */
export function userIdOf(email: string): string {
  const bytes = createHash('sha256').update(`user:${email.trim().toLowerCase()}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export class Gate {
  readonly #teamToken: string | null;
  readonly #secret: Buffer;

  /** `secret` is this data folder's; a new team token voids every token issued under the old one. */
  constructor(teamToken: string | null, secret: string) {
    this.#teamToken = teamToken;
    this.#secret = createHmac('sha256', secret)
      .update(teamToken ?? '')
      .digest();
  }

  /** True when callers need no token: only ever on loopback. */
  get isOpen(): boolean {
    return this.#teamToken === null;
  }

  /** Who a token stands for; null when it must be refused. */
  identify(token: string | null, nowMs: number): Identity | null {
    if (token === null || token === '') return this.isOpen ? { kind: 'anyone' } : null;
    if (this.#teamToken !== null && sameSecret(token, this.#teamToken)) return { kind: 'anyone' };
    const claims = readToken(token, this.#secret, nowMs);
    if (claims === null || claims.use !== 'access') return null;
    return { kind: 'user', userId: claims.sub, expiresAtMs: claims.exp * 1000 };
  }

  /** Signs a person in; the password of a team engine is its token, an open engine takes any. Null: wrong password. */
  signIn(credentials: Credentials, nowMs: number): Record<string, unknown> | null {
    if (this.#teamToken !== null && !sameSecret(credentials.password, this.#teamToken)) return null;
    return this.#session(credentials.email.trim().toLowerCase(), nowMs);
  }

  /** Trades a refresh token for a new session; null when it is not ours or expired. */
  refresh(token: string, nowMs: number): Record<string, unknown> | null {
    const claims = readToken(token, this.#secret, nowMs);
    return claims === null || claims.use !== 'refresh' ? null : this.#session(claims.email, nowMs);
  }

  #session(email: string, nowMs: number): Record<string, unknown> {
    const userId = userIdOf(email);
    const iat = Math.floor(nowMs / 1000);
    const at = new Date(nowMs).toISOString();
    const issue = (use: Claims['use'], seconds: number): string =>
      issueToken({ sub: userId, email, role: 'authenticated', use, iat, exp: iat + seconds }, this.#secret);
    const user = { id: userId, aud: 'authenticated', role: 'authenticated', email, last_sign_in_at: at };
    const session = {
      access_token: issue('access', accessSeconds),
      token_type: 'bearer',
      expires_in: accessSeconds,
      refresh_token: issue('refresh', refreshSeconds),
    };
    return { user, session };
  }
}
