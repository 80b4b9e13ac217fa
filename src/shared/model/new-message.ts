// What the composer hands over: one row per kind of request, before it has an id.
import { z } from 'zod';
import { ideaLinkSchema } from './idea-board.ts';

const head = {
  roomId: z.string().min(1),
  text: z.string().trim().min(1, 'write something first').max(100_000, 'at most 100,000 characters'),
  replyTo: z.string().nullable().default(null),
  fileIds: z.array(z.string()).max(50, 'at most 50 files').default([]),
  productId: z.string().nullable().default(null),
  /** The idea it was written from. */
  idea: ideaLinkSchema.nullable().default(null),
};
const words = z.array(z.string().trim().min(1)).default([]);

export const newMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('chat'), ...head, metadata: z.record(z.string(), z.unknown()).default({}) }),
  z.object({ kind: z.literal('haitch_chat'), ...head, constraints: words, industry: z.string().default('') }),
  z.object({
    kind: z.literal('idea'),
    ...head,
    constraints: words,
    targetMarket: z.string().default(''),
    competitiveAnalysis: z.boolean().default(false),
    featurePriority: z.boolean().default(false),
  }),
  z.object({
    kind: z.literal('documentation'),
    ...head,
    docType: z.string().min(1, 'choose a document type'),
    format: z.string().default(''),
    sections: words,
    includeCosts: z.boolean().default(false),
    includeSuppliers: z.boolean().default(false),
  }),
  z.object({
    kind: z.literal('engineering'),
    ...head,
    engineeringType: z.string().min(1, 'choose an engineering type'),
    specifications: z.record(z.string(), z.string()).default({}),
  }),
]);
export type NewMessage = z.infer<typeof newMessageSchema>;
/** As a caller may write it, with defaults left out. */
export type NewMessageInput = z.input<typeof newMessageSchema>;
