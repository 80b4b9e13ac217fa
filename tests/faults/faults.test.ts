// A bounded share of `npm run test:faults`: real kills, disk errors, power cuts and rough networks, each judged.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DayEngine, openDayEngine } from './day/day-engine.ts';
import { ensureStrace } from './ensure-strace.ts';
import { sweepDiskErrors, sweepKills, sweepNetwork, sweepPowerCuts } from './fault-plans.ts';
import type { FaultRun } from './fault-run.ts';

const patienceMs = 400_000;
const hasStrace = ensureStrace();

function expectSurvived(runs: readonly FaultRun[], atLeast: number): void {
  expect(runs.length).toBeGreaterThanOrEqual(atLeast);
  expect(runs.filter(({ violations }) => violations.length > 0)).toEqual([]);
  // A rig that strikes nothing, or days that save nothing, would prove nothing.
  expect(runs.filter(({ saved }) => saved > 0).length).toBeGreaterThan(atLeast / 3);
}

describe('under faults nothing is lost, doubled or reordered', () => {
  let engine: DayEngine;
  beforeAll(async () => {
    engine = await openDayEngine();
  });
  afterAll(async () => {
    await engine[Symbol.asyncDispose]();
  });

  test.skipIf(!hasStrace)(
    '[S-SAVED-2] [S-ONCE-2] 40 kills at system calls spread over a day',
    async () => {
      const runs = await sweepKills(engine, 44);
      expectSurvived(runs, 40);
      expect(runs.filter(({ struck }) => struck).length).toBeGreaterThanOrEqual(40);
    },
    patienceMs,
  );

  test.skipIf(!hasStrace)(
    '[S-REFUSED-2] [S-DURABLE-1] 20 disk errors, EIO and ENOSPC',
    async () => expectSurvived(await sweepDiskErrors(engine, 22), 20),
    patienceMs,
  );

  test.skipIf(!hasStrace)(
    '[S-DURABLE-1] [S-SAVED-1] 20 power cuts: unsynced writes dropped, torn, reordered',
    async () => expectSurvived(await sweepPowerCuts(20), 20),
    patienceMs,
  );

  test(
    '[S-ONCE-1] [S-ONCE-2] [S-ORDER-1] 20 seeded runs over a rough network',
    async () => {
      const runs = await sweepNetwork(engine, 20);
      expectSurvived(runs, 20);
      expect(runs.every(({ struck }) => struck)).toBe(true);
    },
    patienceMs,
  );
});
