// `npm run engine:try -- "REQUEST" [options]`: one request through a fresh local engine; see engine-try/options.ts.
import { fatal } from './setup/fatal.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { runPinned } from './setup/project.mjs';

await fatal(async () => {
  await ensureInstalled();
  return runPinned(['scripts/engine-try/engine-try.ts', ...process.argv.slice(2)]);
});
