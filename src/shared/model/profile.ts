// A profile: one server, one user, one tenant, one database. The first is the local engine.
import { z } from 'zod';
import { dialectSchema } from '../protocol/dialect.ts';

export const profileSchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  /** `local` is the embedded engine; `engine` a team engine; `productflo` the cloud or another server. */
  kind: z.enum(['local', 'engine', 'productflo']),
  /** Base URL such as `https://api.productflo.io`; null for the local engine, whose port is chosen at start. */
  serverUrl: z.string().nullable(),
  userId: z.string().min(1),
  tenantId: z.string().nullable(),
  dialect: dialectSchema,
});
export type Profile = z.infer<typeof profileSchema>;

/** What the renderer may know of a profile: never the token. */
export const profileViewSchema = profileSchema.extend({
  active: z.boolean(),
  signedIn: z.boolean(),
});
export type ProfileView = z.infer<typeof profileViewSchema>;

/** A profile to be made. Dialect and tenant have defaults by kind. */
export const newProfileSchema = z.object({
  name: z.string().trim().min(1, 'a profile needs a name'),
  kind: z.enum(['engine', 'productflo']),
  serverUrl: z.url({ protocol: /^https?$/, error: 'expected an address such as https://api.productflo.io' }),
  userId: z.string().trim().min(1, 'your user id on that server'),
  tenantId: z.string().trim().min(1).nullable().default(null),
  token: z.string().trim().min(1).nullable().default(null),
});
export type NewProfile = z.infer<typeof newProfileSchema>;
