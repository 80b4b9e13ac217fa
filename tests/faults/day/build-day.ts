// The scripted day as one file: it starts in a fraction of the time, and strace stops it at far fewer calls before work begins.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const repository = join(import.meta.dirname, '../../..');
let built: Promise<string> | null = null;

/** Builds the day once per process and returns the path of its file. */
export function buildDay(): Promise<string> {
  built ??= bundle();
  return built;
}

async function bundle(): Promise<string> {
  const outDir = join(repository, 'test-results', `fault-day-${process.pid}`);
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }));
  await build({
    configFile: false,
    logLevel: 'error',
    root: repository,
    publicDir: false,
    build: { ssr: join(import.meta.dirname, 'day-main.ts'), outDir, emptyOutDir: true, target: 'node20' },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  });
  return join(outDir, 'day-main.js');
}
