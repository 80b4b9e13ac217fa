// What the queue says of an entry: a state in one word, the reason in a sentence, and which moves are possible.
import type { Entry, QueueCounts, WaitReason } from '../../../shared/model/entry.ts';
import { importedCode } from '../../../shared/model/message.ts';
import type { Tone } from '../../ui/mark.tsx';
import { asWords, count, fileSize, timeUntil } from '../../ui/words.ts';

/** How an entry stands. */
export interface EntryWords {
  readonly state: string;
  readonly tone: Tone;
  readonly why: string;
}

/** The state of `entry` in words; `previewOf` finds the first words of another entry. */
export function wordsOf(
  entry: Entry,
  now: number,
  previewOf: (messageId: string) => string | null,
): EntryWords {
  const { state } = entry;
  switch (state.state) {
    case 'waiting':
      return { state: 'Waiting', tone: 'wait', why: waitSentence(state.reason, now, previewOf) };
    case 'uploading':
      return {
        state: 'Uploading',
        tone: 'accent',
        why: `${state.fileName}: ${fileSize(state.sentBytes)} of ${fileSize(state.totalBytes)} confirmed by the server.`,
      };
    case 'sent':
      return {
        state: 'Sent',
        tone: 'accent',
        why: 'Handed to the connection; the server has not confirmed it yet.',
      };
    case 'unconfirmed':
      return {
        state: 'Unconfirmed',
        tone: 'bad',
        why: 'The connection broke after sending, and this server cannot say whether it arrived. Look in the room, then send again or cancel.',
      };
    case 'quarantined':
      return isImported(entry)
        ? { state: 'Not sent', tone: 'wait', why: state.refusal.message }
        : {
            state: 'Needs attention',
            tone: 'bad',
            why: `The server refused this: ${state.refusal.message}`,
          };
  }
}

/** Whether it came with an imported room and nobody sent it from here yet. */
export function isImported({ state }: Entry): boolean {
  return state.state === 'quarantined' && state.refusal.errorCode === importedCode;
}

function waitSentence(
  reason: WaitReason,
  now: number,
  previewOf: (messageId: string) => string | null,
): string {
  switch (reason.why) {
    case 'network':
      return 'Saved. Waits for the network.';
    case 'sign-in':
      return 'Saved. Waits until you sign in again.';
    case 'turn':
      return `Waits its turn behind ${quoted(previewOf(reason.behind))}.`;
    case 'answer':
      return `Waits until ${quoted(previewOf(reason.behind))} is answered; one request of a kind at a time.`;
    case 'uploads':
      return `Waits for its files: ${reason.done} of ${count(reason.total, 'file')} uploaded.`;
    case 'retry':
      return `Next try in ${timeUntil(reason.at, now)}. Last time: ${reason.lastError}`;
  }
}

/** The path of a field as a person finds it: `data.specifications.dimensions` as `Specifications, dimensions`. */
export function fieldName(loc: readonly (string | number)[]): string {
  const path = loc.filter((part, index) => !(index === 0 && part === 'data'));
  return path.length === 0 ? 'Whole message' : asWords(path.join(', '));
}

/** Whether the entry can still be edited, moved or cancelled without asking the server. */
export function isUnsent(entry: Entry): boolean {
  return entry.state.state === 'waiting' || entry.state.state === 'uploading';
}

/** Whether a person has to decide. */
export function needsPerson(entry: Entry): boolean {
  return entry.state.state === 'quarantined' || entry.state.state === 'unconfirmed';
}

/** The queue in one phrase for the status bar: how many wait, and when the next try is. */
export function queueInWords(
  { total, waiting, sent, attention, nextTryAt }: QueueCounts,
  now: number,
): string {
  if (total === 0) return 'Queue empty';
  const parts = [
    waiting > 0 ? `${waiting.toLocaleString('en-GB')} waiting` : '',
    sent > 0 ? `${sent.toLocaleString('en-GB')} sent` : '',
    attention > 0
      ? `${attention.toLocaleString('en-GB')} ${attention === 1 ? 'needs' : 'need'} attention`
      : '',
  ].filter((part) => part !== '');
  const words = parts.join(', ');
  const when = nextTryAt === null ? '' : `, next try ${timeUntil(nextTryAt, now)}`;
  return waiting > 0 ? `${words}${when}` : `Queue: ${words}`;
}

/**
 * Before which entry of its room a dropped one lands; null for the end, undefined where it cannot go. `index` is the row
 * it was dropped on, and only what is loaded around that row is known.
 */
export function dropTarget(
  entries: ReadonlyMap<number, Entry>,
  moved: Entry,
  { index, isAfter, total }: { readonly index: number; readonly isAfter: boolean; readonly total: number },
): string | null | undefined {
  const target = entries.get(index);
  if (target === undefined || target.roomId !== moved.roomId || !isUnsent(moved)) return undefined;
  for (let at = index + (isAfter ? 1 : 0); at < total; at += 1) {
    const entry = entries.get(at);
    if (entry === undefined) return undefined;
    const isOther = entry.roomId === moved.roomId && entry.messageId !== moved.messageId;
    if (isOther && entry.state.state !== 'sent') return entry.messageId;
  }
  return null;
}

function quoted(preview: string | null): string {
  return preview === null
    ? 'an earlier message'
    : `“${preview.length > 48 ? `${preview.slice(0, 47)}…` : preview}”`;
}
