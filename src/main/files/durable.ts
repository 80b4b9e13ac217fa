// Making files and the names of files survive a power cut.
import { open } from 'node:fs/promises';

/** Forces the bytes of a file to the disk. */
export async function syncFile(path: string): Promise<void> {
  await using file = await open(path, 'r+');
  await file.sync();
}

/** Forces the names in a folder to the disk. Windows keeps them with the file and opens no folders. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using folder = await open(path, 'r');
  await folder.sync();
}
