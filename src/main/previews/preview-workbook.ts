// XLSX workbooks as tables, read in a thread of their own that is stopped when it takes too much.
import { readFile, stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { unzipSync } from 'fflate';
import { z } from 'zod';
import { type Preview, previewSchema } from '../../shared/model/file.ts';
import { Serial } from '../process/serial.ts';
import type { PreviewSource } from './preview-file.ts';

/** A workbook is read whole, so a larger one is left to its own program. */
const mostBytes = 24 * 1024 * 1024;
const mostUnpackedBytes = 400 * 1024 * 1024;
const mostHeapMegabytes = 768;
const patienceMs = 60_000;
/** One at a time: two large workbooks may be more than the machine has memory for. */
const serial = new Serial();

export async function previewWorkbook({ file, path, workbookEntry }: PreviewSource): Promise<Preview> {
  const { size } = await stat(path);
  if (size > mostBytes) return tooLarge(file.name);
  try {
    if (unpackedBytes(await readFile(path)) > mostUnpackedBytes) return tooLarge(file.name);
    const sheets: unknown = await serial.run(() => readInThread(workbookEntry, path));
    if (z.array(z.unknown()).parse(sheets).length > 0) return previewSchema.parse({ kind: 'table', sheets });
    return { kind: 'none', reason: `${file.name} holds no sheets.` };
  } catch (error) {
    if (isTooMuch(error)) return tooLarge(file.name);
    return { kind: 'none', reason: `${file.name} is damaged, or no XLSX workbook: it could not be read.` };
  }
}

function tooLarge(name: string): Preview {
  return {
    kind: 'none',
    reason: `${name} is too large to be shown here. Save it and open it in its own program.`,
  };
}

/** What the archive says it unpacks to, without unpacking it. */
function unpackedBytes(bytes: Uint8Array): number {
  let total = 0;
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      total += originalSize;
      return false;
    },
  });
  return total;
}

class TookTooLong extends Error {}

function isTooMuch(error: unknown): boolean {
  if (error instanceof TookTooLong) return true;
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function readInThread(entry: string, path: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, {
      workerData: { path },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: mostHeapMegabytes },
    });
    const timer = setTimeout(() => {
      reject(new TookTooLong('reading the workbook took too long'));
      void worker.terminate();
    }, patienceMs);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(new Error('the thread ended without an answer'));
    });
  });
}
