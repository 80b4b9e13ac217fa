// What an error frame says, whichever of the documented forms it has.
import { z } from 'zod';
import { type AiRequestCode, errorCodeOf } from './codes.ts';
import type { ResponseFrame } from './envelope.ts';
import { plainErrorDataSchema } from './notice-data.ts';
import { type ValidationError, validationErrorSchema } from './response-data.ts';

/** An error in the server's words; absent parts are null or empty. */
export interface ServerError {
  /** The sentence for the person: the detailed one where there is one. */
  readonly message: string;
  readonly errorCode: string | null;
  readonly errors: readonly ValidationError[];
  /** The request it refuses, where the server says so. */
  readonly messageId: string | null;
  /** The kind of request that failed, for the four codes that name one. */
  readonly requestCode: AiRequestCode | null;
}

const textOrNull = z.string().min(1).nullable().catch(null);
const detailsSchema = z
  .looseObject({
    error: textOrNull,
    error_code: textOrNull,
    message_id: textOrNull,
    errors: z.array(z.unknown()).catch([]),
  })
  .catch({ error: null, error_code: null, message_id: null, errors: [] });
const errorBodySchema = z.looseObject({
  message: textOrNull,
  message_id: textOrNull,
  reply_to: textOrNull,
  details: detailsSchema,
});

const generalFailures = new Set(['PROCESSING_ERROR', 'FAILED_TO_PROCESS_MESSAGE']);

/** Whether this is the general failure, which the public pages spell in two ways (contradiction 6). */
export function isGeneralFailure(errorCode: string | null): boolean {
  return errorCode !== null && generalFailures.has(errorCode);
}

/** Reads an error frame; never fails, for an error must not hide behind a wrong shape. */
export function readError(frame: ResponseFrame): ServerError {
  const body = errorBodySchema.parse({ ...absent, ...frame.data });
  const plain = plainErrorDataSchema.safeParse(frame.data);
  const errorCode = body.details.error_code ?? (plain.success ? (plain.data.code ?? null) : null);
  const errors = body.details.errors.flatMap((error) => validationErrorSchema.safeParse(error).data ?? []);
  return {
    message: wordsOf(body, errors) ?? errorCode ?? 'The server reported an error without saying which.',
    errorCode,
    errors,
    messageId: body.details.message_id ?? body.reply_to ?? body.message_id,
    requestCode: requestCodeOf(errorCode),
  };
}

const absent = {
  message: null,
  message_id: null,
  reply_to: null,
  details: { error: null, error_code: null, message_id: null, errors: [] },
};

function wordsOf(body: z.infer<typeof errorBodySchema>, errors: readonly ValidationError[]): string | null {
  const { error } = body.details;
  if (error !== null) return error;
  if (errors.length === 0) return body.message;
  const fields = errors.map(({ loc, msg }) => `${loc.join('.')}: ${msg}`).join('; ');
  return body.message === null ? fields : `${body.message} (${fields})`;
}

const aiCodes: readonly AiRequestCode[] = ['haitch_chat', 'idea', 'documentation', 'engineering'];

function requestCodeOf(errorCode: string | null): AiRequestCode | null {
  return aiCodes.find((code) => errorCodeOf[code] === errorCode) ?? null;
}
