// Entry of the thread that reads a whole database through, on a connection of its own that cannot write.
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { z } from 'zod';

/** After so many sentences the rest adds nothing. */
const mostFindings = 20;
const { path } = z.object({ path: z.string() }).parse(workerData);

function findings(): string[] {
  try {
    const store = new Database(path, { readonly: true, fileMustExist: true });
    try {
      const rows = store.prepare(`PRAGMA integrity_check(${mostFindings})`).pluck().all().map(String);
      return rows.length === 1 && rows[0] === 'ok' ? [] : rows;
    } finally {
      store.close();
    }
  } catch (error) {
    const code = error instanceof Database.SqliteError ? error.code : '';
    if (error instanceof Error && /^SQLITE_(CORRUPT|NOTADB)/.test(code)) return [error.message];
    throw error;
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port knows no origins
parentPort?.postMessage(findings());
