// Bytes by content: a file is kept once under its SHA-256, whole or not at all.
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../../shared/std/result.ts';

export interface StoredBytes {
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** The engine's byte store under `<dataDir>/content`, with `<dataDir>/work` for what is being made. */
export class FileVault {
  readonly #content: string;
  readonly #work: string;

  constructor(dataDir: string) {
    this.#content = join(dataDir, 'content');
    this.#work = join(dataDir, 'work');
    rmSync(this.#work, { recursive: true, force: true });
    mkdirSync(this.#work, { recursive: true });
    mkdirSync(this.#content, { recursive: true });
  }

  /** An empty folder of its own, gone at the next start. */
  makeWorkFolder(): string {
    const folder = join(this.#work, randomUUID());
    mkdirSync(folder);
    return folder;
  }

  /** Where the bytes with this hash lie. */
  pathOf(sha256: string): string {
    return join(this.#content, sha256.slice(0, 2), sha256);
  }

  /** Takes a stream in, hashing on the way; refuses more than `limitBytes`. Durable when it returns. */
  async take(source: NodeJS.ReadableStream, limitBytes: number): Promise<StoredBytes> {
    const draft = join(this.#work, randomUUID());
    const hash = createHash('sha256');
    let sizeBytes = 0;
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        sizeBytes += chunk.length;
        hash.update(chunk);
        if (sizeBytes > limitBytes)
          done(new Refusal('FILE_TOO_LARGE', `The file is larger than ${limitBytes} bytes.`));
        else done(null, chunk);
      },
    });
    try {
      await pipeline(source, meter, createWriteStream(draft));
      const sha256 = hash.digest('hex');
      await this.#settle(draft, sha256);
      return { sha256, sizeBytes };
    } finally {
      await rm(draft, { force: true });
    }
  }

  /** Takes a finished file in. */
  async takeFile(path: string): Promise<StoredBytes> {
    return this.take(createReadStream(path), Number.MAX_SAFE_INTEGER);
  }

  async #settle(draft: string, sha256: string): Promise<void> {
    await sync(draft, 'r+');
    const target = this.pathOf(sha256);
    const shelf = join(this.#content, sha256.slice(0, 2));
    if (mkdirSync(shelf, { recursive: true }) !== undefined) await syncFolder(this.#content);
    const known = await stat(target).catch(() => null);
    if (known === null) await rename(draft, target);
    await syncFolder(shelf);
  }
}

/** Forces the names in a folder to the disk; Windows opens no folders. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform !== 'win32') await sync(path, 'r');
}

async function sync(path: string, flags: 'r' | 'r+'): Promise<void> {
  const handle = await open(path, flags);
  await handle.sync().finally(() => handle.close());
}
