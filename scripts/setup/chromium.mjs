// Finds a Chromium for the tests, or installs one.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { packageFile, run, runPinned, say } from './project.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const usualPaths = [
  '/usr/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** Path of a Chromium: CHROMIUM_PATH, the usual places, Playwright's own; null when there is none. */
export async function findChromium() {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const found = [...onPath, ...usualPaths].find((path) => existsSync(path));
  if (found !== undefined) return found;
  const { chromium } = await import('playwright');
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
}

/** Path of a Chromium, installed when there was none: through apt-get on Debian as root, else by Playwright. */
export async function ensureChromium() {
  const found = await findChromium();
  if (found !== null) return found;
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    say('Installing Chromium (apt-get)');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env, stdio: ['ignore', 2, 2] });
    await run(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
      {
        env,
        stdio: ['ignore', 2, 2],
      },
    );
  } else {
    say('Downloading Chromium (playwright install)');
    await runPinned([packageFile('playwright/cli.js'), 'install', 'chromium'], { stdio: ['ignore', 2, 2] });
  }
  const installed = await findChromium();
  if (installed !== null) return installed;
  throw new Error(
    'No Chromium was found, and none could be installed. Install Chromium or Chrome, or set CHROMIUM_PATH to one.',
  );
}
