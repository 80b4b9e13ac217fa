// Where the public pages contradict each other or say nothing: one setting per point, kept in the profile.
import { z } from 'zod';

/** How to talk to one server. The default is the safe client behaviour of docs/protocol.md. */
export const dialectSchema = z.object({
  /** Path of the socket and how the token travels (contradiction 4). */
  endpoint: z.enum(['secure', 'token', 'anonymous']).default('secure'),
  /** Body of a Haitch request: the specification's `message`, or the AI page's `query` (contradiction 1). */
  haitchShape: z.enum(['message', 'query']).default('message'),
  /** Whether `data.message_id` goes with AI requests, whose models do not name it. */
  sendMessageIdWithAi: z.boolean().default(false),
  /** Whether the server drops a second request with the same `message_id`, so that re-sending is safe. */
  deduplicates: z.boolean().default(false),
  /** Code of a history request, where the server has one. */
  historyCode: z.string().min(1).nullable().default(null),
  /** Whether `join` may carry a title and a product id. */
  joinCarriesRoom: z.boolean().default(false),
  /** Whether `GET /rooms` lists the rooms of the server (our engine only). */
  listsRooms: z.boolean().default(false),
  /** Key of the wanted format in documentation metadata (contradiction 13). */
  documentFormatKey: z.enum(['document_format', 'format']).default('document_format'),
});
export type Dialect = z.infer<typeof dialectSchema>;

/** The careful dialect for a server we know only from its public pages. */
export const publicDialect: Dialect = dialectSchema.parse({});

/** What our own engine understands. */
export const engineDialect: Dialect = dialectSchema.parse({
  sendMessageIdWithAi: true,
  deduplicates: true,
  historyCode: 'history',
  joinCarriesRoom: true,
  listsRooms: true,
});
