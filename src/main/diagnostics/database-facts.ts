// A database in numbers: how much of what it holds, never what it says.
import { z } from 'zod';
import { listBackups } from '../store/backups.ts';
import { loggedFrames } from '../store/frame-log.ts';
import { listNotices } from '../store/notices.ts';
import type { Store } from '../store/open-store.ts';
import { countStates } from '../store/queue-pages.ts';
import { statement } from '../store/statement.ts';
import { mask } from './mask.ts';

const countSchema = z.number();
const stateSchema = z.object({ state: z.string(), n: z.number() });

/** Counts, sizes in bytes, and times. */
export function databaseFacts(store: Store, folder: string): Record<string, unknown> {
  const count = (table: 'rooms' | 'messages' | 'results' | 'gaps' | 'open_requests'): number =>
    countSchema.parse(statement(store, `SELECT count(*) FROM ${table}`).pluck().get());
  const files = statement(store, 'SELECT state, count(*) AS n FROM files GROUP BY state').all();
  return {
    version: store.pragma('user_version', { simple: true }),
    bytes:
      Number(store.pragma('page_count', { simple: true })) *
      Number(store.pragma('page_size', { simple: true })),
    rooms: count('rooms'),
    messages: count('messages'),
    results: count('results'),
    gaps: count('gaps'),
    unanswered_requests: count('open_requests'),
    queue: countStates(store),
    files: Object.fromEntries(
      files.map((row) => {
        const { state, n } = stateSchema.parse(row);
        return [state, n];
      }),
    ),
    integrity_check: statement(store, 'SELECT checked_at, findings FROM integrity_check').get(),
    backups: listBackups(folder).map(({ kind, atMs }) => ({ kind, at: new Date(atMs).toISOString() })),
    frames_kept: loggedFrames(store).map(({ at, reason }) => ({ at, reason: mask(reason) })),
    notices: listNotices(store).map(({ kind, priority, createdAt, read }) => ({
      kind,
      priority,
      createdAt,
      read,
    })),
  };
}
