// Making files and the names of files survive a power cut.
import { open } from 'node:fs/promises';

/** Forces the bytes of a file to the disk. */
export async function syncFile(path: string): Promise<void> {
  await sync(path, 'r+');
}

/** Forces the names in a folder to the disk. Windows keeps them with the file and opens no folders. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform !== 'win32') await sync(path, 'r');
}

async function sync(path: string, flags: 'r' | 'r+'): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
