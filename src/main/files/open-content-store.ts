// The content store on disk: `<folder>/ab/<sha256>`, written to `<folder>/tmp` first and durable before it is named.
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { lstat, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../shared/std/result.ts';
import type { ContentStore, StoredContent } from './content-store-port.ts';
import { syncFile, syncFolder } from './durable.ts';
import { toDiskRefusal } from './disk-words.ts';

/** Opens the store of a folder, made when missing. What an earlier run left half-written is removed. */
export async function openContentStore(folder: string): Promise<ContentStore> {
  const temporary = join(folder, 'tmp');
  try {
    await rm(temporary, { recursive: true, force: true });
    await mkdir(temporary, { recursive: true });
    await syncFolder(folder);
  } catch (error) {
    throw toDiskRefusal(error, 'the folder of kept files');
  }
  return new DiskContentStore(folder, temporary);
}

class DiskContentStore implements ContentStore {
  readonly #folder: string;
  readonly #temporary: string;

  constructor(folder: string, temporary: string) {
    this.#folder = folder;
    this.#temporary = temporary;
  }

  async add(
    bytes: AsyncIterable<Uint8Array>,
    limits: { readonly maxBytes?: number } = {},
  ): Promise<StoredContent> {
    const path = join(this.#temporary, randomUUID());
    try {
      const content = await writeHashed(path, bytes, limits.maxBytes ?? Number.POSITIVE_INFINITY);
      await this.#keep(path, content);
      return content;
    } catch (error) {
      await rm(path, { force: true }).catch(() => {});
      throw toDiskRefusal(error, 'the file');
    }
  }

  async adopt(path: string): Promise<StoredContent> {
    const found = await lstat(path).catch(() => null);
    if (found === null || !found.isFile()) {
      throw new Refusal('FILE_MISSING', 'The fetched file is not there any more.');
    }
    try {
      const content = await hashFile(path);
      await syncFile(path);
      await this.#keep(path, content);
      return content;
    } catch (error) {
      if (!isOtherDisk(error)) throw toDiskRefusal(error, 'the file');
    }
    const content = await this.add(createReadStream(path));
    await rm(path, { force: true });
    return content;
  }

  has(sha256: string): boolean {
    return existsSync(this.pathOf(sha256));
  }

  pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Refusal('SHA256', `"${sha256}" is no SHA-256.`, 'sha256');
    return join(this.#folder, sha256.slice(0, 2), sha256);
  }

  /** Names a durable temporary file by its hash. Content that is there already wins, unless its length is wrong. */
  async #keep(path: string, { sha256, sizeBytes }: StoredContent): Promise<void> {
    const target = this.pathOf(sha256);
    const shelf = join(this.#folder, sha256.slice(0, 2));
    if ((await mkdir(shelf, { recursive: true })) !== undefined) await syncFolder(this.#folder);
    const kept = await stat(target).catch(() => null);
    if (kept?.isFile() === true && kept.size === sizeBytes) await rm(path, { force: true });
    else await rename(path, target);
    // Also when it was there: whoever put it there may not have come this far.
    await syncFolder(shelf);
  }
}

async function writeHashed(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<StoredContent> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of bytes) {
      sizeBytes += chunk.byteLength;
      if (sizeBytes > maxBytes) {
        throw new Refusal('FILE_TOO_LARGE', `The file is larger than ${sizeWords(maxBytes)}.`, 'file');
      }
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}

async function hashFile(path: string): Promise<StoredContent> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of createReadStream(path)) {
    const bytes = Buffer.from(chunk);
    hash.update(bytes);
    sizeBytes += bytes.length;
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}

function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 ** 2 ? `${Math.floor(bytes / 1024)} KiB` : `${Math.floor(bytes / 1024 ** 2)} MiB`;
}

function isOtherDisk(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EXDEV';
}
