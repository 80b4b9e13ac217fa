// Searching the messages: one question at a time, the latest one wins.
import { create } from 'zustand';
import type { SearchHit } from '../../../shared/model/search.ts';
import { callOrReport, listen } from '../../platform/bridge.ts';

interface SearchState {
  readonly query: string;
  /** Null: the room does not matter. */
  readonly roomId: string | null;
  readonly hits: readonly SearchHit[];
  readonly hasMore: boolean;
  readonly phase: 'idle' | 'searching' | 'done';
}

const empty: SearchState = { query: '', roomId: null, hits: [], hasMore: false, phase: 'idle' };
export const useSearch = create<SearchState>(() => empty);
const pageSize = 30;
const pauseMs = 120;
let turn = 0;

/** Forgets what was found when another profile is shown; returns the stop. */
export function startSearch(): () => void {
  return listen('profile.switched', () => useSearch.setState(empty));
}

/** Asks after a short pause, so that each letter of a fast hand is not a search of its own. */
export function search(query: string, roomId: string | null): void {
  turn += 1;
  const mine = turn;
  if (query.trim() === '') return useSearch.setState({ ...empty, query, roomId });
  useSearch.setState({ query, roomId, phase: 'searching' });
  setTimeout(() => {
    if (mine === turn) void fetchPage(mine, 0);
  }, pauseMs);
}

export function searchMore(): void {
  const { hits, hasMore, phase } = useSearch.getState();
  if (hasMore && phase === 'done') void fetchPage(turn, hits.length);
}

async function fetchPage(mine: number, offset: number): Promise<void> {
  const { query, roomId } = useSearch.getState();
  const found = await callOrReport('messages.search', { query, roomId, limit: pageSize, offset });
  if (mine !== turn) return;
  useSearch.setState(({ hits }) => ({
    phase: 'done',
    hits: offset === 0 ? (found?.hits ?? []) : [...hits, ...(found?.hits ?? [])],
    hasMore: found?.hasMore ?? false,
  }));
}
