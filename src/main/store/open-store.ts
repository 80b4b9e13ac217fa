// Opens the database of a profile: durable on every commit, brought to the newest version, refused with a sentence.
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Refusal } from '../../shared/std/result.ts';
import { backUpBeforeMigration } from './backups.ts';
import { failedLastCheck } from './care.ts';
import { damaged, repairIndexes } from './damage.ts';
import { migrate, type Migration, migrations } from './migrate.ts';

/** The database handle; the verbs beside this file take it first. */
export type Store = Database.Database;

/** Up to this size a database is checked at every opening, bytes. */
const alwaysCheckedBytes = 256 * 1024 ** 2;

export interface StoreOptions {
  /** Names the backup that is made before a migration, ms since the epoch. */
  readonly nowMs?: number;
  /** What brings a database to the newest version; ours, unless a test has others. */
  readonly migrations?: readonly Migration[];
}

/** Opens `<folder>/workstation.db`. */
export function openStore(folder: string, options: StoreOptions = {}): Store {
  const path = join(folder, 'workstation.db');
  const mayBeDamaged = isWorthChecking(path);
  const store = openFile(folder, path);
  try {
    configure(store);
    if (mayBeDamaged) checkHealth(store, path);
    migrate(store, {
      migrations: options.migrations ?? migrations,
      before: () => backUpBeforeMigration(store, folder, options.nowMs ?? Date.now()),
    });
    if (failedLastCheck(store)) repairIndexes(store, path);
    return store;
  } catch (error) {
    store.close();
    throw error instanceof Refusal ? error : toRefusal(error, path);
  }
}

/** A large database takes seconds to read through; when it was closed properly, SQLite left no log behind. */
function isWorthChecking(path: string): boolean {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const logSize = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  return size <= alwaysCheckedBytes || logSize > 0;
}

function openFile(folder: string, path: string): Store {
  try {
    mkdirSync(folder, { recursive: true });
    return new Database(path, { timeout: 5000 });
  } catch (error) {
    throw toRefusal(error, path);
  }
}

/** WAL first: on a fresh file `synchronous` falls back when the journal mode changes after it. */
function configure(store: Store): void {
  store.pragma('journal_mode = WAL');
  store.pragma('synchronous = FULL');
  store.pragma('checkpoint_fullfsync = ON');
  store.pragma('foreign_keys = ON');
  store.pragma('temp_store = MEMORY');
}

function checkHealth(store: Store, path: string): void {
  const verdict = String(store.pragma('quick_check(1)', { simple: true }));
  if (verdict !== 'ok') throw damaged(path, verdict);
}

function toRefusal(error: unknown, path: string): Refusal {
  const code = error instanceof Database.SqliteError ? error.code : '';
  const words = error instanceof Error ? error.message : String(error);
  if (code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB') return damaged(path, words);
  if (code.startsWith('SQLITE_FULL')) {
    return new Refusal('DISK_FULL', `The disk is full; ${path} cannot be opened for writing.`);
  }
  return new Refusal('DATA_FOLDER', `The database ${path} cannot be opened: ${words}.`);
}
