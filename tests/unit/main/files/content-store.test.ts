// The content store on a real disk: named by hash, never half-written, never twice.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toDiskRefusal } from '../../../../src/main/files/disk-words.ts';
import { openContentStore } from '../../../../src/main/files/open-content-store.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'content-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function* bytesOf(...parts: string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}
const temporary = (): string[] => readdirSync(join(folder, 'tmp'));
/** FIPS 180-2, appendix B.1: the SHA-256 of "abc". */
const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

describe('content store', () => {
  test('[P-CONTENT-1] names content by its SHA-256 and reads it back', async () => {
    const store = await openContentStore(folder);
    const kept = await store.add(bytesOf('a', 'b', 'c'));
    expect(kept).toEqual({ sha256: abc, sizeBytes: 3 });
    expect(store.has(abc)).toBe(true);
    expect(readFileSync(store.pathOf(abc), 'utf8')).toBe('abc');
    expect(temporary()).toEqual([]);
  });

  test('[P-CONTENT-1] keeps content added by many at once, one time', async () => {
    const store = await openContentStore(folder);
    const text = 'x'.repeat(100_000);
    const kept = await Promise.all(Array.from({ length: 20 }, () => store.add(bytesOf(text, text))));
    const sha256 = createHash('sha256')
      .update(text + text)
      .digest('hex');
    expect(new Set(kept.map((one) => one.sha256))).toEqual(new Set([sha256]));
    expect(readdirSync(join(folder, sha256.slice(0, 2)))).toEqual([sha256]);
    expect(temporary()).toEqual([]);
  });

  test('[P-CONTENT-2] refuses what is too large and leaves nothing behind', async () => {
    const store = await openContentStore(folder);
    const adding = store.add(bytesOf('x'.repeat(2000), 'y'.repeat(2000)), { maxBytes: 3072 });
    await expect(adding).rejects.toThrow('The file is larger than 3 KiB.');
    expect(readdirSync(folder)).toEqual(['tmp']);
    expect(temporary()).toEqual([]);
    expect(await store.add(bytesOf('x'.repeat(3072)), { maxBytes: 3072 })).toMatchObject({ sizeBytes: 3072 });
  });

  test('[P-CONTENT-2] a source that breaks off leaves nothing behind', async () => {
    const store = await openContentStore(folder);
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('half');
      throw new Error('cable pulled');
    }
    await expect(store.add(broken())).rejects.toThrow('cable pulled');
    expect(temporary()).toEqual([]);
  });

  test('[P-CONTENT-2] what an earlier run left half-written is removed at open', async () => {
    mkdirSync(join(folder, 'tmp'));
    writeFileSync(join(folder, 'tmp', 'left-over'), 'half');
    await openContentStore(folder);
    expect(temporary()).toEqual([]);
  });

  test('[P-CONTENT-1] adopts a file under its computed name', async () => {
    const store = await openContentStore(folder);
    const path = join(folder, 'fetched');
    writeFileSync(path, 'abc');
    expect(await store.adopt(path)).toEqual({ sha256: abc, sizeBytes: 3 });
    expect(existsSync(path)).toBe(false);
    writeFileSync(path, 'abc');
    await store.adopt(path);
    expect(existsSync(path)).toBe(false);
    await expect(store.adopt(path)).rejects.toThrow('not there any more');
  });

  test('[P-CONTENT-1] content of a wrong length is replaced, since a hash names one content', async () => {
    const store = await openContentStore(folder);
    await store.add(bytesOf('abc'));
    writeFileSync(store.pathOf(abc), 'a');
    await store.add(bytesOf('abc'));
    expect(readFileSync(store.pathOf(abc), 'utf8')).toBe('abc');
  });

  test('[P-CONTENT-3] a name that is no hash leads nowhere', async () => {
    const store = await openContentStore(folder);
    expect(() => store.pathOf('../../etc/passwd')).toThrow('is no SHA-256');
    expect(() => store.has('')).toThrow('is no SHA-256');
  });

  test('[P-CONTENT-2] a full disk says so', () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    expect(String(toDiskRefusal(full, 'the file'))).toContain(
      'The disk is full: the file could not be kept.',
    );
  });

  test('[P-CONTENT-2] content that cannot be written is not there', async () => {
    const store = await openContentStore(folder);
    rmSync(join(folder, 'tmp'), { recursive: true });
    writeFileSync(join(folder, 'tmp'), '');
    await expect(store.add(bytesOf('abc'))).rejects.toThrow();
    expect(store.has(abc)).toBe(false);
  });
});
