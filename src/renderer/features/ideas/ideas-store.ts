// The idea results of the open room, newest first, and what people did with the ideas of each.
import { create } from 'zustand';
import { type BoardView, emptyBoard, type IdeaBoard } from '../../../shared/model/idea-board.ts';
import type { ResultRecord } from '../../../shared/model/result.ts';
import { callOrReport, listen } from '../../platform/bridge.ts';

export type IdeaResult = Extract<ResultRecord, { kind: 'idea' }>;

interface IdeasState {
  readonly roomId: string | null;
  readonly phase: 'loading' | 'ready';
  readonly results: readonly IdeaResult[];
  readonly chosenId: string | null;
  /** By result. */
  readonly boards: Readonly<Record<string, BoardView>>;
  /** The idea that waits for the one it is merged with. */
  readonly mergingId: string | null;
}

const empty: IdeasState = {
  roomId: null,
  phase: 'loading',
  results: [],
  chosenId: null,
  boards: {},
  mergingId: null,
};
export const useIdeas = create<IdeasState>(() => empty);

/** Keeps the open room's ideas current until the returned function is called. */
export function startIdeas(): () => void {
  const stops = [
    listen('result.changed', (result) => {
      if (result.kind !== 'idea' || result.roomId !== useIdeas.getState().roomId) return;
      useIdeas.setState(({ results }) => ({
        results: newestFirst([...results.filter(({ id }) => id !== result.id), result]),
      }));
    }),
    listen('board.changed', keepBoard),
    listen('message.changed', (message) => {
      const resultId = message.request?.idea?.resultId;
      if (resultId !== undefined && useIdeas.getState().boards[resultId] !== undefined)
        void loadBoard(resultId);
    }),
    listen('profile.switched', () => useIdeas.setState(empty)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

export async function loadIdeas(roomId: string): Promise<void> {
  if (useIdeas.getState().roomId === roomId) return;
  useIdeas.setState({ ...empty, roomId });
  const results = await callOrReport('results.list', { roomId, kind: 'idea' });
  if (useIdeas.getState().roomId !== roomId) return;
  useIdeas.setState({
    phase: 'ready',
    results: newestFirst((results ?? []).filter((result) => result.kind === 'idea')),
  });
}

export function chooseIdeas(id: string): void {
  useIdeas.setState({ chosenId: id, mergingId: null });
}

/** Reads the board of an answer, with what was made from its ideas. */
export async function loadBoard(resultId: string): Promise<void> {
  const view = await callOrReport('ideas.board', { resultId });
  if (view !== null) keepBoard(view);
}

/** Changes a board: shown at once, and kept. What could not be kept is taken back. */
export async function changeBoard(resultId: string, change: (board: IdeaBoard) => IdeaBoard): Promise<void> {
  const before = useIdeas.getState().boards[resultId];
  const board = change(before?.board ?? emptyBoard);
  keepBoard({ resultId, uses: before?.uses ?? [], board });
  const kept = await callOrReport('ideas.setBoard', { resultId, board });
  if (kept === null && before !== undefined) keepBoard(before);
}

export function setMerging(mergingId: string | null): void {
  useIdeas.setState({ mergingId });
}

function keepBoard(view: BoardView): void {
  useIdeas.setState(({ boards }) => ({ boards: { ...boards, [view.resultId]: view } }));
}

function newestFirst(results: readonly IdeaResult[]): IdeaResult[] {
  return [...results].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}
