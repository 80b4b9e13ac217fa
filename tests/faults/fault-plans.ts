// The four sweeps, at a wanted size; the same size and seed give the same plan.
import type { DayEngine } from './day/day-engine.ts';
import { type FaultRun, inPairs } from './fault-run.ts';
import { countCalls, type Injection, runInjection, spread } from './injections.ts';
import { runNetwork } from './network-runs.ts';
import { recordDay, runPowerCut } from './power-cuts.ts';

/** SIGKILL at `amount` system calls spread over the day. */
export async function sweepKills(engine: DayEngine, amount: number): Promise<FaultRun[]> {
  const points = spread(await countCalls(engine), amount);
  return sweep(
    engine,
    'kill',
    points.map(([call, nth]) => ({ call, nth, effect: 'signal=KILL' })),
  );
}

/** EIO and ENOSPC in turn at `amount` system calls, each third of them for good. */
export async function sweepDiskErrors(engine: DayEngine, amount: number): Promise<FaultRun[]> {
  const points = spread(await countCalls(engine), amount);
  return sweep(
    engine,
    'disk',
    points.map(([call, nth], index) => ({
      call,
      nth,
      effect: index % 2 === 0 ? 'error=EIO' : 'error=ENOSPC',
      lasting: index % 3 === 0,
    })),
  );
}

/** Power cuts at `amount` moments, dropped, torn and reordered in turn. */
export async function sweepPowerCuts(amount: number): Promise<FaultRun[]> {
  const day = await recordDay();
  return inPairs(numbers(amount).map((seed) => () => runPowerCut(day, seed)));
}

/** `amount` runs over a rough network. */
export function sweepNetwork(engine: DayEngine, amount: number): Promise<FaultRun[]> {
  return inPairs(numbers(amount).map((seed) => () => runNetwork(engine, seed)));
}

function sweep(engine: DayEngine, name: string, injections: readonly Injection[]): Promise<FaultRun[]> {
  return inPairs(
    injections.map((injection, index) => () => runInjection(engine, `${name}${index + 1}`, injection)),
  );
}

function numbers(amount: number): number[] {
  return Array.from({ length: amount }, (_, index) => index + 1);
}
