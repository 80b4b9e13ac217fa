// What the queue says of an entry: a state in one word, the reason in a sentence, and which moves are possible.
import type { Entry, WaitReason } from '../../../shared/model/entry.ts';
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
export function queueInWords(entries: readonly Entry[], now: number): string {
  if (entries.length === 0) return 'Queue empty';
  const stuck = entries.filter(needsPerson).length;
  const sent = entries.filter((entry) => entry.state.state === 'sent').length;
  const waiting = entries.length - stuck - sent;
  const parts = [
    waiting > 0 ? `${waiting} waiting` : '',
    sent > 0 ? `${sent} sent` : '',
    stuck > 0 ? `${stuck} ${stuck === 1 ? 'needs' : 'need'} attention` : '',
  ].filter((part) => part !== '');
  const words = parts.join(', ');
  const next = nextTry(entries);
  const when = next === null ? '' : `, next try ${timeUntil(next, now)}`;
  return waiting > 0 ? `${words}${when}` : `Queue: ${words}`;
}

/** The earliest time at which a waiting entry is tried again. */
export function nextTry(entries: readonly Entry[]): string | null {
  const times = entries.flatMap(({ state }) =>
    state.state === 'waiting' && state.reason.why === 'retry' ? [state.reason.at] : [],
  );
  return times.sort().at(0) ?? null;
}

/** The entry before which an entry lands when it moves one step within its room; undefined when it cannot. */
export function stepTarget(
  entries: readonly Entry[],
  messageId: string,
  step: -1 | 1,
): string | null | undefined {
  const moved = entries.find((entry) => entry.messageId === messageId);
  if (moved === undefined || !isUnsent(moved)) return undefined;
  const lane = entries.filter((entry) => entry.roomId === moved.roomId && isUnsent(entry));
  const at = lane.indexOf(moved);
  if (step === -1) return lane[at - 1]?.messageId;
  return at + 1 < lane.length ? (lane[at + 2]?.messageId ?? null) : undefined;
}

function quoted(preview: string | null): string {
  return preview === null
    ? 'an earlier message'
    : `“${preview.length > 48 ? `${preview.slice(0, 47)}…` : preview}”`;
}
