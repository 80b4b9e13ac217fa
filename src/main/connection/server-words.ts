// The sentence in a server's HTTP error body, whichever of the usual forms it has.
import { z } from 'zod';
import { validationErrorSchema } from '../../shared/protocol/response-data.ts';

const bodySchema = z.looseObject({
  detail: z.unknown().optional(),
  message: z.unknown().optional(),
  error: z.unknown().optional(),
  error_description: z.unknown().optional(),
});
const errorsSchema = z.array(validationErrorSchema).min(1);
const longestWords = 1000;

/** What an error body says: `detail` (a sentence or Pydantic's list), `message` or `error`; short plain text as it is. */
export function wordsOfBody(body: string): string | null {
  const parsed = bodySchema.safeParse(parseJson(body));
  if (!parsed.success) return isPlainText(body) ? body.trim() : null;
  const { detail, message, error, error_description: description } = parsed.data;
  for (const part of [detail, message, description, error]) {
    const words = wordsOf(part);
    if (words !== null) return words.slice(0, longestWords);
  }
  return null;
}

function wordsOf(part: unknown): string | null {
  if (typeof part === 'string') return part.trim() === '' ? null : part.trim();
  const errors = errorsSchema.safeParse(part);
  if (errors.success) return errors.data.map(({ loc, msg }) => `${loc.join('.')}: ${msg}`).join('; ');
  const nested = z.looseObject({ message: z.string().min(1) }).safeParse(part);
  return nested.success ? nested.data.message : null;
}

function isPlainText(body: string): boolean {
  return body.trim() !== '' && body.length <= 300 && !body.trimStart().startsWith('<');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
