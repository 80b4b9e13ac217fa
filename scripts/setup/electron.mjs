// Finds the Electron executable, or says in one line why there is none to use.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile, projectRoot, runPinned, say } from './project.mjs';

const folder = join(projectRoot, 'node_modules/electron');
const longestDownloadMs = 10 * 60_000;

/** Path of Electron: ELECTRON_EXEC_PATH, else the installed binary; null when there is none. */
export function findElectron() {
  const named = process.env['ELECTRON_EXEC_PATH'];
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(executable) ? executable : null;
}

/**
 * Gets an Electron that can open a window here.
 * @returns {Promise<{ ok: true, path: string } | { ok: false, reason: string }>}
 */
export async function ensureElectron() {
  const named = process.env['ELECTRON_EXEC_PATH'];
  if (named !== undefined && named !== '' && !existsSync(named)) {
    return { ok: false, reason: `ELECTRON_EXEC_PATH names ${named}, which does not exist` };
  }
  const obstacle = named === undefined || named === '' ? obstacleHere() : null;
  if (obstacle !== null) return { ok: false, reason: obstacle };
  const found = findElectron();
  if (found !== null) return { ok: true, path: found };
  say('Downloading Electron');
  const code = await runPinned([packageFile('electron/install.js')], {
    stdio: 'ignore',
    timeout: longestDownloadMs,
  });
  const path = code === 0 ? findElectron() : null;
  return path === null ? { ok: false, reason: 'Electron could not be downloaded' } : { ok: true, path };
}

/** Why no window of Electron's can open on this machine; null when one can. */
function obstacleHere() {
  if (process.platform !== 'linux') return null;
  const { DISPLAY: x11 = '', WAYLAND_DISPLAY: wayland = '' } = process.env;
  if (x11 === '' && wayland === '') return 'there is no display';
  return process.getuid?.() === 0 ? 'Electron does not run as root' : null;
}
