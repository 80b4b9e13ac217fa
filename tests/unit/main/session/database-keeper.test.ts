// Care of an open profile's database, on a clock the test owns; SQLite's own check, files and statistics are the witnesses.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { backUpDaily, listBackups } from '../../../../src/main/store/backups.ts';
import { failedLastCheck, truncateLog } from '../../../../src/main/store/care.ts';
import { checkInThread } from '../../../../src/main/store/check-in-thread.ts';
import { indexSome } from '../../../../src/main/store/message-search.ts';
import { openStore } from '../../../../src/main/store/open-store.ts';
import { addRoom } from '../../../../src/main/store/rooms.ts';
import { ManualClock } from '../connection/manual-clock.ts';
import { integrityEntry, openSession, ProfileFolder, type SessionRig } from './session-rig.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const pathOf = (folder: ProfileFolder): string => join(folder.path, 'workstation.db');
const logSize = (folder: ProfileFolder): number => statSync(`${pathOf(folder)}-wal`).size;

/** Reads a value as another program would. */
function look(folder: ProfileFolder, sql: string): unknown {
  const other = new Database(pathOf(folder), { readonly: true });
  try {
    return other.prepare(sql).pluck().get();
  } finally {
    other.close();
  }
}
const checkedAt = (folder: ProfileFolder): unknown => look(folder, 'SELECT checked_at FROM integrity_check');

async function until(test: () => boolean): Promise<void> {
  while (!test()) await new Promise((resolve) => setTimeout(resolve, 5));
}

function open(folder: ProfileFolder, clock: ManualClock): Promise<SessionRig> {
  return openSession({ folder: folder.path, baseUrl: () => null, clock });
}

/** An index in the wrong order over a table that is whole: a new index heals it. */
function spoilIndex(folder: ProfileFolder): void {
  const store = new Database(pathOf(folder));
  store.unsafeMode();
  store.exec("CREATE TABLE IF NOT EXISTS extra (a TEXT); INSERT INTO extra VALUES ('x'), ('y')");
  store.exec('CREATE INDEX extra_a ON extra (a)');
  store.pragma('writable_schema = ON');
  store.exec(
    "UPDATE sqlite_schema SET sql = 'CREATE INDEX extra_a ON extra (a DESC)' WHERE name = 'extra_a'",
  );
  store.close();
}

describe('the daily check', () => {
  test('[S-CARE-1] waits for two quiet minutes, runs once a day and remembers when', async () => {
    using folder = new ProfileFolder();
    const clock = new ManualClock();
    await using rig = await open(folder, clock);
    clock.advance(1.5 * minute);
    rig.send({ kind: 'chat', roomId: 'room-1', text: 'busy' });
    clock.advance(1.5 * minute);
    expect(checkedAt(folder)).toBeNull();
    clock.advance(2 * minute);
    await until(() => checkedAt(folder) !== null);
    const first = checkedAt(folder);
    expect(first).toBe('2026-01-01T00:05:00.000Z');
    clock.advance(day - 5 * minute);
    expect(checkedAt(folder)).toBe(first);
    clock.advance(5 * minute);
    await until(() => checkedAt(folder) !== first);
    expect(rig.session.listNotices()).toEqual([]);
  });

  test('[S-CARE-1] reads in a thread while saving goes on, and finds a searched database whole', async () => {
    using folder = new ProfileFolder();
    await using rig = await open(folder, new ManualClock());
    rig.send({ kind: 'chat', roomId: 'room-1', text: 'indexed' });
    const store = openStore(folder.path);
    indexSome(store);
    store.close();
    rig.send({ kind: 'chat', roomId: 'room-1', text: 'not indexed yet' });
    const check = checkInThread(integrityEntry, pathOf(folder));
    const { id } = rig.send({ kind: 'chat', roomId: 'room-1', text: 'saved meanwhile' });
    expect(await check).toEqual([]);
    expect(look(folder, `SELECT count(*) FROM messages WHERE id = '${id}'`)).toBe(1);
  });

  test('[S-CARE-2] a damaged database becomes a notice, and the backups before it stay', async () => {
    using folder = new ProfileFolder();
    const clock = new ManualClock();
    openStore(folder.path).close();
    spoilIndex(folder);
    const store = openStore(folder.path);
    for (const hours of [60, 36, 12])
      await backUpDaily(store, folder.path, clock.now() - hours * 60 * minute);
    store.close();
    const before = listBackups(folder.path);
    {
      await using rig = await open(folder, clock);
      clock.advance(3 * minute);
      await until(() => rig.session.listNotices().length > 0);
      const [notice] = rig.session.listNotices();
      expect(notice).toMatchObject({ kind: 'warning', priority: 'critical' });
      expect(notice?.text).toMatch(/daily check found: .*extra_a.*Copy the folder .* start it again/);
      expect(notice?.text).toContain('The newest backup is of 2025-12-31T12:00:00.000Z');
      // One look at the backups falls after the newest is a day old.
      clock.advance(12 * 60 * minute);
    }
    // A session that closes waits for a backup under way.
    expect(listBackups(folder.path)).toEqual(before);
  });

  test('[S-CARE-3] the next opening heals an index and forgets the finding', async () => {
    using folder = new ProfileFolder();
    openStore(folder.path).close();
    spoilIndex(folder);
    expect(await checkInThread(integrityEntry, pathOf(folder))).not.toEqual([]);
    const raw = new Database(pathOf(folder));
    raw.exec('UPDATE integrity_check SET findings = 1');
    raw.close();
    const store = openStore(folder.path);
    expect(failedLastCheck(store)).toBe(false);
    store.close();
    expect(await checkInThread(integrityEntry, pathOf(folder))).toEqual([]);
  });

  test('[S-CARE-3] what no index explains is refused as damage, with the file as it was', async () => {
    using folder = new ProfileFolder();
    const store = openStore(folder.path);
    store.exec('CREATE TABLE extra (a TEXT)');
    store.exec('INSERT INTO extra VALUES (NULL); UPDATE integrity_check SET findings = 1');
    store.unsafeMode();
    store.pragma('writable_schema = ON');
    store.exec("UPDATE sqlite_schema SET sql = 'CREATE TABLE extra (a TEXT NOT NULL)' WHERE name = 'extra'");
    store.close();
    expect(await checkInThread(integrityEntry, pathOf(folder))).toEqual(['NULL value in extra.a']);
    const bytes = readFileSync(pathOf(folder));
    expect(() => openStore(folder.path)).toThrow('is damaged');
    expect(readFileSync(pathOf(folder)).equals(bytes)).toBe(true);
  });

  test('[S-CARE-1] a file that is no database any more is a finding, not a failure', async () => {
    using folder = new ProfileFolder();
    writeFileSync(pathOf(folder), 'not a database at all, '.repeat(400));
    expect(await checkInThread(integrityEntry, pathOf(folder))).toEqual(['file is not a database']);
    await expect(checkInThread(integrityEntry, join(folder.path, 'none.db'))).rejects.toThrow(
      'unable to open',
    );
  });
});

