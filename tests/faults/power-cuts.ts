// Power cuts: the folder as a disk would hold it at a moment of a recorded day, opened, drained and judged.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDayEngine } from './day/day-engine.ts';
import { readClaims, runDay } from './day/run-day.ts';
import { settleDay } from './day/settle-day.ts';
import { filesAfterPowerCut, layOut, type Loss, losses } from './disk/disk-model.ts';
import { readRecord, straceOptions, type SystemCall } from './disk/system-call.ts';
import type { FaultRun } from './fault-run.ts';
import { judge } from './oracle.ts';
import { between, seededRandom } from './seeded-random.ts';

export interface RecordedDay {
  readonly folder: string;
  readonly calls: readonly SystemCall[];
}

const rooms = ['cut-a', 'cut-b'];

/** Lives a day without a server and keeps every call that changed the disk. */
export async function recordDay(): Promise<RecordedDay> {
  const scratch = mkdtempSync(join(tmpdir(), 'fault-record-'));
  try {
    const folder = join(scratch, 'profile');
    const record = join(scratch, 'calls');
    const strace = ['-o', record, ...straceOptions];
    const { ended, errors } = await runDay({ folder, baseUrl: '', prefix: 'cut', strace });
    if (!ended) throw new Error(`The recorded day did not end: ${errors}`);
    return { folder, calls: readRecord(readFileSync(record, 'utf8'), folder) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The moment and the loss of a seed: every moment of the day is as likely as another. */
export function cutOf(day: RecordedDay, seed: number): { at: number; loss: Loss; random: () => number } {
  const random = seededRandom(seed);
  return {
    at: between(random, 1, day.calls.length),
    loss: losses[seed % losses.length] ?? 'dropped',
    random,
  };
}

/** Cuts the power once, opens what is left, drains it into an engine of its own and judges. */
export async function runPowerCut(day: RecordedDay, seed: number): Promise<FaultRun> {
  const { at, loss, random } = cutOf(day, seed);
  const name = `power cut ${seed}: ${loss} after ${at} of ${day.calls.length} calls`;
  const target = mkdtempSync(join(tmpdir(), 'fault-power-'));
  try {
    const before = day.calls.slice(0, at);
    layOut(filesAfterPowerCut(before, { folder: day.folder, loss, random }), day.folder, target);
    const { saved } = readClaims(before.map((call) => (call.call === 'said' ? call.text : '')).join(''));
    await using engine = await openDayEngine();
    const outcome = await settleDay({ folder: target, port: engine.port, saved, rooms });
    return { name, saved: saved.length, struck: at < day.calls.length, violations: judge(outcome) };
  } catch (error) {
    return { name, saved: 0, struck: true, violations: [String(error)] };
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
}
