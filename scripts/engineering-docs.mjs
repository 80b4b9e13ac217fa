// `npm run docs:engineering`: builds every part family and writes docs/engineering.md with its pictures.
import { fatal } from './setup/fatal.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { runPinned } from './setup/project.mjs';

await fatal(async () => {
  await ensureInstalled();
  return runPinned(['scripts/engineering-docs/engineering-docs.ts']);
});
