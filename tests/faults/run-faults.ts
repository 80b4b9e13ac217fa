// The whole sweep behind `npm run test:faults`: runs it, prints what was survived as a table, fails on any violation.
import { parseArgs } from 'node:util';
import { openDayEngine } from './day/day-engine.ts';
import { ensureStrace } from './ensure-strace.ts';
import { sweepDiskErrors, sweepKills, sweepNetwork, sweepPowerCuts } from './fault-plans.ts';
import type { FaultRun } from './fault-run.ts';
import { explore } from './model/explore.ts';
import { scriptText, servers } from './model/step.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '500' },
    errors: { type: 'string', default: '200' },
    cuts: { type: 'string', default: '100' },
    networks: { type: 'string', default: '200' },
    scripts: { type: 'string', default: '400' },
  },
});

interface Sweep {
  readonly name: string;
  readonly run: () => Promise<FaultRun[]>;
}

const hasStrace = ensureStrace();
const engine = await openDayEngine();
const sweeps: Sweep[] = [
  { name: 'SIGKILL at a system call', run: () => sweepKills(engine, Number(values.kills)) },
  { name: 'EIO or ENOSPC at a system call', run: () => sweepDiskErrors(engine, Number(values.errors)) },
  { name: 'power cut', run: () => sweepPowerCuts(Number(values.cuts)) },
];
const networks: Sweep = { name: 'rough network', run: () => sweepNetwork(engine, Number(values.networks)) };
const rows: string[] = [];
let failed = hasStrace ? 0 : 1;
for (const { name, run } of hasStrace ? [...sweeps, networks] : [networks]) {
  const startedAt = performance.now();
  const runs = await run();
  const bad = runs.filter(({ violations }) => violations.length > 0);
  failed += bad.length;
  for (const { name: which, violations } of bad)
    process.stdout.write(`FAILED ${which}: ${violations.join('; ')}\n`);
  const items = runs.reduce((sum, { saved }) => sum + saved, 0);
  const struck = runs.filter((one) => one.struck).length;
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  rows.push(`| ${name} | ${runs.length} | ${struck} | ${items} | ${bad.length} | ${seconds} |`);
  process.stdout.write(`${rows.at(-1)}\n`);
}
await engine[Symbol.asyncDispose]();
process.stdout.write(
  `\n| fault | runs | ended the day | items called saved | broken promises | seconds |\n|---|---|---|---|---|---|\n${rows.join('\n')}\n`,
);
for (const server of servers) {
  const found = await explore({ server, plant: 'none' }, { runs: Number(values.scripts) / 2, seed: 1 });
  process.stdout.write(`\nModel, a server that ${server}: ${found.runs} scripts, ${found.steps} steps`);
  if (found.finding === null) continue;
  failed += 1;
  process.stdout.write(`\n${found.finding.violations.join('\n')}\n${scriptText(found.finding.script)}`);
}
process.stdout.write('\n');
process.exit(failed === 0 ? 0 : 1);
