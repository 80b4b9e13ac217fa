// Looks for a script that breaks a promise: fast-check makes up the steps and the order in which frames arrive, and shrinks.
import * as fc from 'fast-check';
import { ModelWorld } from './model-world.ts';
import { type Script, type Step, stepSchema } from './step.ts';

class StepCommand implements fc.AsyncCommand<object, ModelWorld> {
  readonly #step: Step;

  constructor(step: Step) {
    this.#step = step;
  }

  check(): boolean {
    return true;
  }

  run(_model: object, world: ModelWorld): Promise<void> {
    return world.do(this.#step);
  }

  toString(): string {
    return JSON.stringify(this.#step);
  }
}

const command = (step: fc.Arbitrary<unknown>): fc.Arbitrary<StepCommand> =>
  step.map((one) => new StepCommand(stepSchema.parse(one)));
const entry = fc.nat(3);
const commands = [
  command(
    fc.record({
      do: fc.constant('write'),
      room: fc.constantFrom('a', 'b'),
      kind: fc.constantFrom('chat', 'chat', 'idea'),
    }),
  ),
  command(fc.constant({ do: 'connect' })),
  command(fc.record({ do: fc.constant('cut'), loses: fc.boolean() })),
  command(fc.record({ do: fc.constant('crash'), after: fc.nat(5), loses: fc.boolean() })),
  command(fc.record({ do: fc.constant('wait'), seconds: fc.constantFrom(2, 16, 40) })),
  command(fc.record({ do: fc.constant('refuse'), as: fc.constantFrom('busy', 'invalid') })),
  command(fc.record({ do: fc.constantFrom('edit', 'cancel', 'retry'), entry })),
];

export interface Finding {
  readonly script: Script;
  readonly violations: readonly string[];
}

export interface Exploration {
  /** Scripts that were run, those of shrinking not counted. */
  readonly runs: number;
  readonly steps: number;
  /** The smallest script found that breaks a promise; null when none does. */
  readonly finding: Finding | null;
}

/** Runs `runs` scripts; the same seed makes the same ones. */
export async function explore(
  setup: Pick<Script, 'server' | 'plant'>,
  { runs, seed }: { readonly runs: number; readonly seed: number },
): Promise<Exploration> {
  let finding: Finding | null = null;
  let steps = 0;
  const property = fc.asyncProperty(
    fc.scheduler(),
    fc.commands(commands, { maxCommands: 40, size: 'max' }),
    async (scheduler, cmds) => {
      const world = new ModelWorld(setup);
      try {
        world.onTraffic = (way) => {
          void scheduler
            .schedule(Promise.resolve(), `carry ${way}`)
            .then(() => world.do({ do: 'carry', way }));
        };
        // A day that begins offline would mostly stay there.
        await world.do({ do: 'connect' });
        await fc.scheduledModelRun(scheduler, () => ({ model: {}, real: world }), cmds);
        const violations = await world.verdict();
        steps += world.made.length;
        if (violations.length === 0) return;
        finding = { script: { ...setup, steps: [...world.made] }, violations };
        throw new Error(violations.join('; '));
      } finally {
        await world[Symbol.asyncDispose]();
      }
    },
  );
  const details = await fc.check(property, { numRuns: runs, seed, interruptAfterTimeLimit: 300_000 });
  if (details.failed && finding === null)
    throw new Error(`The model itself failed: ${String(details.errorInstance)}`);
  return { runs: details.numRuns, steps, finding };
}
