// The outbox as main tells it: its counts always, its entries where somebody looks; and the last cancel while it can be undone.
import { create } from 'zustand';
import type { Entry, QueueCounts } from '../../../shared/model/entry.ts';
import { call, callOrReport, listen } from '../../platform/bridge.ts';
import { PageLoader } from './page-loader.ts';

/** A cancelled entry, so that the person can have it back. */
export interface Cancelled {
  readonly messageId: string;
  readonly preview: string;
}

interface QueueState {
  readonly phase: 'loading' | 'ready';
  readonly counts: QueueCounts;
  /** Entries by their place in the queue, counted from 0, as far as they are loaded. */
  readonly entries: ReadonlyMap<number, Entry>;
  readonly cancelled: Cancelled | null;
}

const none: QueueCounts = { total: 0, waiting: 0, sent: 0, attention: 0, nextTryAt: null };
const empty: QueueState = { phase: 'loading', counts: none, entries: new Map(), cancelled: null };
export const useQueue = create<QueueState>(() => empty);

const pages = new PageLoader({
  ask: async (from, limit) => {
    const answer = await call('outbox.list', { from, limit });
    return answer.ok ? answer.value : null;
  },
  show: (entries) => useQueue.setState({ entries }),
});

/** Loads the counts and keeps them current until the returned function is called. */
export function startQueue(): () => void {
  const stops = [
    listen('outbox.changed', (counts) => {
      useQueue.setState({ phase: 'ready', counts });
      pages.renew();
    }),
    listen('profile.switched', () => void load()),
  ];
  void load();
  return () => {
    for (const stop of stops) stop();
  };
}

/** Says which places are looked at, both included; null when the queue is not shown. */
export function lookAt(places: { readonly first: number; readonly last: number } | null): void {
  pages.lookAt(places);
}

export async function cancelEntry(entry: Entry): Promise<void> {
  const done = await callOrReport('outbox.cancel', { messageId: entry.messageId });
  if (done !== null) useQueue.setState({ cancelled: { messageId: entry.messageId, preview: entry.preview } });
}

export async function undoCancel(): Promise<void> {
  const { cancelled } = useQueue.getState();
  if (cancelled === null) return;
  const restored = await callOrReport('outbox.restore', { messageId: cancelled.messageId });
  if (restored !== null) useQueue.setState({ cancelled: null });
}

export function forgetCancel(): void {
  useQueue.setState({ cancelled: null });
}

export function retryEntry(messageId: string): void {
  void callOrReport('outbox.retry', { messageId });
}

/** Moves an entry before another of its room, or to the end. */
export function moveEntry(messageId: string, beforeMessageId: string | null): void {
  void callOrReport('outbox.move', { messageId, beforeMessageId });
}

/** Moves an entry one place among those of its room. */
export function stepEntry(messageId: string, direction: 'forward' | 'back'): void {
  void callOrReport('outbox.step', { messageId, direction });
}

async function load(): Promise<void> {
  useQueue.setState(empty);
  const counts = await callOrReport('outbox.counts', {});
  useQueue.setState({ phase: 'ready', counts: counts ?? none });
  pages.renew();
}
