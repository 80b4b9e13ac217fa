// Opens the database of a profile; a damaged one is set aside, and the newest whole backup takes its place.
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../shared/std/result.ts';
import { type Backup, restoreNewestBackup } from './backups.ts';
import { syncFolderNow } from './durable-now.ts';
import { openStore, type Store } from './open-store.ts';

export interface Recovery {
  /** Folder that keeps the damaged files. */
  readonly keptIn: string;
  /** What took their place; null when there was no whole backup. */
  readonly backup: Backup | null;
  /** The sentence that said what was wrong. */
  readonly reason: string;
}

export interface OpenedStore {
  readonly store: Store;
  readonly recovery: Recovery | null;
}

/** Opens the store of a folder, recovering it when it is damaged. Other troubles are thrown as they are. */
export function openOrRecover(folder: string, nowMs: number): OpenedStore {
  try {
    finishSettingAside(folder, nowMs);
    return { store: openStore(folder, { nowMs }), recovery: null };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'DATA_DAMAGED') throw error;
    const keptIn = setAside(folder, nowMs);
    const backup = restoreNewestBackup(folder);
    return { store: openStore(folder, { nowMs }), recovery: { keptIn, backup, reason: error.message } };
  }
}

/** A log without its database is a recovery that was interrupted: SQLite would play it into a restored file. */
function finishSettingAside(folder: string, nowMs: number): void {
  const path = join(folder, 'workstation.db');
  if (existsSync(path) || !existsSync(`${path}-wal`)) return;
  setAside(folder, nowMs);
  restoreNewestBackup(folder);
}

/** The database goes first: a restored file must never meet the old log. */
function setAside(folder: string, nowMs: number): string {
  const keptIn = join(folder, 'damaged', new Date(nowMs).toISOString().replaceAll(':', '-'));
  mkdirSync(keptIn, { recursive: true });
  for (const name of ['workstation.db', 'workstation.db-wal', 'workstation.db-shm']) {
    if (existsSync(join(folder, name))) renameSync(join(folder, name), join(keptIn, name));
  }
  for (const path of [keptIn, folder]) syncFolderNow(path);
  return keptIn;
}
