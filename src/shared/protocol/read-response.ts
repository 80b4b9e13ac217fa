// From text of the wire to what it means: an error, a known message, a known code in a foreign shape, or unknown.
import { z } from 'zod';
import { type ResponseFrame, responseFrameSchema } from './envelope.ts';
import { readError, type ServerError } from './read-error.ts';
import { responseDataSchemas, type ServerCode, serverCodeOf, type ServerData } from './response-table.ts';
import { fail, type Result, succeed } from '../std/result.ts';

/** A frame whose data satisfies the schema of its code; `kind` is the code in our spelling. */
type KnownMessage = {
  [C in ServerCode]: { readonly kind: C; readonly frame: ResponseFrame; readonly data: ServerData<C> };
}[ServerCode];

/** A `pending` frame of an answer: a piece of text to append (chat), or the stage of the work (the others). */
interface Progress {
  readonly kind: 'progress';
  readonly code: ServerCode;
  readonly frame: ResponseFrame;
  readonly text: string;
  readonly messageId: string | null;
  readonly replyTo: string | null;
}

/** What a frame means. Nothing is dropped: `frame` always holds the whole of it. */
export type ServerMessage =
  | KnownMessage
  | Progress
  | { readonly kind: 'error'; readonly frame: ResponseFrame; readonly error: ServerError }
  /** A code we know with a body we do not: still an answer, shown by its text, its files and raw. */
  | {
      readonly kind: 'foreign';
      readonly code: ServerCode;
      readonly frame: ResponseFrame;
      readonly problems: readonly string[];
    }
  | { readonly kind: 'unknown'; readonly frame: ResponseFrame };

const objectSchema = z.record(z.string(), z.unknown());

/**
 * Parses text as a response frame. The discriminator is `code`, or `type` where there is no code (contradiction 2);
 * `data: null` counts as empty. Failures say what is wrong with the text.
 */
export function parseResponse(text: string): Result<ResponseFrame> {
  const object = objectSchema.safeParse(parseJson(text));
  if (!object.success) return fail('MALFORMED_FRAME', 'The frame is not a JSON object.');
  const { code, type, data } = object.data;
  const frame = responseFrameSchema.safeParse({
    ...object.data,
    code: code === undefined || code === null || code === '' ? type : code,
    data: data ?? {},
  });
  if (frame.success) return succeed(frame.data);
  return fail('MALFORMED_FRAME', `The frame is no response: ${problemsOf(frame.error, 'frame').join('; ')}.`);
}

/** Says what a frame means. Status `error` comes first, whatever the code (contradiction 3). */
export function readResponse(frame: ResponseFrame): ServerMessage {
  if (frame.status === 'error' || frame.code === 'error') {
    return { kind: 'error', frame, error: readError(frame) };
  }
  const code = serverCodeOf(frame.code);
  if (code === null) return { kind: 'unknown', frame };
  return frame.status === 'pending' ? readProgress(code, frame) : readKnown(code, frame);
}

const progressSchema = z.looseObject({
  message: z.string().catch(''),
  message_id: z.string().nullable().catch(null),
  reply_to: z.string().nullable().catch(null),
});

function readProgress(code: ServerCode, frame: ResponseFrame): Progress {
  const {
    message,
    message_id: messageId,
    reply_to: replyTo,
  } = progressSchema.parse({
    message_id: null,
    reply_to: null,
    message: '',
    ...frame.data,
  });
  return { kind: 'progress', code, frame, text: message, messageId, replyTo };
}

function readKnown<C extends ServerCode>(code: C, frame: ResponseFrame): ServerMessage {
  const data = responseDataSchemas[code].safeParse(frame.data);
  if (!data.success) return { kind: 'foreign', code, frame, problems: problemsOf(data.error, 'data') };
  // The row of the table gives kind and data together; the type system cannot follow a generic key into a union.
  return { kind: code, frame, data: data.data } as KnownMessage;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problemsOf(error: z.ZodError, root: string): string[] {
  return error.issues.map(({ path, message }) => `${[root, ...path].join('.')}: ${message}`);
}
