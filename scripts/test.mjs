// `npm test`: sets up what is missing, runs the unit tests, then the workstation in a real Chromium and in Electron.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './setup/build.mjs';
import { ensureChromium } from './setup/chromium.mjs';
import { findElectron } from './setup/electron.mjs';
import { fatal } from './setup/fatal.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { packageFile, pinnedEnvironment, projectRoot, runPinned, say } from './setup/project.mjs';

const unitReport = join(projectRoot, 'test-results/unit.json');
const endToEndReport = join(projectRoot, 'test-results/end-to-end.json');

await fatal(async () => {
  await ensureInstalled();
  await ensureBuilt();
  process.env['CHROMIUM_PATH'] = await ensureChromium();
  for (const report of [unitReport, endToEndReport]) rmSync(report, { force: true });
  const failed = [await runUnit(), await runEndToEnd()].filter((code) => code !== 0).length;
  if (findElectron() === null)
    say('SKIPPED: the desktop tests. No Electron was found; set ELECTRON_EXEC_PATH to one.');
  process.stdout.write(`\n${summary()}\n`);
  return failed === 0 ? 0 : 1;
});

function runUnit() {
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`];
  return runPinned([packageFile('vitest/vitest.mjs'), 'run', ...reports]);
}

function runEndToEnd() {
  const env = { ...pinnedEnvironment(), PLAYWRIGHT_JSON_OUTPUT_NAME: endToEndReport };
  return runPinned([packageFile('@playwright/test/cli.js'), 'test', '--reporter=list,json'], { env });
}

/** One closing line over both runners. */
function summary() {
  const unit = read(unitReport);
  const { stats = {} } = read(endToEndReport);
  const passed = number(unit.numPassedTests) + number(stats.expected) + number(stats.flaky);
  const failed = number(unit.numFailedTests) + number(stats.unexpected);
  const skipped = number(unit.numPendingTests) + number(unit.numTodoTests) + number(stats.skipped);
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** @param {unknown} value */
function number(value) {
  return typeof value === 'number' ? value : 0;
}

/**
 * A runner's JSON report; empty when it left none.
 * @param {string} path
 * @returns {Record<string, any>}
 */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}
