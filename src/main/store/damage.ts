// The refusal of a damaged database, and the repair of one whose tables are whole.
import Database from 'better-sqlite3';
import { Refusal } from '../../shared/std/result.ts';
import { inTransaction } from './in-transaction.ts';
import type { Store } from './open-store.ts';

/** The refusal of a database; `verdict` is SQLite's sentence. */
export function damaged(path: string, verdict: string): Refusal {
  return new Refusal('DATA_DAMAGED', `The database ${path} is damaged (${verdict}). It was left as it is.`);
}

/** Makes the indexes anew and reads everything through. Refuses what is still wrong then, with the file as it was. */
export function repairIndexes(store: Store, path: string): void {
  inTransaction(store, () => {
    reindex(store, path);
    const verdict = String(store.pragma('integrity_check(1)', { simple: true }));
    if (verdict !== 'ok') throw damaged(path, verdict);
    store.exec('UPDATE integrity_check SET findings = 0');
  });
}

function reindex(store: Store, path: string): void {
  try {
    store.exec('REINDEX');
  } catch (error) {
    // Two rows of a table that may only have one.
    const isDoubled = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT');
    throw isDoubled ? damaged(path, error.message) : error;
  }
}
