// The `data` bodies a client sends: one schema per request code, unknown fields kept.
import { z } from 'zod';

const attachedFiles = z.array(z.string()).optional();
const freeForm = z.record(z.string(), z.unknown());

/** ChatData (specification). `message_id` is our idempotency key. */
export const chatDataSchema = z.looseObject({
  message: z.string(),
  sender: z.string(),
  message_id: z.string().min(1).optional(),
  reply_to: z.string().optional(),
  attached_files: attachedFiles,
  metadata: freeForm.optional(),
});
export type ChatData = z.infer<typeof chatDataSchema>;

/** HaitchChatData (specification, shape A). */
export const haitchChatDataSchema = z.looseObject({
  message: z.string(),
  sender: z.string(),
  message_id: z.string().min(1).optional(),
  reply_to: z.string().optional(),
  product_id: z.string().optional(),
  attached_files: attachedFiles,
  metadata: freeForm.optional(),
});
export type HaitchChatData = z.infer<typeof haitchChatDataSchema>;

/** Haitch request as the AI and real-time pages show it (shape B, contradiction 1). */
export const haitchQueryDataSchema = z.looseObject({
  query: z.string(),
  doc_type: z.string().optional(),
  source_urls: z.array(z.string()).optional(),
});

/** DocumentationData (specification). */
export const documentationDataSchema = z.looseObject({
  message: z.string(),
  sender: z.string(),
  message_id: z.string().min(1).optional(),
  reply_to: z.string().optional(),
  doc_type: z.string(),
  product_id: z.string().optional(),
  attached_files: attachedFiles,
  metadata: freeForm.optional(),
});
export type DocumentationData = z.infer<typeof documentationDataSchema>;

/** IdeaData (specification): constraints and market live directly under `data`. */
export const ideaDataSchema = z.looseObject({
  message: z.string(),
  sender: z.string(),
  message_id: z.string().min(1).optional(),
  reply_to: z.string().optional(),
  constraints: z.array(z.string()).optional(),
  target_market: z.string().optional(),
  product_id: z.string().optional(),
  attached_files: attachedFiles,
  metadata: freeForm.optional(),
});
export type IdeaData = z.infer<typeof ideaDataSchema>;

/** EngineeringData (specification). */
export const engineeringDataSchema = z.looseObject({
  message: z.string(),
  sender: z.string(),
  message_id: z.string().min(1).optional(),
  reply_to: z.string().optional(),
  engineering_type: z.string(),
  product_id: z.string().optional(),
  specifications: freeForm.optional(),
  attached_files: attachedFiles,
  metadata: freeForm.optional(),
});
export type EngineeringData = z.infer<typeof engineeringDataSchema>;

/** Typing indicator (public chat page): `status` here is the payload's, not the envelope's. */
export const typingDataSchema = z.looseObject({
  status: z.enum(['started', 'stopped']),
  sender: z.string().optional(),
});

/** Read receipt: the public page cuts the body off; ours names the last message read. */
export const readReceiptDataSchema = z.looseObject({
  message_id: z.string().min(1).optional(),
  sender: z.string().optional(),
});

/** Presence: the public page cuts the body off; ours says online or away. */
export const presenceDataSchema = z.looseObject({
  status: z.string().optional(),
  sender: z.string().optional(),
});

/** Join: `{}` is enough (public); the engine also takes a title and a product for a room it does not know. */
export const joinDataSchema = z.looseObject({
  title: z.string().optional(),
  product_id: z.string().optional(),
});

/** History request of the local engine: messages after a known one, oldest first. */
export const historyDataSchema = z.looseObject({
  after: z.string().optional(),
  limit: z.number().int().min(1).max(500).optional(),
});

/** One schema per code a client may send. */
export const requestDataSchemas = {
  chat: chatDataSchema,
  haitch_chat: haitchChatDataSchema,
  idea: ideaDataSchema,
  documentation: documentationDataSchema,
  engineering: engineeringDataSchema,
  typing: typingDataSchema,
  read_receipt: readReceiptDataSchema,
  presence: presenceDataSchema,
  join: joinDataSchema,
  history: historyDataSchema,
} as const;
