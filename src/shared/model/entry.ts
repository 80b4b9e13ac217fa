// An entry waits in the outbox until the server has accepted its message.
import { z } from 'zod';
import { requestCodeSchema } from '../protocol/codes.ts';
import { refusalSchema } from './message.ts';
import { newMessageSchema } from './new-message.ts';

/** Why an unsent entry is not on its way. */
export const waitReasonSchema = z.discriminatedUnion('why', [
  z.object({ why: z.literal('network') }),
  z.object({ why: z.literal('sign-in') }),
  z.object({ why: z.literal('turn'), behind: z.string() }),
  z.object({ why: z.literal('answer'), behind: z.string() }),
  z.object({ why: z.literal('uploads'), done: z.number().int(), total: z.number().int() }),
  z.object({ why: z.literal('retry'), at: z.string(), lastError: z.string() }),
]);
export type WaitReason = z.infer<typeof waitReasonSchema>;

/** The state of an entry; each carries only its own fields. The row goes when the server accepts. */
export const entryStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('waiting'), reason: waitReasonSchema }),
  z.object({
    state: z.literal('uploading'),
    fileName: z.string(),
    sentBytes: z.number(),
    totalBytes: z.number(),
  }),
  z.object({ state: z.literal('sent'), at: z.string() }),
  /** The connection broke after sending and the server cannot tell us: a person decides. */
  z.object({ state: z.literal('unconfirmed'), at: z.string() }),
  z.object({ state: z.literal('quarantined'), refusal: refusalSchema }),
]);
export type EntryState = z.infer<typeof entryStateSchema>;

export const entrySchema = z.object({
  messageId: z.string(),
  roomId: z.string(),
  roomTitle: z.string(),
  code: requestCodeSchema,
  /** First words of the message. */
  preview: z.string(),
  position: z.number().int(),
  createdAt: z.string(),
  attempts: z.number().int(),
  request: newMessageSchema,
  state: entryStateSchema,
});
export type Entry = z.infer<typeof entrySchema>;

/** The queue in numbers; its entries are asked for page by page. */
export const queueCountsSchema = z.object({
  total: z.number().int().nonnegative(),
  waiting: z.number().int().nonnegative(),
  sent: z.number().int().nonnegative(),
  /** Quarantined or unconfirmed: a person decides. */
  attention: z.number().int().nonnegative(),
  nextTryAt: z.string().nullable(),
});
export type QueueCounts = z.infer<typeof queueCountsSchema>;
