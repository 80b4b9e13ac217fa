// `npm run bench -- SUITE…`: measures against named peers, one JSON line per figure on stdout.
import { ensureBuilt } from './setup/build.mjs';
import { fatal } from './setup/fatal.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { runPinned } from './setup/project.mjs';

await fatal(async () => {
  await ensureInstalled();
  await ensureBuilt();
  return runPinned(['--expose-gc', 'bench/bench.ts', ...process.argv.slice(2)]);
});
