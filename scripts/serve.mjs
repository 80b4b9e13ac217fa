// `npm run serve -- [--port N] [--data DIR]`: serves the workstation to a browser, building it first when stale.
import { ensureBuilt } from './setup/build.mjs';
import { fatal } from './setup/fatal.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { runPinned } from './setup/project.mjs';

await fatal(async () => {
  await ensureInstalled();
  await ensureBuilt();
  return runPinned(['out/main/serve.js', ...process.argv.slice(2)]);
});
