// The two envelopes of the wire. Anything may stand in `data`; its schema depends on the code.
import { z } from 'zod';
import { statusSchema } from './codes.ts';

/** Client to server (specification): `code`, `user_id` and `data` are required. */
export const requestFrameSchema = z.looseObject({
  code: z.string().min(1),
  user_id: z.string().min(1),
  room_id: z.string().min(1).optional(),
  timestamp: z.string().optional(),
  data: z.record(z.string(), z.unknown()),
});
export type RequestFrame = z.infer<typeof requestFrameSchema>;

/**
 * Server to client (specification). `status` is optional on receipt because relayed room-status frames and
 * `file_update` are shown without one on the public pages.
 */
export const responseFrameSchema = z.looseObject({
  status: statusSchema.optional(),
  code: z.string().min(1),
  user_id: z.string().nullish(),
  room_id: z.string().nullish(),
  timestamp: z.string().nullish(),
  data: z.record(z.string(), z.unknown()).default({}),
});
export type ResponseFrame = z.infer<typeof responseFrameSchema>;
