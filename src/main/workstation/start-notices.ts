// What the workstation itself has to tell, whichever profile is open: kept for this run, told again at the next where it still holds.
import type { Notice } from '../../shared/model/status.ts';

export class StartNotices {
  #notices: Notice[] = [];

  /** Tells that a damaged file was kept aside and what stands in its place. */
  keptAside(path: string | null, consequence: string, nowMs: number): void {
    if (path === null) return;
    this.#notices.push({
      id: `start-${this.#notices.length + 1}`,
      kind: 'warning',
      title: 'A damaged file was put aside',
      text: `${consequence} What was there is kept as ${path}.`,
      priority: 'high',
      actionUrl: null,
      createdAt: new Date(nowMs).toISOString(),
      read: false,
    });
  }

  list(): Notice[] {
    return this.#notices;
  }

  /** Null marks all. */
  markRead(id: string | null): void {
    this.#notices = this.#notices.map((one) => (id === null || one.id === id ? { ...one, read: true } : one));
  }
}
