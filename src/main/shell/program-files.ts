// Where the program's own parts lie: beside the entry in a build, in their folders when run from source.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export interface ProgramFiles {
  readonly engineEntry: string;
  readonly kernelEntry: string;
  readonly workbookEntry: string;
  readonly integrityEntry: string;
  readonly rendererDir: string;
  readonly preload: string;
}

/** `entryDir` is the folder of the running entry, `out/main` or `src/main`. */
export function findProgramFiles(entryDir: string): ProgramFiles {
  const isBuilt = existsSync(join(entryDir, 'engine.js'));
  const out = isBuilt ? join(entryDir, '..') : join(entryDir, '../../out');
  return {
    engineEntry: isBuilt ? join(entryDir, 'engine.js') : join(entryDir, '../engine/engine-main.ts'),
    kernelEntry: isBuilt ? join(entryDir, 'kernel.js') : join(entryDir, '../cad/process/kernel-main.ts'),
    workbookEntry: isBuilt ? join(entryDir, 'workbook.js') : join(entryDir, 'previews/workbook-worker.ts'),
    integrityEntry: isBuilt ? join(entryDir, 'integrity.js') : join(entryDir, 'store/integrity-worker.ts'),
    rendererDir: join(out, 'renderer'),
    preload: join(out, 'preload', 'index.cjs'),
  };
}
