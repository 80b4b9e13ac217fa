// A message: what a person wrote, or what came back into the room.
import { z } from 'zod';
import { sourceSchema, validationErrorSchema } from '../protocol/response-data.ts';
import { fileRefSchema } from './file.ts';
import { newMessageSchema } from './new-message.ts';

/** What the server said when it refused; `errors` stand beside the fields they name. */
export const refusalSchema = z.object({
  message: z.string(),
  errorCode: z.string().nullable(),
  errors: z.array(validationErrorSchema),
});
export type ServerRefusal = z.infer<typeof refusalSchema>;
/** The error code of what came unsent with an imported room: no server refused it, a person has to send it. */
export const importedCode = 'IMPORTED';

/** How far an own message has come. */
export const deliverySchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('saved') }),
  z.object({ state: z.literal('sent'), at: z.string() }),
  z.object({ state: z.literal('accepted'), at: z.string() }),
  z.object({ state: z.literal('seen'), at: z.string() }),
  z.object({ state: z.literal('answered'), at: z.string() }),
  z.object({ state: z.literal('refused'), refusal: refusalSchema }),
  z.object({ state: z.literal('cancelled') }),
]);
export type Delivery = z.infer<typeof deliverySchema>;

export const messageKinds = [
  'chat',
  'haitch_chat',
  'idea',
  'documentation',
  'engineering',
  'answer',
  'system',
  'error',
  'unknown',
] as const;

export const messageSchema = z.object({
  id: z.string(),
  roomId: z.string(),
  /** Order within the room on this machine. */
  seq: z.number().int(),
  kind: z.enum(messageKinds),
  authorId: z.string(),
  isOwn: z.boolean(),
  text: z.string(),
  replyTo: z.string().nullable(),
  createdAt: z.string(),
  files: z.array(fileRefSchema),
  /** The request as written, for own messages: what the queue edits. */
  request: newMessageSchema.nullable(),
  resultIds: z.array(z.string()),
  /** A request that Haitch drafted in this answer: the person sends it, or does not. */
  proposal: newMessageSchema.nullable(),
  sources: z.array(sourceSchema),
  /** By what an answer was given, in the server's words: which model, or rules and tables. */
  answeredBy: z.string().nullable(),
  /** True while an answer is still being streamed. */
  streaming: z.boolean(),
  delivery: deliverySchema.nullable(),
  /** The frame as it came, for what we do not understand. */
  raw: z.unknown().nullable(),
});
export type Message = z.infer<typeof messageSchema>;

/** A stretch of a room's story that the server could not give us. */
export const gapSchema = z.object({
  roomId: z.string(),
  afterSeq: z.number().int(),
  at: z.string(),
  reason: z.string(),
});
export type Gap = z.infer<typeof gapSchema>;
