// `node tests/faults/run-model.ts SCRIPT.json` runs a script again; without one, --runs N scripts are made up for each server.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { explore } from './model/explore.ts';
import { runScript } from './model/run-script.ts';
import { scriptSchema, scriptText, servers } from './model/step.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});
const [path] = positionals;
let broken = 0;
if (path !== undefined) {
  const violations = await runScript(scriptSchema.parse(JSON.parse(readFileSync(path, 'utf8'))));
  broken = violations.length;
  process.stdout.write(`${broken === 0 ? 'Every promise was kept.' : violations.join('\n')}\n`);
}
for (const server of path === undefined ? servers : []) {
  const { runs, seed } = values;
  const found = await explore({ server, plant: 'none' }, { runs: Number(runs), seed: Number(seed) });
  process.stdout.write(`${server}: ${found.runs} scripts, ${found.steps} steps\n`);
  if (found.finding === null) continue;
  broken += 1;
  process.stdout.write(`${found.finding.violations.join('\n')}\n${scriptText(found.finding.script)}`);
}
process.exit(broken === 0 ? 0 : 1);
