// One draft per room, kept through every change of view; its text survives a restart, and nothing is cleared before it is saved.
import { create } from 'zustand';
import type { NewMessage } from '../../../shared/model/new-message.ts';
import type { RequestCode } from '../../../shared/protocol/codes.ts';
import type { Failure } from '../../../shared/std/result.ts';
import { call, callOrReport, listen } from '../../platform/bridge.ts';
import {
  type Destination,
  type Draft,
  emptyDraft,
  fieldsAfterSending,
  toRequest,
  withProposal,
} from './draft.ts';
import { type Problems, problemsOf } from './problems.ts';

interface ComposerState {
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly sending: boolean;
  readonly problems: Problems;
  readonly failure: Failure | null;
}

const empty: ComposerState = { drafts: {}, sending: false, problems: {}, failure: null };
export const useComposer = create<ComposerState>(() => empty);

const saveDelayMs = 300;
const timers = new Map<string, ReturnType<typeof setTimeout>>();

/** Forgets all drafts of a profile when another is switched on; returns the stop. */
export function startComposer(): () => void {
  return listen('profile.switched', () => useComposer.setState(empty));
}

export function draftOf(state: ComposerState, roomId: string): Draft {
  return state.drafts[roomId] ?? emptyDraft;
}

/** Fetches the text that was being written in a room when the workstation last closed. */
export async function loadDraft(roomId: string): Promise<void> {
  useComposer.setState({ problems: {}, failure: null });
  if (useComposer.getState().drafts[roomId] !== undefined) return;
  const kept = await callOrReport('drafts.get', { roomId });
  if (kept === null || useComposer.getState().drafts[roomId] !== undefined) return;
  putDraft(roomId, { ...emptyDraft, text: kept.text });
}

/** Changes a room's draft; its text is kept by main shortly after. */
export function changeDraft(roomId: string, change: (draft: Draft) => Draft): void {
  const before = draftOf(useComposer.getState(), roomId);
  const after = change(before);
  putDraft(roomId, after);
  if (after.text !== before.text) keepSoon(roomId);
}

export function setKind(roomId: string, kind: RequestCode): void {
  changeDraft(roomId, (draft) => ({ ...draft, kind }));
}

export function setReplyTo(roomId: string, replyTo: string | null): void {
  changeDraft(roomId, (draft) => ({ ...draft, replyTo }));
}

/** The draft is about no idea any more; its words stay. */
export function forgetIdea(roomId: string): void {
  changeDraft(roomId, (draft) => ({ ...draft, idea: null }));
}

/** Puts a drafted request into the box for the person to check; what was being written there stays, below it. */
export function takeProposal(proposal: NewMessage): void {
  changeDraft(proposal.roomId, (draft) => withProposal(draft, proposal));
}

/** Saves the draft as a message. Only when main says it is on disk does the box become empty. */
export async function sendDraft(to: Destination): Promise<void> {
  const state = useComposer.getState();
  const draft = draftOf(state, to.roomId);
  if (state.sending || isStoring(draft)) return;
  const problems = problemsOf(draft, to);
  if (Object.keys(problems).length > 0) return useComposer.setState({ problems, failure: null });
  useComposer.setState({ sending: true, problems: {}, failure: null });
  const answer = await call('messages.send', toRequest(draft, to));
  if (!answer.ok) return useComposer.setState({ sending: false, failure: answer.error });
  useComposer.setState({ sending: false });
  changeDraft(to.roomId, ({ kind, fields }) => ({
    ...emptyDraft,
    kind,
    fields: fieldsAfterSending(fields),
  }));
}

/** Whether an attachment is still being stored. */
export function isStoring(draft: Draft): boolean {
  return draft.attachments.some((attached) => attached.state === 'storing');
}

function putDraft(roomId: string, draft: Draft): void {
  useComposer.setState(({ drafts }) => ({ drafts: { ...drafts, [roomId]: draft }, failure: null }));
}

function keepSoon(roomId: string): void {
  clearTimeout(timers.get(roomId));
  timers.set(
    roomId,
    setTimeout(
      () => void callOrReport('drafts.set', { roomId, text: draftOf(useComposer.getState(), roomId).text }),
      saveDelayMs,
    ),
  );
}
