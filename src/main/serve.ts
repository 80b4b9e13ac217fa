// Entry of the browser shell: `serve.js [--port N] [--data DIR] [--open]`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import packageFile from '../../package.json' with { type: 'json' };
import { Disposables } from '../shared/std/disposables.ts';
import { Refusal } from '../shared/std/result.ts';
import { openFileVault } from './shell/file-vault.ts';
import { openBrowser } from './shell/browser/open-browser.ts';
import { readServeArguments, type ServeArguments, serveUsage } from './shell/browser/serve-arguments.ts';
import { type Served, serveWorkstation } from './shell/browser/serve-workstation.ts';
import { findProgramFiles } from './shell/program-files.ts';
import { openWorkstation } from './workstation/open-workstation.ts';
import type { Workstation } from './workstation/workstation-port.ts';

/** Used where nothing else is asked for, so that the browser remembers the page's layout by its origin. */
const usualPort = 7411;
const patienceMs = 10_000;
const scope = new Disposables();

async function start({ port, dataDir, open }: ServeArguments): Promise<void> {
  const files = findProgramFiles(import.meta.dirname);
  if (!existsSync(join(files.rendererDir, 'index.html'))) {
    throw new Refusal('NOT_BUILT', 'The page was not built yet; run "npm run serve", which builds it.');
  }
  const workstation = scope.add(
    await openWorkstation({
      dataDir,
      shell: { kind: 'browser', version: packageFile.version, openVault: openFileVault },
      ...files,
    }),
    async (opened) => {
      await opened[Symbol.asyncDispose]();
    },
  );
  process.on('unhandledRejection', (error) => workstation.log.error(`Unhandled: ${describe(error)}`));
  process.on('uncaughtException', (error) => {
    workstation.log.error(`Uncaught: ${describe(error)}`);
    process.stderr.write(`The workstation failed: ${error.message}\n`);
    void end(1);
  });
  const served = scope.add(await serve(workstation, files.rendererDir, port), async (open) => {
    await open[Symbol.asyncDispose]();
  });
  process.stdout.write(`Workstation ready at ${served.address}\n`);
  if (open && !(await openBrowser(served.address))) {
    process.stderr.write('No browser could be opened from here; open the address above yourself.\n');
  }
}

async function serve(workstation: Workstation, rendererDir: string, port: number | null): Promise<Served> {
  if (port !== null) return serveWorkstation({ workstation, rendererDir, port });
  try {
    return await serveWorkstation({ workstation, rendererDir, port: usualPort });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return serveWorkstation({ workstation, rendererDir, port: 0 });
  }
}

async function end(exitCode: number): Promise<never> {
  setTimeout(() => process.exit(1), patienceMs).unref();
  try {
    await scope[Symbol.asyncDispose]();
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
  }
  process.exit(exitCode);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void end(0));

try {
  const given = readServeArguments(process.argv.slice(2));
  if (given.help) process.stdout.write(`${serveUsage}\n`);
  else await start(given);
} catch (error) {
  const isArguments = error instanceof Refusal && error.code === 'ARGUMENTS';
  process.stderr.write(`${error instanceof Refusal ? error.message : describe(error)}\n`);
  if (isArguments) process.stderr.write(`${serveUsage}\n`);
  await end(isArguments ? 2 : 1);
}
