// `npm run test:faults`: kills, disk errors, power cuts, rough networks and the model; options --kills, --errors, --cuts, --networks, --scripts.
import { ensureBuilt } from './setup/build.mjs';
import { fatal } from './setup/fatal.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { runPinned } from './setup/project.mjs';

await fatal(async () => {
  await ensureInstalled();
  await ensureBuilt();
  return runPinned(['tests/faults/run-faults.ts', ...process.argv.slice(2)]);
});
