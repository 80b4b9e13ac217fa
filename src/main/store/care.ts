// What keeps a database in good order between opening and closing: statistics, the log, and the memory of its last check.
import { z } from 'zod';
import type { Store } from './open-store.ts';
import { statement } from './statement.ts';

const dayMs = 24 * 60 * 60_000;
const checkSchema = z.object({ checked_at: z.iso.datetime().nullable(), findings: z.number().int() });

/** How many rows this connection has written since it was opened; the same number twice means nothing was written between. */
export function writtenRows(store: Store): number {
  return z.number().parse(statement(store, 'SELECT total_changes()').pluck().get());
}

/** Whether the last check is a day old, or there was none; one of the future does not count. */
export function isCheckDue(store: Store, nowMs: number): boolean {
  const { checked_at } = readCheck(store);
  if (checked_at === null) return true;
  const sinceMs = nowMs - Date.parse(checked_at);
  return sinceMs >= dayMs || sinceMs < 0;
}

/** Whether the last check found something. */
export function failedLastCheck(store: Store): boolean {
  return readCheck(store).findings > 0;
}

/** Remembers a check that ended at `nowMs`; `findings` is how many sentences it had to say. */
export function noteCheck(store: Store, nowMs: number, findings: number): void {
  statement(store, 'UPDATE integrity_check SET checked_at = ?, findings = ?').run(
    new Date(nowMs).toISOString(),
    findings,
  );
}

/** Brings the statistics of the query planner up to date where that is worth it. */
export function optimize(store: Store): void {
  store.pragma('optimize');
}

/** Plays the log into the database and makes it empty; false when somebody still reads from it. Waits for nobody. */
export function truncateLog(store: Store): boolean {
  const patienceMs = Number(store.pragma('busy_timeout', { simple: true }));
  store.pragma('busy_timeout = 0');
  try {
    return store.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0;
  } finally {
    store.pragma(`busy_timeout = ${patienceMs}`);
  }
}

function readCheck(store: Store): z.infer<typeof checkSchema> {
  return checkSchema.parse(statement(store, 'SELECT checked_at, findings FROM integrity_check').get());
}
