// JSON over HTTP: replies, refusals and small bodies.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { toValidationErrors } from '../frames/validation-errors.ts';
import type { HttpRefusal } from './admission.ts';

const largestJsonBytes = 64 * 1024;

/** A refusal thrown inside a route; it becomes the response. */
export class HttpError extends Error {
  readonly refusal: HttpRefusal;
  readonly errors: readonly unknown[];

  constructor(refusal: HttpRefusal, errors: readonly unknown[] = []) {
    super(refusal.message);
    this.name = 'HttpError';
    this.refusal = refusal;
    this.errors = errors;
  }
}

/** Sends JSON. Answers are never cached or sniffed. */
export function replyJson(response: ServerResponse, status: number, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': bytes.length,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(bytes);
}

/** Sends a refusal: `detail` is the sentence, `error_code` the word, `errors` the fields. */
export function replyRefusal(
  response: ServerResponse,
  refusal: HttpRefusal,
  errors: readonly unknown[] = [],
): void {
  const body = {
    detail: refusal.message,
    error_code: refusal.errorCode,
    ...(errors.length === 0 ? {} : { errors }),
  };
  if (refusal.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  replyJson(response, refusal.status, body);
}

/** Reads a small JSON body and checks it; throws `HttpError` with the fields that are wrong. */
export async function readJson<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = z.instanceof(Buffer).parse(chunk);
    size += bytes.length;
    if (size > largestJsonBytes)
      throw new HttpError({ status: 413, errorCode: 'VALIDATION_ERROR', message: 'The body is too large.' });
    chunks.push(bytes);
  }
  const input = parse(Buffer.concat(chunks).toString());
  const checked = schema.safeParse(input);
  if (checked.success) return checked.data;
  const errors = toValidationErrors(checked.error.issues, input, ['body']);
  const message = errors.map((error) => `${error.loc.join('.')}: ${error.msg}`).join('; ');
  throw new HttpError({ status: 422, errorCode: 'VALIDATION_ERROR', message }, errors);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpError({ status: 400, errorCode: 'VALIDATION_ERROR', message: 'The body is not JSON.' });
  }
}
