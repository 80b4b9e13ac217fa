// Copies of the database beside it: one before each migration, one a day; the newest few are kept.
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { syncFileNow, syncFolderNow } from './durable-now.ts';
import { forgetIndex } from './message-search.ts';
import type { Store } from './open-store.ts';

export type BackupKind = 'daily' | 'before-migration';

const kept: Readonly<Record<BackupKind, number>> = { daily: 3, 'before-migration': 2 };
const dayMs = 24 * 60 * 60_000;
const namePattern = /^(daily|before-migration)-(\d{15})\.db$/;

export interface Backup {
  readonly kind: BackupKind;
  readonly path: string;
  readonly atMs: number;
}

/** The folder of the backups of a profile. */
export function backupFolder(folder: string): string {
  return join(folder, 'backups');
}

/** Newest first; half-written ones carry another name and do not count. */
export function listBackups(folder: string): Backup[] {
  if (!existsSync(backupFolder(folder))) return [];
  return readdirSync(backupFolder(folder))
    .flatMap((name): Backup[] => {
      const [, kind, at] = namePattern.exec(name) ?? [];
      if (kind !== 'daily' && kind !== 'before-migration') return [];
      return [{ kind, path: join(backupFolder(folder), name), atMs: Number(at) }];
    })
    .toSorted((one, other) => other.atMs - one.atMs);
}

/** Whether the last daily backup is a day old, or there is none. */
export function isBackupDue(folder: string, nowMs: number): boolean {
  const [newest] = listBackups(folder).filter(({ kind }) => kind === 'daily');
  return newest === undefined || nowMs - newest.atMs >= dayMs || newest.atMs > nowMs;
}

/** Copies the database while it is in use, page by page between other work. */
export async function backUpDaily(store: Store, folder: string, atMs: number): Promise<void> {
  const half = halfWritten(folder, 'daily');
  await store.backup(half);
  keep(folder, { half, kind: 'daily', atMs });
}

/** Copies the database at once; for the moment before a migration. */
export function backUpBeforeMigration(store: Store, folder: string, atMs: number): void {
  const half = halfWritten(folder, 'before-migration');
  store.prepare('VACUUM INTO ?').run(half);
  const copy = new Database(half);
  forgetIndex(copy);
  copy.close();
  keep(folder, { half, kind: 'before-migration', atMs });
}

/** Puts the newest backup that is whole in the place of the database; null when there is none. */
export function restoreNewestBackup(folder: string): Backup | null {
  const target = join(folder, 'workstation.db');
  for (const backup of listBackups(folder)) {
    if (!isWhole(backup.path)) continue;
    copyFileSync(backup.path, `${target}.restored`);
    syncFileNow(`${target}.restored`);
    renameSync(`${target}.restored`, target);
    syncFolderNow(folder);
    return backup;
  }
  return null;
}

function halfWritten(folder: string, kind: BackupKind): string {
  mkdirSync(backupFolder(folder), { recursive: true });
  const path = join(backupFolder(folder), `${kind}.part`);
  for (const rest of ['', '-journal', '-wal', '-shm']) rmSync(`${path}${rest}`, { force: true });
  return path;
}

function keep(folder: string, made: { half: string; kind: BackupKind; atMs: number }): void {
  syncFileNow(made.half);
  const name = `${made.kind}-${String(made.atMs).padStart(15, '0')}.db`;
  renameSync(made.half, join(backupFolder(folder), name));
  syncFolderNow(backupFolder(folder));
  const old = listBackups(folder).filter(({ kind }) => kind === made.kind);
  for (const { path } of old.slice(kept[made.kind])) rmSync(path, { force: true });
}

function isWhole(path: string): boolean {
  if (statSync(path).size === 0) return false;
  try {
    const copy = new Database(path, { readonly: true, fileMustExist: true });
    try {
      return copy.pragma('quick_check(1)', { simple: true }) === 'ok';
    } finally {
      copy.close();
    }
  } catch {
    return false;
  }
}
