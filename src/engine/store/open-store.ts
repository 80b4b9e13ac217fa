// Opens the engine's database, brings it to the newest version, and holds the data folder for this process.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Refusal } from '../../shared/std/result.ts';
import { roomsFramesRequestsFiles } from './migrations/0001-rooms-frames-requests-files.ts';

/** The engine's database handle; the verbs beside this file take it first. */
export type Store = Database.Database;

const migrations = [roomsFramesRequestsFiles] as const;

/**
 * Opens `<dataDir>/engine.db`. Refuses, with a sentence, a folder that cannot be written, that another engine uses,
 * or whose database is newer than this program. Writes reach the disk before a call returns.
 */
export function openStore(dataDir: string): Store {
  makeFolder(dataDir);
  const store = openFile(dataDir);
  try {
    hold(store, dataDir);
    store.pragma('synchronous = FULL');
    store.pragma('foreign_keys = ON');
    migrate(store);
    return store;
  } catch (error) {
    store.close();
    throw error;
  }
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw new Refusal('DATA_FOLDER', `The data folder ${dataDir} cannot be made: ${reasonOf(error)}.`);
  }
}

function openFile(dataDir: string): Store {
  try {
    return new Database(join(dataDir, 'engine.db'), { timeout: 5000 });
  } catch (error) {
    throw new Refusal('DATA_FOLDER', `The data folder ${dataDir} cannot be written: ${reasonOf(error)}.`);
  }
}

/** An exclusive lock for as long as the file is open: SQLite gives it back even when the process is killed. */
function hold(store: Store, dataDir: string): void {
  try {
    store.pragma('locking_mode = EXCLUSIVE');
    store.pragma('journal_mode = WAL');
    store.exec('BEGIN EXCLUSIVE; COMMIT');
  } catch (error) {
    const code = error instanceof Database.SqliteError ? error.code : '';
    if (code.startsWith('SQLITE_BUSY')) {
      throw new Refusal('DATA_FOLDER_IN_USE', `Another engine is using the data folder ${dataDir}.`);
    }
    throw new Refusal('DATA_FOLDER', `The data folder ${dataDir} cannot be written: ${reasonOf(error)}.`);
  }
}

function migrate(store: Store): void {
  const current = Number(store.pragma('user_version', { simple: true }));
  const newest = migrations.at(-1)?.version ?? 0;
  if (current > newest) {
    throw new Refusal(
      'DATA_FROM_FUTURE',
      'The engine data was written by a newer version; start that version.',
    );
  }
  store.transaction(() => {
    for (const migration of migrations.filter((one) => one.version > current)) {
      store.exec(migration.sql);
      store.pragma(`user_version = ${migration.version}`);
    }
  })();
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
