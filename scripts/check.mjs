// `npm run check`: format, lint, types, floors and dead code; every fault is shown before it fails.
import { fatal } from './setup/fatal.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { packageFile, runPinned } from './setup/project.mjs';

const typed = ['shared', 'cad', 'engine', 'main', 'preload', 'renderer'].map((floor) => `src/${floor}`);

await fatal(async () => {
  await ensureInstalled();
  const checks = [
    { name: 'format', args: [packageFile('@biomejs/biome/bin/biome'), 'format'] },
    { name: 'lint', args: [packageFile('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'] },
    ...[...typed, 'tests', 'scripts', 'bench'].map((project) => ({
      name: `types of ${project}`,
      args: [packageFile('typescript/bin/tsc'), '-p', project],
    })),
    { name: 'floors', args: ['scripts/check-floors.mjs'] },
    { name: 'dead code', args: [packageFile('knip/bin/knip.js')] },
  ];
  const failed = [];
  for (const { name, args } of checks) {
    const code = await runPinned(args);
    process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${name}\n`);
    if (code !== 0) failed.push(name);
  }
  return failed.length === 0 ? 0 : 1;
});
