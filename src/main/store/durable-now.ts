// Forcing bytes and names to the disk where nothing else may happen meanwhile: before a database is opened.
import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Forces the bytes of a file to the disk. */
export function syncFileNow(path: string): void {
  sync(path, 'r+');
}

/** Forces the names in a folder to the disk. Windows keeps them with the file and opens no folders. */
export function syncFolderNow(path: string): void {
  if (process.platform !== 'win32') sync(path, 'r');
}

function sync(path: string, flags: 'r' | 'r+'): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
