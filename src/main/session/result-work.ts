// What people do with results: the board of an answer's ideas, and the versions of a document. The answers stay as they came.
import { answerVersion, type DocumentVersions } from '../../shared/model/document-version.ts';
import type { BoardView, IdeaBoard } from '../../shared/model/idea-board.ts';
import { Refusal } from '../../shared/std/result.ts';
import { insertVersion, listVersions } from '../store/document-versions.ts';
import { findBoard, putBoard, usesOfIdeas } from '../store/idea-boards.ts';
import { findResult, type ResultRow } from '../store/results.ts';
import type { ResultWork } from './profile-session-port.ts';
import { newId, nowText, type SessionCore } from './session-core.ts';

/** The work on the results of an open profile. */
export function resultWork(core: SessionCore): ResultWork {
  return {
    board: (resultId) => boardOf(core, resultId),
    setBoard: ({ resultId, board }) => changeBoard(core, resultId, board),
    versions: (resultId) => versionsOf(core, resultId),
    saveVersion: (input) => saveVersion(core, input),
  };
}

/** A result by its id; a `Refusal` for one that is not here, or of another kind. */
function resultOf(core: SessionCore, id: string, kind: ResultRow['kind']): ResultRow {
  const row = findResult(core.store, id);
  if (row === null)
    throw new Refusal('RESULT_UNKNOWN', `There is no result "${id}" in this profile.`, 'resultId');
  if (row.kind !== kind) throw new Refusal('RESULT_KIND', `"${row.title}" is no ${kind} result.`, 'resultId');
  return row;
}

/** The board of an answer, with the messages that were written from its ideas. */
function boardOf(core: SessionCore, resultId: string): BoardView {
  const { roomId } = resultOf(core, resultId, 'idea');
  return {
    resultId,
    board: findBoard(core.store, resultId),
    uses: usesOfIdeas(core.store, roomId, resultId),
  };
}

function changeBoard(core: SessionCore, resultId: string, board: IdeaBoard): BoardView {
  resultOf(core, resultId, 'idea');
  return core.changes.write(() => {
    putBoard(core.store, { resultId, board, at: nowText(core) });
    const view = boardOf(core, resultId);
    core.changes.event({ name: 'board.changed', payload: view });
    return view;
  });
}

/** Every version of a document, the answer first. */
function versionsOf(core: SessionCore, resultId: string): DocumentVersions {
  const row = resultOf(core, resultId, 'documentation');
  const content = row.raw.data['content'];
  const first = {
    id: answerVersion,
    text: typeof content === 'string' ? content : row.text,
    note: 'As it was made',
    createdAt: row.createdAt,
  };
  return { resultId, versions: [first, ...listVersions(core.store, resultId)] };
}

/** Adds a version; a text that is the newest already adds none. */
function saveVersion(
  core: SessionCore,
  { resultId, text, note }: { readonly resultId: string; readonly text: string; readonly note: string },
): DocumentVersions {
  const before = versionsOf(core, resultId);
  if (before.versions.at(-1)?.text === text) return before;
  return core.changes.write(() => {
    insertVersion(core.store, resultId, { id: newId(core), text, note, createdAt: nowText(core) });
    const now = versionsOf(core, resultId);
    core.changes.event({ name: 'versions.changed', payload: now });
    return now;
  });
}
