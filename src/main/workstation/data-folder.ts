// The data folder: made when missing, checked with a sentence for each fault, and held by one workstation at a time.
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { Refusal } from '../../shared/std/result.ts';
import { toDiskRefusal } from '../files/disk-words.ts';

const appName = 'ProductFlo Workstation';

/** Where a person's data lives when nothing else is said: the system's folder for application data. */
export function defaultDataFolder(
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const home = homedir();
  switch (platform) {
    case 'win32':
      return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), appName);
    case 'darwin':
      return join(home, 'Library', 'Application Support', appName);
    default:
      return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), appName);
  }
}

/** Makes the folder when it is missing. Refuses with a sentence that names the folder when it cannot be written. */
export function prepareDataFolder(dataDir: string): void {
  makeFolder(dataDir);
  checkWritable(dataDir);
}

/** Prepares the folder and holds it until disposed. Refuses when another workstation holds it. */
export function holdDataFolder(dataDir: string): Disposable {
  prepareDataFolder(dataDir);
  const lock = takeLock(dataDir);
  return { [Symbol.dispose]: () => void lock.close() };
}

function makeFolder(dataDir: string): void {
  try {
    makeMissing(resolve(dataDir));
  } catch (error) {
    if (isNoFolder(dataDir)) throw new Refusal('DATA_FOLDER', `${dataDir} is a file, not a folder.`, 'data');
    throw cannotUse(dataDir, error);
  }
  if (isNoFolder(dataDir)) throw new Refusal('DATA_FOLDER', `${dataDir} is a file, not a folder.`, 'data');
}

/** Step by step: Node's own recursive call never returns where the system says that a folder's existing parent is missing, as in /proc. */
function makeMissing(path: string): void {
  if (existsSync(path)) return;
  makeMissing(dirname(path));
  mkdirSync(path);
}

function isNoFolder(path: string): boolean {
  return !(statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? true);
}

function checkWritable(dataDir: string): void {
  const probe = join(dataDir, '.writable');
  try {
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw cannotUse(dataDir, error);
  }
}

function cannotUse(dataDir: string, error: unknown): Refusal {
  const disk = toDiskRefusal(error, 'your work');
  const why = disk instanceof Refusal ? disk.message : error instanceof Error ? error.message : String(error);
  return new Refusal(
    'DATA_FOLDER',
    `The data folder ${dataDir} cannot be used. ${why} Choose another folder with --data.`,
    'data',
  );
}

/** An open exclusive transaction: the system gives it back when the process dies, however it dies. */
function takeLock(dataDir: string): Database.Database {
  let lock: Database.Database | null = null;
  try {
    lock = new Database(join(dataDir, 'lock.db'), { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    const code = error instanceof Database.SqliteError ? error.code : '';
    if (!code.startsWith('SQLITE_BUSY')) throw cannotUse(dataDir, error);
    throw new Refusal(
      'DATA_FOLDER_BUSY',
      `Another ProductFlo Workstation is using ${dataDir}. Close it first, or choose another folder with --data.`,
      'data',
    );
  }
}
