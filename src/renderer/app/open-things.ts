// Opens a file or a result where it is best seen.
import type { FileRef } from '../../shared/model/file.ts';
import type { IdeaLink } from '../../shared/model/idea-board.ts';
import type { ResultRecord } from '../../shared/model/result.ts';
import { jumpToMessage } from '../features/chat/index.ts';
import { chooseDocumentById } from '../features/documents/index.ts';
import { chooseById } from '../features/engineering/index.ts';
import { chooseIdeas } from '../features/ideas/index.ts';
import { openerOf } from '../viewer/index.ts';
import { showDialog, showRoom, showView } from './layout-store.ts';

/** Shows a file: models in the viewer, everything else in the reader. The view loads first, then the choice is made. */
export function openFile(file: FileRef): void {
  const isModel = openerOf(file.name) !== null;
  showView(isModel ? 'engineering' : 'documents');
  whenShown(() => (isModel ? chooseById(file.id) : chooseDocumentById(file.id)));
}

export function openResult(result: ResultRecord): void {
  const view = { idea: 'ideas', documentation: 'documents', engineering: 'engineering' } as const;
  const choose = { idea: chooseIdeas, documentation: chooseDocumentById, engineering: chooseById };
  showView(view[result.kind]);
  whenShown(() => choose[result.kind](result.id));
}

/** Shows the answer that holds an idea. */
export function openIdea({ resultId }: IdeaLink): void {
  showView('ideas');
  whenShown(() => chooseIdeas(resultId));
}

/** Shows a message where it stands, in its room. */
export function openMessage({ roomId, messageId }: { roomId: string; messageId: string }): void {
  showDialog(null);
  showRoom(roomId);
  showView('chat');
  void jumpToMessage(roomId, messageId);
}

/** A view that is opened for the first time needs a moment to load its list. */
function whenShown(task: () => void): void {
  for (const delayMs of [0, 250, 900]) setTimeout(task, delayMs);
}
