// System messages and notifications outside of rooms.
import { create } from 'zustand';
import type { Notice } from '../../../shared/model/status.ts';
import { callOrReport, listen } from '../../platform/bridge.ts';

interface NoticesState {
  readonly notices: readonly Notice[];
}

export const useNotices = create<NoticesState>(() => ({ notices: [] }));

/** Loads the notices and keeps them current until the returned function is called. */
export function startNotices(): () => void {
  const stops = [
    listen('notice.added', (notice) =>
      useNotices.setState(({ notices }) => ({ notices: withNotice(notices, notice) })),
    ),
    listen('profile.switched', () => void load()),
  ];
  void load();
  return () => {
    for (const stop of stops) stop();
  };
}

/** Marks one notice read, or all of them. */
export async function markNoticeRead(id: string | null): Promise<void> {
  const done = await callOrReport('notices.markRead', { id });
  if (done === null) return;
  useNotices.setState(({ notices }) => ({
    notices: notices.map((notice) => (id === null || notice.id === id ? { ...notice, read: true } : notice)),
  }));
}

/** Newest first, each once. */
export function withNotice(notices: readonly Notice[], notice: Notice): Notice[] {
  const others = notices.filter((other) => other.id !== notice.id);
  return [notice, ...others].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

async function load(): Promise<void> {
  const notices = await callOrReport('notices.list', {});
  useNotices.setState({
    notices: [...(notices ?? [])].sort((a, b) => b.createdAt.localeCompare(a.createdAt)),
  });
}
