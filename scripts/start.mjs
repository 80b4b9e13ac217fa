// `npm start`: sets up what is missing and opens the workstation, as a desktop where Electron can be had, else in a browser.
import { ensureBuilt } from './setup/build.mjs';
import { ensureElectron } from './setup/electron.mjs';
import { fatal } from './setup/fatal.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { run, runPinned, say } from './setup/project.mjs';

await fatal(async () => {
  const args = process.argv.slice(2);
  await ensureInstalled();
  await ensureBuilt();
  const electron = args.includes('--browser')
    ? /** @type {const} */ ({ ok: false, reason: '--browser was asked for' })
    : await ensureElectron();
  const rest = args.filter((arg) => arg !== '--browser');
  if (electron.ok) return run(electron.path, ['.', ...toElectron(rest)]);
  say(`Opening in your browser, because ${electron.reason}`);
  return runPinned(['out/main/serve.js', '--open', ...rest]);
});

/**
 * The desktop reads `--data=DIR`, so that Chromium's own switches stay apart.
 * @param {readonly string[]} args
 */
function toElectron(args) {
  const at = args.indexOf('--data');
  const folder = at < 0 ? undefined : args[at + 1];
  if (folder === undefined) return [...args];
  return [...args.slice(0, at), `--data=${folder}`, ...args.slice(at + 2)];
}
