// Installs the packages when they are missing or older than the lockfile.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathWithoutProject, pinnedNode, projectRoot, run, say } from './project.mjs';

const stamp = join(projectRoot, 'node_modules/.setup-stamp');
const lowestNode = 20;

/** Makes `node_modules` match the lockfile; does nothing when it does already. */
export async function ensureInstalled() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < lowestNode) {
    throw new Error(
      `Node.js ${process.versions.node} is too old: version ${lowestNode} or newer is needed to begin.`,
    );
  }
  const wanted = createHash('sha256')
    .update(readFileSync(join(projectRoot, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(pinnedNode)) return;
  say('Installing packages (npm ci); the first time takes a minute or two');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const env = { ...process.env, PATH: pathWithoutProject() };
  const code = await run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    env,
    stdio: ['ignore', 2, 2],
  });
  if (code !== 0) throw new Error(`npm ci failed (exit code ${code}); its own words are above.`);
  if (!existsSync(pinnedNode)) await bringPinnedNode(env);
  writeFileSync(stamp, wanted);
}

/**
 * The `node` package brings its binary by an install script, which some settings of npm skip.
 * @param {NodeJS.ProcessEnv} env
 */
async function bringPinnedNode(env) {
  const cwd = join(projectRoot, 'node_modules/node');
  await run(process.execPath, ['installArchSpecificPackage.js'], { env, cwd, stdio: ['ignore', 2, 2] });
  if (!existsSync(pinnedNode))
    throw new Error('Node 24 could not be installed: the "node" package of npm brought no binary.');
}
