// The outbox in order, as main keeps it, and the last cancel for as long as it can be undone.
import { create } from 'zustand';
import type { Entry } from '../../../shared/model/entry.ts';
import { callOrReport, listen } from '../../platform/bridge.ts';

/** A cancelled entry, so that the person can have it back. */
export interface Cancelled {
  readonly messageId: string;
  readonly preview: string;
}

interface QueueState {
  readonly phase: 'loading' | 'ready';
  readonly entries: readonly Entry[];
  readonly cancelled: Cancelled | null;
}

const empty: QueueState = { phase: 'loading', entries: [], cancelled: null };
export const useQueue = create<QueueState>(() => empty);

/** Loads the queue and keeps it current until the returned function is called. */
export function startQueue(): () => void {
  const stops = [
    listen('outbox.changed', (entries) => useQueue.setState({ phase: 'ready', entries })),
    listen('profile.switched', () => void load()),
  ];
  void load();
  return () => {
    for (const stop of stops) stop();
  };
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

async function load(): Promise<void> {
  useQueue.setState(empty);
  const entries = await callOrReport('outbox.list', {});
  useQueue.setState({ phase: 'ready', entries: entries ?? [] });
}
