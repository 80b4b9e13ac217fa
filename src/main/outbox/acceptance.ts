// What a frame proves about messages on the wire. The public protocol has no request id, so the rules stand in order.
import { type RequestCode, type ResponseCode, responseCodeOf } from '../../shared/protocol/codes.ts';
import type { ServerMessage } from '../../shared/protocol/read-response.ts';
import type { ServerError } from '../../shared/protocol/read-error.ts';

export interface OnTheWire {
  readonly messageId: string;
  readonly roomId: string;
  readonly code: RequestCode;
  readonly text: string;
  /** Accepted already; only its answer is outstanding. */
  readonly accepted: boolean;
}

export interface WireFacts {
  readonly userId: string;
  /** Sent entries and unanswered requests, oldest first, of the frame's room (of all when it names none). */
  readonly wire: readonly OnTheWire[];
  /** Whether the server keeps our ids: then somebody's equal text under another id is not ours. */
  readonly keepsIds: boolean;
}

export type Proof =
  | { readonly kind: 'accepted'; readonly messageId: string; readonly how: 'id' | 'text' }
  | { readonly kind: 'working'; readonly messageId: string }
  | { readonly kind: 'answered'; readonly messageId: string }
  | { readonly kind: 'failed'; readonly messageId: string; readonly error: ServerError };

const answerCodes: readonly string[] = Object.values(responseCodeOf);

/** Whether a sender's name is the assistant's rather than a person's; no name at all counts as the assistant's. */
export function isAssistant(sender: unknown): boolean {
  return typeof sender !== 'string' || /^(haitch|assistant|ai|bot|system|productflo)$/i.test(sender.trim());
}

/** The one thing a frame proves, or null. */
export function proofOf(message: ServerMessage, facts: WireFacts): Proof | null {
  if (message.kind === 'error') return failureOf(message.error, facts);
  if (message.kind === 'progress') {
    const request = requestOf(message.code, message.replyTo, facts);
    return request === null ? null : { kind: 'working', messageId: request.messageId };
  }
  const code = message.kind === 'foreign' ? message.code : message.kind;
  if (!isAnswerCode(code)) return null;
  const { data } = message.frame;
  const sender = data['sender'];
  const echo = code === 'chat_response' ? echoOf(data, message.frame.user_id, facts) : null;
  if (echo !== null) return echo;
  if (code === 'chat_response' && !isAssistant(sender)) return null;
  const request = requestOf(code, textOr(data['reply_to']), facts);
  return request === null ? null : { kind: 'answered', messageId: request.messageId };
}

function echoOf(
  data: Record<string, unknown>,
  frameUser: string | null | undefined,
  { wire, userId, keepsIds }: WireFacts,
): Proof | null {
  const id = textOr(data['message_id']);
  const byId = wire.find((one) => one.messageId === id);
  if (byId !== undefined) return { kind: 'accepted', messageId: byId.messageId, how: 'id' };
  if (id !== null && keepsIds) return null;
  const isOurs = (textOr(data['sender']) ?? frameUser) === userId;
  const said = textOr(data['message']);
  const byText = wire.find((one) => !one.accepted && one.code === 'chat' && one.text === said);
  return isOurs && byText !== undefined
    ? { kind: 'accepted', messageId: byText.messageId, how: 'text' }
    : null;
}

/** The request a frame answers: the one it names, else the oldest unanswered one of its kind. */
function requestOf(code: string, replyTo: string | null, { wire, keepsIds }: WireFacts): OnTheWire | null {
  const requests = wire.filter((one) => one.code !== 'chat' && responseCodeOf[one.code] === code);
  const named = requests.find((one) => one.messageId === replyTo);
  if (named !== undefined) return named;
  if (replyTo !== null && keepsIds) return null;
  return requests[0] ?? null;
}

function failureOf(error: ServerError, { wire }: WireFacts): Proof | null {
  const named = wire.find((one) => one.messageId === error.messageId);
  if (named !== undefined) return { kind: 'failed', messageId: named.messageId, error };
  if (error.messageId !== null) return null;
  const ofKind = wire.find((one) => one.code === error.requestCode);
  if (error.requestCode !== null) {
    return ofKind === undefined ? null : { kind: 'failed', messageId: ofKind.messageId, error };
  }
  const unanswered = wire.filter((one) => !one.accepted);
  const only = unanswered.length === 1 ? unanswered[0] : undefined;
  return only === undefined ? null : { kind: 'failed', messageId: only.messageId, error };
}

function isAnswerCode(code: string): code is ResponseCode {
  return answerCodes.includes(code);
}

function textOr(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
