// `npm run build`: brings `out/` up to date.
import { ensureBuilt } from './setup/build.mjs';
import { fatal } from './setup/fatal.mjs';
import { ensureInstalled } from './setup/install.mjs';

await fatal(async () => {
  await ensureInstalled();
  await ensureBuilt();
  return 0;
});
