// The idea results of the open room, newest first.
import { create } from 'zustand';
import type { ResultRecord } from '../../../shared/model/result.ts';
import { callOrReport, listen } from '../../platform/bridge.ts';

export type IdeaResult = Extract<ResultRecord, { kind: 'idea' }>;

interface IdeasState {
  readonly roomId: string | null;
  readonly phase: 'loading' | 'ready';
  readonly results: readonly IdeaResult[];
  readonly chosenId: string | null;
}

const empty: IdeasState = { roomId: null, phase: 'loading', results: [], chosenId: null };
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
  useIdeas.setState({ chosenId: id });
}

function newestFirst(results: readonly IdeaResult[]): IdeaResult[] {
  return [...results].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}
