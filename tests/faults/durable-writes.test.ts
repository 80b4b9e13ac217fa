// Full synchronisation, proven by the system calls of a recorded day and not by what a pragma reports.
import { beforeAll, describe, expect, test } from 'vitest';
import { filesAfterPowerCut } from './disk/disk-model.ts';
import type { SystemCall } from './disk/system-call.ts';
import { ensureStrace } from './ensure-strace.ts';
import { type RecordedDay, recordDay, runPowerCut } from './power-cuts.ts';

const claims = (call: SystemCall): boolean => call.call === 'said' && call.text.startsWith('saved ');

describe.skipIf(!ensureStrace())('a recorded day', () => {
  let day: RecordedDay;
  beforeAll(async () => {
    day = await recordDay();
  });

  test('[S-DURABLE-1] at each "saved" no written byte of the profile is unsynced', () => {
    const dirty = new Set<string>();
    let seen = 0;
    for (const call of day.calls) {
      // The index of the log is rebuilt from the log, and the outbox journal is a second copy, synced within a second.
      if (call.call === 'write' && !/-shm$|\.journal$/.test(call.path)) dirty.add(call.path);
      else if (call.call === 'sync') dirty.delete(call.path);
      else if (call.call === 'rename' && dirty.delete(call.from)) dirty.add(call.to);
      else if (claims(call)) {
        seen += 1;
        expect([...dirty]).toEqual([]);
      }
    }
    expect(seen).toBe(16);
  });

  test('[S-DURABLE-1] each saved message costs at least one fsync of the write-ahead log', () => {
    const syncs: number[] = [];
    let since = 0;
    for (const call of day.calls) {
      if (call.call === 'sync' && call.path.endsWith('workstation.db-wal')) since += 1;
      if (!claims(call)) continue;
      syncs.push(since);
      since = 0;
    }
    expect(syncs).toHaveLength(16);
    expect(Math.min(...syncs)).toBeGreaterThanOrEqual(1);
  });

  test('a disk that lies about syncs loses work, and the rig says so', async () => {
    const lying = { ...day, calls: day.calls.filter(({ call }) => call !== 'sync') };
    const cut = { folder: day.folder, loss: 'dropped', random: () => 0 } as const;
    expect(filesAfterPowerCut(lying.calls, cut).size).toBe(0);
    const runs = await Promise.all([3, 6, 9, 12].map((seed) => runPowerCut(lying, seed)));
    expect(runs.flatMap(({ violations }) => violations).join('\n')).toMatch(/nowhere to be seen/);
  });
});