describe('a quiet database', () => {
  test('[S-CARE-4] has an empty log, and nothing is lost with it', async () => {
    using folder = new ProfileFolder();
    const clock = new ManualClock();
    await using rig = await open(folder, clock);
    clock.advance(3 * minute);
    await until(() => checkedAt(folder) !== null);
    const { id } = rig.send({ kind: 'chat', roomId: 'room-1', text: 'in the log' });
    expect(logSize(folder)).toBeGreaterThan(0);
    clock.advance(4 * minute);
    expect(logSize(folder)).toBe(0);
    expect(look(folder, `SELECT count(*) FROM messages WHERE id = '${id}'`)).toBe(1);
  });

  test('[S-CARE-4] waits for nobody who reads from the log', () => {
    using folder = new ProfileFolder();
    const store = openStore(folder.path);
    addRoom(store, { id: 'r', title: 'R', productId: null, at: '2026-01-01T00:00:00Z' });
    const reader = new Database(pathOf(folder), { readonly: true });
    reader.exec('BEGIN; SELECT count(*) FROM rooms');
    addRoom(store, { id: 's', title: 'S', productId: null, at: '2026-01-01T00:00:00Z' });
    const startedAt = performance.now();
    expect(truncateLog(store)).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(1000);
    reader.exec('COMMIT');
    expect(truncateLog(store)).toBe(true);
    expect(logSize(folder)).toBe(0);
    expect(store.pragma('busy_timeout', { simple: true })).toBe(5000);
    reader.close();
    store.close();
  });

  test('[S-CARE-5] has statistics: after its check, and after it was closed', async () => {
    using folder = new ProfileFolder();
    using closed = new ProfileFolder();
    const clock = new ManualClock();
    const hasStatistics = (where: ProfileFolder): unknown =>
      look(where, "SELECT count(*) FROM sqlite_schema WHERE name = 'sqlite_stat1'");
    await using rig = await open(folder, clock);
    rig.send({ kind: 'chat', roomId: 'room-1', text: 'counted' });
    expect(hasStatistics(folder)).toBe(0);
    clock.advance(4 * minute);
    await until(() => checkedAt(folder) !== null);
    expect(hasStatistics(folder)).toBe(1);
    {
      await using other = await open(closed, clock);
      other.send({ kind: 'chat', roomId: 'room-1', text: 'counted' });
    }
    expect(hasStatistics(closed)).toBe(1);
  });
});
