// Faults at the N-th system call: SIGKILL, EIO and ENOSPC, over a sweep of N through the whole day.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DayEngine } from './day/day-engine.ts';
import { runDay } from './day/run-day.ts';
import { settleDay } from './day/settle-day.ts';
import { judge } from './oracle.ts';
import type { FaultRun } from './fault-run.ts';

/** The calls by which SQLite and the content store change the disk. */
const faultyCalls = ['pwrite64', 'fsync', 'write', 'rename', 'ftruncate', 'unlink'] as const;
type FaultyCall = (typeof faultyCalls)[number];

export interface Injection {
  readonly call: FaultyCall;
  /** Which call of its thread, from 1. */
  readonly nth: number;
  readonly effect: 'signal=KILL' | 'error=EIO' | 'error=ENOSPC';
  /** Whether every later call fails too, as on a full disk. */
  readonly lasting?: boolean;
}

/** How often each call is made by the thread that makes most of them, over one undisturbed day. */
export async function countCalls(engine: DayEngine): Promise<Map<FaultyCall, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'fault-count-'));
  try {
    const record = join(folder, 'calls');
    const strace = ['-f', '--seccomp-bpf', '-o', record, '-e', `trace=${faultyCalls.join()}`];
    const day = { folder: join(folder, 'profile'), baseUrl: engine.url, prefix: 'count', strace };
    const { ended, errors } = await runDay(day);
    if (!ended) throw new Error(`The undisturbed day did not end: ${errors}`);
    return countLines(readFileSync(record, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function countLines(record: string): Map<FaultyCall, number> {
  const perThread = new Map<string, number>();
  const most = new Map<FaultyCall, number>();
  for (const line of record.split('\n')) {
    const [, thread = '', name] = /^(\d+) +(\w+)\(/.exec(line) ?? [];
    const call = faultyCalls.find((one) => one === name);
    if (call === undefined) continue;
    const count = (perThread.get(`${thread} ${call}`) ?? 0) + 1;
    perThread.set(`${thread} ${call}`, count);
    most.set(call, Math.max(most.get(call) ?? 0, count));
  }
  return most;
}

/** Spreads `amount` points of time evenly over all the calls of the day: each kind of call gets its share, at least one. */
export function spread(counts: ReadonlyMap<FaultyCall, number>, amount: number): [FaultyCall, number][] {
  const total = [...counts.values()].reduce((sum, count) => sum + Math.sqrt(count), 0);
  const points: [FaultyCall, number][] = [];
  for (const [call, count] of counts) {
    const share = Math.min(count, Math.max(1, Math.round((amount * Math.sqrt(count)) / total)));
    for (let index = 0; index < share; index += 1) {
      points.push([call, Math.min(count, 1 + Math.floor(((index + 0.5) * count) / share))]);
    }
  }
  return points;
}

/** Lives a day with one fault in it, opens the folder again, drains and judges. */
export async function runInjection(
  engine: DayEngine,
  prefix: string,
  { call, nth, effect, lasting = false }: Injection,
): Promise<FaultRun> {
  const folder = mkdtempSync(join(tmpdir(), 'fault-run-'));
  try {
    const inject = `inject=${call}:${effect}:when=${nth}${lasting ? '+' : ''}`;
    // A signal is only injected at stops that --seccomp-bpf leaves out; an error works with it and is faster.
    const faster = effect === 'signal=KILL' ? [] : ['--seccomp-bpf'];
    const strace = ['-f', ...faster, '-o', '/dev/null', '-e', `trace=${call}`, '-e', inject];
    const { saved, ended } = await runDay({ folder, baseUrl: engine.url, prefix, strace });
    const rooms = [`${prefix}-a`, `${prefix}-b`];
    const outcome = await settleDay({ folder, port: engine.port, saved, rooms });
    return { name: `${prefix}: ${inject}`, saved: saved.length, struck: !ended, violations: judge(outcome) };
  } catch (error) {
    return {
      name: `${prefix}: ${effect} at ${call} ${nth}`,
      saved: 0,
      struck: true,
      violations: [String(error)],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
