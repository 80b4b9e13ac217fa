// JSON Web Tokens signed with HS256 (RFC 7519, RFC 7515), nothing more.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** The claims the engine issues; times are seconds since the epoch. */
export const claimsSchema = z.object({
  sub: z.string().min(1),
  email: z.string(),
  role: z.literal('authenticated'),
  use: z.enum(['access', 'refresh']),
  iat: z.number(),
  exp: z.number(),
});
export type Claims = z.infer<typeof claimsSchema>;

const headerSchema = z.object({ alg: z.literal('HS256') });

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function sign(text: string, secret: Buffer): Buffer {
  return createHmac('sha256', secret).update(text).digest();
}

/** Signs claims. */
export function issueToken(claims: Claims, secret: Buffer): string {
  const body = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${body}.${sign(body, secret).toString('base64url')}`;
}

/** The claims of a token that is ours and not expired at `nowMs`; null otherwise. */
export function readToken(token: string, secret: Buffer, nowMs: number): Claims | null {
  const [header, payload, signature, ...rest] = token.split('.');
  if (header === undefined || payload === undefined || signature === undefined || rest.length > 0)
    return null;
  const expected = sign(`${header}.${payload}`, secret);
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  try {
    headerSchema.parse(JSON.parse(Buffer.from(header, 'base64url').toString()));
    const claims = claimsSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
    return claims.exp * 1000 > nowMs ? claims : null;
  } catch {
    return null;
  }
}
