// The model: thousands of made-up steps, crashes round every durable one, and the promise that each saved item arrives once.
import { expect, test } from 'vitest';
import { explore, type Exploration } from './model/explore.ts';
import { runScript } from './model/run-script.ts';
import { scriptSchema, scriptText, servers } from './model/step.ts';

const patienceMs = 400_000;
const words = ({ finding }: Exploration): string =>
  finding === null ? '' : `${finding.violations.join('\n')}\n${scriptText(finding.script)}`;

test.each(servers)(
  '[S-ONCE-1] [S-ONCE-2] [S-ORDER-1] [S-SAVED-2] no script breaks a promise with a server that %s',
  async (server) => {
    const exploration = await explore({ server, plant: 'none' }, { runs: 40, seed: 20_261_126 });
    expect(words(exploration)).toBe('');
    expect(exploration.steps / exploration.runs).toBeGreaterThan(10);
  },
  patienceMs,
);

test.each([
  ['drop', /nowhere to be seen/],
  ['double', /twice/],
  ['reorder', /another order/],
] as const)(
  'a planted %s is found, and its script shows it again',
  async (plant, says) => {
    const exploration = await explore({ server: 'drops-repeats', plant }, { runs: 100, seed: 7 });
    expect(words(exploration)).toMatch(says);
    if (exploration.finding === null) return;
    const script = scriptSchema.parse(JSON.parse(scriptText(exploration.finding.script)));
    expect((await runScript(script)).join('\n')).toMatch(says);
    expect(await runScript({ ...script, plant: 'none' })).toEqual([]);
  },
  patienceMs,
);
