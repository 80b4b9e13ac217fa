// Why a model gave no answer, as a sentence that names the model and its address.
import { APICallError, RetryError } from 'ai';
import type { ModelAccess } from '../../shared/model/language-model.ts';

/** The model was reached and gave nothing to show; the message completes "The language model X …". */
export class NoAnswer extends Error {}

/** One sentence for any failure of a model or its server. Never holds the key or the server's own text beyond 200 characters. */
export function modelTrouble(error: unknown, { name, baseUrl }: NonNullable<ModelAccess>): string {
  const cause = RetryError.isInstance(error) ? error.lastError : error;
  const who = `The language model ${name} at ${URL.parse(baseUrl)?.host ?? 'its address'}`;
  if (cause instanceof NoAnswer) return `${who} ${cause.message}.`;
  if (APICallError.isInstance(cause)) return `${who} ${callTrouble(cause)}.`;
  if (cause instanceof Error && /abort|timeout/i.test(`${cause.name} ${cause.message}`))
    return `${who} was silent for too long.`;
  return `${who} broke off its answer.`;
}

function callTrouble({ statusCode, message }: APICallError): string {
  if (statusCode === undefined) return 'could not be reached';
  if (statusCode < 300) return 'broke off its answer';
  if (statusCode === 401 || statusCode === 403) return 'does not accept the key in Settings';
  if (statusCode === 404) return 'is not known there (404): check its name and address in Settings';
  if (statusCode === 429) return 'has no capacity left for now (429)';
  return `answered ${statusCode}: ${message.slice(0, 200)}`;
}
