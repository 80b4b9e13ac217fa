// Frames the engine sends: the response envelope of the specification, built in one place.
import { z } from 'zod';
import { type ErrorCode, statusSchema } from '../../shared/protocol/codes.ts';
import type { ValidationError } from '../../shared/protocol/response-data.ts';

export const outFrameSchema = z.object({
  status: statusSchema,
  code: z.string(),
  user_id: z.string(),
  room_id: z.string().optional(),
  timestamp: z.string(),
  data: z.record(z.string(), z.unknown()),
});
export type OutFrame = z.infer<typeof outFrameSchema>;

/** Whom a frame concerns; `roomId` is left out where there is no room. */
export interface Address {
  readonly userId: string;
  readonly roomId?: string | undefined;
}

export interface FrameBody {
  readonly status: OutFrame['status'];
  readonly code: string;
  readonly data: Record<string, unknown>;
}

/** Builds a frame with the present time. */
export function makeFrame(to: Address, body: FrameBody): OutFrame {
  return {
    status: body.status,
    code: body.code,
    user_id: to.userId,
    ...(to.roomId === undefined ? {} : { room_id: to.roomId }),
    timestamp: new Date().toISOString(),
    data: body.data,
  };
}

/** Why a frame was refused, in the words of the specification's ErrorData. */
export interface FrameRefusal {
  readonly errorCode: ErrorCode;
  readonly message: string;
  readonly errors?: readonly ValidationError[];
  /** The request this answers, where it has an id. */
  readonly messageId?: string | undefined;
}

/** Builds the error frame: code `system`, status `error`, details with error code, errors and the request's id. */
export function makeErrorFrame(to: Address, refusal: FrameRefusal): OutFrame {
  const validation = refusal.errorCode === 'VALIDATION_ERROR';
  const data = {
    message: validation ? 'Message validation failed' : refusal.message,
    details: {
      error: refusal.message,
      error_code: refusal.errorCode,
      ...(refusal.errors === undefined || refusal.errors.length === 0 ? {} : { errors: refusal.errors }),
      ...(refusal.messageId === undefined ? {} : { message_id: refusal.messageId }),
    },
  };
  return makeFrame(to, { status: 'error', code: 'system', data });
}

/** Builds a `system` success frame with an event type in its details. */
export function makeSystemFrame(to: Address, message: string, details: Record<string, unknown>): OutFrame {
  return makeFrame(to, { status: 'success', code: 'system', data: { message, details } });
}
