// Work on the document that is read: its versions, the text being edited, a section that is being made anew.
import { create } from 'zustand';
import type { DocumentVersion, DocumentVersions } from '../../../shared/model/document-version.ts';
import type { ResultRecord } from '../../../shared/model/result.ts';
import { callOrReport, listen } from '../../platform/bridge.ts';
import type { DocumentResult } from './document-choice.ts';
import { replaceSection, sectionOf } from './outline.ts';

interface Remaking {
  readonly resultId: string;
  readonly title: string;
  readonly messageId: string;
}

interface DocumentWork {
  /** By result, oldest first. */
  readonly versions: Readonly<Record<string, readonly DocumentVersion[]>>;
  /** Texts being edited, by result: they stay when something else is looked at. */
  readonly drafts: Readonly<Record<string, string>>;
  readonly remaking: readonly Remaking[];
  /** What became of a section that was made anew, by result. */
  readonly notes: Readonly<Record<string, string>>;
}

const empty: DocumentWork = { versions: {}, drafts: {}, remaking: [], notes: {} };
export const useDocumentWork = create<DocumentWork>(() => empty);

/** Follows versions and answers until the returned function is called. */
export function startDocumentWork(): () => void {
  const stops = [
    listen('versions.changed', keepVersions),
    listen('result.changed', takeSection),
    listen('profile.switched', () => useDocumentWork.setState(empty)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

export async function loadVersions(resultId: string): Promise<void> {
  const found = await callOrReport('documents.versions', { resultId });
  if (found !== null) keepVersions(found);
}

/** Begins to edit, changes what is being edited, or with null gives it up. */
export function editDraft(resultId: string, text: string | null): void {
  useDocumentWork.setState(({ drafts }) => {
    const { [resultId]: _, ...others } = drafts;
    return { drafts: text === null ? others : { ...others, [resultId]: text } };
  });
}

/** Keeps a text as the newest version; the draft goes only when it is kept. */
export async function saveVersion(resultId: string, text: string, note: string): Promise<boolean> {
  const kept = await callOrReport('documents.save', { resultId, text, note });
  if (kept === null) return false;
  keepVersions(kept);
  return true;
}

/** Asks the server for one section of a document; its answer goes into the document as a version. */
export async function remakeSection(result: DocumentResult, title: string): Promise<void> {
  const message = await callOrReport('messages.send', {
    kind: 'documentation',
    roomId: result.roomId,
    text: `Make the section “${title}” of “${result.title}” anew.`,
    docType: result.body?.doc_type ?? 'technical_specification',
    format: 'markdown',
    sections: [title],
  });
  if (message === null) return;
  const remaking = { resultId: result.id, title, messageId: message.id };
  useDocumentWork.setState((state) => ({
    remaking: [...state.remaking, remaking],
    notes: { ...state.notes, [result.id]: `“${title}” is being made anew…` },
  }));
}

function takeSection(answer: ResultRecord): void {
  const { remaking, versions } = useDocumentWork.getState();
  const asked = remaking.find(({ messageId }) => messageId === answer.requestMessageId);
  if (asked === undefined || answer.kind !== 'documentation') return;
  useDocumentWork.setState({ remaking: remaking.filter((one) => one !== asked) });
  const { resultId, title } = asked;
  const text = versions[resultId]?.at(-1)?.text ?? '';
  const section = sectionOf(answer.body?.content ?? '', title);
  const whole = section === null ? null : replaceSection(text, title, section);
  const note = (words: string): void =>
    useDocumentWork.setState(({ notes }) => ({ notes: { ...notes, [resultId]: words } }));
  if (whole === null)
    return note(`The answer has no section “${title}”; it stands in the list as a document of its own.`);
  if (whole === text) return note(`“${title}” came out as it was.`);
  void saveVersion(resultId, whole, `Section ${title} made anew`);
  note(`“${title}” was made anew; the version before is kept.`);
}

function keepVersions({ resultId, versions }: DocumentVersions): void {
  useDocumentWork.setState((state) => ({ versions: { ...state.versions, [resultId]: versions } }));
}
