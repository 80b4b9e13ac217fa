// The replies of the REST half, parsed at the border: sign-in, upload, rooms.
import { z } from 'zod';
import { type FileObject, fileObjectSchema } from '../../shared/protocol/response-data.ts';
import type { SignedIn } from './server-api-port.ts';

const loginReplySchema = z.looseObject({
  user: z.looseObject({ id: z.string().min(1) }).nullish(),
  session: z
    .looseObject({
      access_token: z.string().min(1),
      refresh_token: z.string().nullish(),
      expires_in: z.number().positive().nullish(),
    })
    .nullish(),
  token: z.string().min(1).nullish(),
});

/** Reads a login reply: `session.access_token`, else the quickstart's `token` (contradiction 5). Null: no token in it. */
export function readSignedIn(reply: unknown): SignedIn | null {
  const parsed = loginReplySchema.safeParse(reply);
  if (!parsed.success) return null;
  const { user, session, token } = parsed.data;
  const accessToken = session?.access_token ?? token ?? null;
  const userId = user?.id ?? (accessToken === null ? null : subjectOf(accessToken));
  if (accessToken === null || userId === null) return null;
  return {
    userId,
    accessToken,
    refreshToken: session?.refresh_token ?? null,
    expiresInSeconds: session?.expires_in ?? null,
  };
}

/** The `sub` claim of a JSON Web Token, unverified: the server it is sent to verifies it. */
function subjectOf(token: string): string | null {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    return z.looseObject({ sub: z.string().min(1) }).parse(payload).sub;
  } catch {
    return null;
  }
}

const uploadReplySchema = z.union([
  fileObjectSchema.transform((file) => [file]),
  z.array(fileObjectSchema),
  z.looseObject({ files: z.array(fileObjectSchema) }).transform(({ files }) => files),
  z.looseObject({ file: fileObjectSchema }).transform(({ file }) => [file]),
  z.looseObject({ data: fileObjectSchema }).transform(({ data }) => [data]),
]);

/** The file object of an upload reply: alone, in a list, or under `files`, `file` or `data`. Null: none in it. */
export function readUploaded(reply: unknown): FileObject | null {
  const parsed = uploadReplySchema.safeParse(reply);
  return parsed.success ? (parsed.data[0] ?? null) : null;
}

const roomsReplySchema = z.object({
  rooms: z.array(
    z.looseObject({
      id: z.string().min(1),
      title: z.string().nullish(),
      product_id: z.string().nullish(),
    }),
  ),
});

/** Rooms of a `GET /rooms` reply; null when it is none. A room without a title goes by its id. */
export function readRooms(reply: unknown): { id: string; title: string; productId: string | null }[] | null {
  const parsed = roomsReplySchema.safeParse(reply);
  if (!parsed.success) return null;
  return parsed.data.rooms.map(({ id, title, product_id: productId }) => ({
    id,
    title: title ?? id,
    productId: productId ?? null,
  }));
}
