// Where the project lies, the Node it pins, and how its commands start other programs.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const projectRoot = join(import.meta.dirname, '../..');
const binFolder = join(projectRoot, 'node_modules/.bin');

/** The Node 24 that npm's `node` package brings. */
export const pinnedNode = join(
  projectRoot,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** Tells what is being done, on stderr: stdout belongs to the program that is started. */
export function say(/** @type {string} */ sentence) {
  process.stderr.write(`· ${sentence}\n`);
}

/** An environment in which `node` is the pinned one. */
export function pinnedEnvironment() {
  return { ...process.env, PATH: `${binFolder}${delimiter}${pathWithoutProject()}` };
}

/** The caller's PATH without this project's own programs: npm must not run on the Node it replaces. */
export function pathWithoutProject() {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.filter((folder) => folder !== '' && folder !== binFolder).join(delimiter);
}

/**
 * Runs a program to its end and returns its exit code; output goes where `stdio` says.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions, timeout?: number }} [options]
 * @returns {Promise<number>}
 */
export function run(
  program,
  args,
  { cwd = projectRoot, env = process.env, stdio = 'inherit', timeout = 0 } = {},
) {
  return new Promise((resolve, reject) => {
    const shell = process.platform === 'win32' && program.endsWith('.cmd');
    const child = spawn(program, args, { cwd, env, stdio, timeout, shell });
    const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, forward);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.off(name, forward);
      resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1));
    });
  });
}

/**
 * Runs a JavaScript or TypeScript file on the pinned Node.
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runPinned(args, options = {}) {
  return run(pinnedNode, args, { env: pinnedEnvironment(), ...options });
}

/**
 * The entry of a package's own program, such as `vitest/vitest.mjs`.
 * @param {string} path
 */
export function packageFile(path) {
  const file = join(projectRoot, 'node_modules', path);
  if (!existsSync(file)) throw new Error(`${path} is not installed; run "npm ci" and try again.`);
  return file;
}
