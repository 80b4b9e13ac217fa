// Entry of the thread that reads a workbook: it may take long and much memory, and main must go on meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { readWorkbook } from './read-workbook.ts';

const { path } = z.object({ path: z.string() }).parse(workerData);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port knows no origins
parentPort?.postMessage(await readWorkbook(path));
