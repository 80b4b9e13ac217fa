// Builds main, preload and renderer when the sources changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile, projectRoot, runPinned, say } from './project.mjs';

const stamp = join(projectRoot, 'out/.build-stamp');
const inputs = ['src', 'electron.vite.config.ts', 'tsconfig.base.json', 'package.json', 'package-lock.json'];

/** Builds into `out/`; does nothing when the sources are those of the last build. */
export async function ensureBuilt() {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Building the workstation');
  const code = await runPinned(
    [packageFile('electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'],
    {
      stdio: ['ignore', 2, 2],
    },
  );
  if (code !== 0) throw new Error(`The build failed (exit code ${code}); its own words are above.`);
  writeFileSync(stamp, wanted);
}

/** A hash over names and contents of everything a build reads. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const path of filesOf(input))
      hash
        .update(path)
        .update('\0')
        .update(readFileSync(join(projectRoot, path)))
        .update('\0');
  }
  return hash.digest('hex');
}

/**
 * A file's own path, or those of all files of a folder.
 * @param {string} path
 * @returns {string[]}
 */
function filesOf(path) {
  try {
    const entries = readdirSync(join(projectRoot, path), { withFileTypes: true });
    return entries.flatMap((entry) => filesOf(`${path}/${entry.name}`)).sort();
  } catch {
    return [path];
  }
}
