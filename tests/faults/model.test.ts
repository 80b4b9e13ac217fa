// The model: thousands of made-up steps, crashes round every durable one, and the promise that each saved item arrives once.
import { expect, test } from 'vitest';
import { explore, type Exploration } from './model/explore.ts';
import { runScript } from './model/run-script.ts';
import { type Script, scriptSchema, scriptText, servers } from './model/step.ts';

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

// Scripts that the model found, shrunk; each was a fault of ours.
const found: readonly (readonly [string, Script])[] = [
  [
    'what was leased before a crash is looked for in the history before later messages go',
    {
      server: 'keeps-history',
      plant: 'none',
      steps: [
        { do: 'connect' },
        { do: 'write', room: 'b', kind: 'chat' },
        { do: 'write', room: 'b', kind: 'chat' },
        { do: 'crash', after: 3, loses: false },
        { do: 'wait', seconds: 40 },
        { do: 'write', room: 'b', kind: 'chat' },
      ],
    },
  ],
  [
    'a late "not now" about a message that was given up does not send it behind later ones',
    {
      server: 'keeps-history',
      plant: 'none',
      steps: [
        { do: 'connect' },
        { do: 'write', room: 'b', kind: 'chat' },
        { do: 'refuse', as: 'busy' },
        ...Array.from({ length: 7 }, () => ({ do: 'carry', way: 'up' }) as const),
        { do: 'wait', seconds: 40 },
        { do: 'write', room: 'b', kind: 'chat' },
        ...Array.from({ length: 2 }, () => ({ do: 'carry', way: 'up' }) as const),
      ],
    },
  ],
];

test.each(found)('[S-ORDER-1] [S-SILENCE-1] %s', async (_name, script) => {
  expect(await runScript(script)).toEqual([]);
});
