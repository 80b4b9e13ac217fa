// `npm run engine -- --port N --data DIR [--host ADDR] [--token T]`: runs the local engine alone, for a team.
import { ensureBuilt } from './setup/build.mjs';
import { fatal } from './setup/fatal.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { runPinned } from './setup/project.mjs';

await fatal(async () => {
  await ensureInstalled();
  await ensureBuilt();
  return runPinned(['out/main/engine.js', ...process.argv.slice(2)]);
});
