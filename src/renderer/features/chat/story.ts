// A room's story as the screen reads it: messages in order, and the rows drawn from them. Pure.
import type { Gap, Message } from '../../../shared/model/message.ts';

/** One row of the chat. */
export type Row =
  | { readonly row: 'day'; readonly key: string; readonly at: string }
  | { readonly row: 'new'; readonly key: string }
  | { readonly row: 'gap'; readonly key: string; readonly gap: Gap }
  | {
      readonly row: 'message';
      readonly key: string;
      readonly message: Message;
      /** Written right after the one above by the same person: no head of its own. */
      readonly continues: boolean;
      /** The message it answers, when that is not the row above. */
      readonly quoted: Message | null;
      readonly quotedMissing: boolean;
      readonly replies: number;
    };

const groupMs = 5 * 60_000;

/** Whether a message belongs to the stretch that is loaded; an older one comes with its page. */
export function isLoaded(messages: readonly Message[], hasMore: boolean, { seq }: Message): boolean {
  const [oldest] = messages;
  return !hasMore || oldest === undefined || seq >= oldest.seq;
}

/** Puts `message` into its place by `seq`, replacing an older state of it. */
export function withMessage(messages: readonly Message[], message: Message): Message[] {
  return mergeMessages(messages, [message]);
}

/** Both lists as one in order of `seq`, each message once; the second list wins. */
export function mergeMessages(messages: readonly Message[], more: readonly Message[]): Message[] {
  const renewed = new Set(more.map((message) => message.id));
  return [...messages.filter((message) => !renewed.has(message.id)), ...more].sort((a, b) => a.seq - b.seq);
}

/** Rows from messages: days, gaps and the line above what is new; `firstNewId` is the first unread message. */
export function rowsOf(messages: readonly Message[], gaps: readonly Gap[], firstNewId: string | null): Row[] {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const replies = countReplies(messages);
  const rows: Row[] = [];
  let above: Message | null = null;
  for (const message of messages) {
    const startsDay = above === null || localDay(above.createdAt) !== localDay(message.createdAt);
    if (startsDay)
      rows.push({
        row: 'day',
        key: `day-${localDay(message.createdAt)}-${message.seq}`,
        at: message.createdAt,
      });
    const isNew = message.id === firstNewId;
    if (isNew) rows.push({ row: 'new', key: 'new' });
    const quoted = message.replyTo === null ? null : (byId.get(message.replyTo) ?? null);
    rows.push({
      row: 'message',
      key: message.id,
      message,
      continues: above !== null && !startsDay && !isNew && continues(above, message),
      quoted: quoted !== null && quoted.id !== above?.id ? quoted : null,
      quotedMissing: message.replyTo !== null && quoted === null,
      replies: replies.get(message.id) ?? 0,
    });
    for (const gap of gaps.filter(({ afterSeq }) => afterSeq === message.seq)) {
      rows.push({ row: 'gap', key: `gap-${gap.afterSeq}-${gap.at}`, gap });
    }
    above = gaps.some(({ afterSeq }) => afterSeq === message.seq) ? null : message;
  }
  return rows;
}

/** The thread of a message: the one it began with, then every answer to it or to its answers. */
export function threadOf(messages: readonly Message[], messageId: string): Message[] {
  const byId = new Map(messages.map((message) => [message.id, message]));
  let root = messageId;
  const seen = new Set<string>();
  for (
    let at = byId.get(root);
    at?.replyTo != null && byId.has(at.replyTo) && !seen.has(at.id);
    at = byId.get(root)
  ) {
    seen.add(at.id);
    root = at.replyTo;
  }
  const members = new Set([root]);
  return messages.filter((message) => {
    const isMember = message.id === root || (message.replyTo !== null && members.has(message.replyTo));
    if (isMember) members.add(message.id);
    return isMember;
  });
}

/** The first message that was unread when the room was opened. */
export function firstUnread(messages: readonly Message[], unread: number): string | null {
  if (unread <= 0) return null;
  const others = messages.filter((message) => !message.isOwn);
  return others.at(-unread)?.id ?? null;
}

function continues(above: Message, message: Message): boolean {
  return (
    above.authorId === message.authorId &&
    above.kind === message.kind &&
    (message.kind === 'chat' || message.kind === 'answer') &&
    message.replyTo === above.replyTo &&
    Date.parse(message.createdAt) - Date.parse(above.createdAt) < groupMs
  );
}

function countReplies(messages: readonly Message[]): Map<string, number> {
  const replies = new Map<string, number>();
  for (const { replyTo } of messages) {
    if (replyTo !== null) replies.set(replyTo, (replies.get(replyTo) ?? 0) + 1);
  }
  return replies;
}

function localDay(at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime())
    ? at.slice(0, 10)
    : `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}
