// Reads a database through while the main loop goes on.
import { Worker } from 'node:worker_threads';
import { z } from 'zod';

/** What SQLite's full integrity check of the database at `path` says, at most 20 sentences; none when it is whole. */
export function checkInThread(entry: string, path: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, { workerData: { path }, execArgv: [] });
    let findings: unknown;
    worker.once('message', (said) => {
      findings = said;
    });
    worker.once('error', reject);
    // Its connection is closed only when the thread is over.
    worker.once('exit', () => {
      const parsed = z.array(z.string()).safeParse(findings);
      if (parsed.success) resolve(parsed.data);
      else reject(new Error('the thread ended without an answer'));
    });
  });
}
