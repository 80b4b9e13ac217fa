// Addresses for bytes: what may be fetched or posted, signed with a secret of this run, so that none can be guessed or kept.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** First part of every such path in the page's own origin. */
export const bytesPath = '/bytes/';

const grantSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), profileId: z.string(), fileId: z.string() }),
  z.object({ kind: z.literal('mesh'), key: z.string().regex(/^[0-9a-f]{64}\.[a-z]+$/) }),
  z.object({ kind: z.literal('upload'), profileId: z.string(), roomId: z.string(), name: z.string() }),
  z.object({ kind: z.literal('room-export'), profileId: z.string(), roomId: z.string() }),
  z.object({ kind: z.literal('diagnostics') }),
  z.object({ kind: z.literal('room-import'), profileId: z.string() }),
]);
/** What an address allows. */
export type Grant = z.infer<typeof grantSchema>;

export class PageAddresses {
  readonly #secret = randomBytes(32);

  /** A path such as `/bytes/GRANT.SIGNATURE/name`; the name is for the eye and for those who choose by extension. */
  sign(grant: Grant, name: string): string {
    const text = Buffer.from(JSON.stringify(grant)).toString('base64url');
    return `${bytesPath}${text}.${this.#signature(text)}/${encodeURIComponent(name)}`;
  }

  /** What a path allows; null for one that was not signed in this run. */
  read(path: string): Grant | null {
    const [, text, signature] = /^\/bytes\/([\w-]+)\.([\w-]+)\//.exec(path) ?? [];
    if (text === undefined || signature === undefined) return null;
    const expected = Buffer.from(this.#signature(text));
    const given = Buffer.from(signature);
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
    return grantSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  }

  #signature(text: string): string {
    return createHmac('sha256', this.#secret).update(text).digest('base64url');
  }
}
