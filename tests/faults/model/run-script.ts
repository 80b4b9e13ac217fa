// Runs a script again, step by step, as it was made.
import { ModelWorld } from './model-world.ts';
import type { Script } from './step.ts';

/** The broken promises of a script; none when all is well. */
export async function runScript(script: Script): Promise<string[]> {
  const world = new ModelWorld(script);
  try {
    for (const step of script.steps) await world.do(step);
    return await world.verdict();
  } finally {
    await world[Symbol.asyncDispose]();
  }
}
