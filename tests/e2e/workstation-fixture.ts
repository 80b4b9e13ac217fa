// Opens the built workstation as its user would: as a desktop window or served to a browser; can be killed and opened again.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { _electron, type Browser, chromium, type Page, test, type TestInfo } from '@playwright/test';
import { findElectron } from '../../scripts/setup/electron.mjs';
import { pinnedNode, projectRoot } from '../../scripts/setup/project.mjs';

export { pinnedNode, projectRoot };

export interface RunningWorkstation {
  readonly page: Page;
  /** SIGKILL of the workstation: no goodbye, nothing flushed. */
  kill9(): Promise<void>;
  close(): Promise<void>;
}

export interface Launch {
  readonly dataDir: string;
}

/** Opens the workstation on `dataDir` the way the test's project says. */
export function launchWorkstation(testInfo: TestInfo, launch: Launch): Promise<RunningWorkstation> {
  return testInfo.project.name === 'desktop' ? launchDesktop(launch) : launchServed(testInfo, launch);
}

/** The Electron to drive; skips the test where there is none. */
export function electronOrSkip(): string {
  const executable = findElectron();
  test.skip(executable === null, 'No Electron was found; set ELECTRON_EXEC_PATH to one.');
  return executable ?? '';
}

/** Opens the desktop and returns Playwright's handle of it. */
export function launchElectron({ dataDir }: Launch) {
  return _electron.launch({
    executablePath: electronOrSkip(),
    args: ['.', `--data=${dataDir}`],
    cwd: projectRoot,
  });
}

async function launchDesktop(launch: Launch): Promise<RunningWorkstation> {
  const app = await launchElectron(launch);
  const page = await app.firstWindow();
  const main = app.process();
  return {
    page,
    kill9: () => killAndWait(main),
    close: async () => {
      if (main.exitCode === null && main.signalCode === null) await app.close();
    },
  };
}

async function launchServed(testInfo: TestInfo, { dataDir }: Launch): Promise<RunningWorkstation> {
  const { child, address } = await serve(['--port', '0', '--data', dataDir]);
  const { launchOptions, viewport } = testInfo.project.use;
  const browser: Browser = await chromium.launch(launchOptions);
  const context = await browser.newContext({ viewport: viewport ?? null });
  const page = await context.newPage();
  await page.goto(address);
  return {
    page,
    kill9: async () => {
      await killAndWait(child);
      await browser.close();
    },
    close: async () => {
      await browser.close();
      await endAndWait(child);
    },
  };
}

/** Starts the served workstation and waits for the line that names its address. */
export async function serve(args: readonly string[]): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(pinnedNode, ['out/main/serve.js', ...args], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^Workstation ready at (http:\/\/127\.0\.0\.1:\d+\/#token=\S+)$/.exec(line)?.[1];
    if (address === undefined) continue;
    child.stdout.resume();
    return { child, address };
  }
  throw new Error('The served workstation ended before it was ready.');
}

async function killAndWait(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function endAndWait(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
