// A damaged database: kept, replaced by the newest backup, unsent work back from the journal, and the person told.
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { backUpDaily, isBackupDue, listBackups } from '../../../../src/main/store/backups.ts';
import { replayJournal } from '../../../../src/main/store/journal-record.ts';
import { migrations } from '../../../../src/main/store/migrate.ts';
import { openStore } from '../../../../src/main/store/open-store.ts';
import { journalPath, readJournal } from '../../../../src/main/store/outbox-journal.ts';
import { newMessageSchema } from '../../../../src/shared/model/new-message.ts';
import { DataFolder, startTestEngine } from '../../engine/engine-rig.ts';
import { openSession, ProfileFolder, type SessionRig } from './session-rig.ts';

const chat = (text: string): { kind: 'chat'; roomId: string; text: string } => ({
  kind: 'chat',
  roomId: 'room-1',
  text,
});
const offline = (folder: string): Promise<SessionRig> => openSession({ folder, baseUrl: () => null });
const queueOf = (rig: SessionRig): string[] => rig.session.listOutbox().map((entry) => entry.messageId);

/** Writes nonsense over a database, as a dying disk does. */
function damage(folder: string): Buffer {
  const bytes = readFileSync(join(folder, 'workstation.db'));
  bytes.fill(0xa5, 4096);
  writeFileSync(join(folder, 'workstation.db'), bytes);
  return bytes;
}

async function backUp(folder: string): Promise<void> {
  const store = openStore(folder);
  await backUpDaily(store, folder, Date.now());
  store.close();
}

describe('a damaged database', () => {
  test('[S-RECOVER-1] [S-RECOVER-2] is kept; backup and journal give back the story and the queue, in order', async () => {
    using folder = new ProfileFolder();
    using data = new DataFolder();
    const ids: string[] = [];
    {
      await using rig = await offline(folder.path);
      ids.push(rig.send(chat('first')).id, rig.send(chat('second')).id);
    }
    await backUp(folder.path);
    {
      await using rig = await offline(folder.path);
      const note = await rig.session.addFile(
        'room-1',
        'note.txt',
        (async function* () {
          yield Buffer.from('bytes');
        })(),
      );
      ids.push(rig.send({ ...chat('third'), fileIds: [note.id] }).id);
      const gone = rig.send(chat('cancelled')).id;
      rig.session.cancelEntry(gone);
      rig.session.editEntry({
        messageId: ids[0] ?? '',
        request: newMessageSchema.parse(chat('first, edited')),
      });
      rig.session.moveEntry(ids[2] ?? '', ids[1] ?? '');
    }
    const bytes = damage(folder.path);
    await using engine = await startTestEngine(data.path);
    await using rig = await openSession({
      folder: folder.path,
      baseUrl: () => `http://127.0.0.1:${engine.port}`,
    });
    expect(
      rig
        .messages()
        .map(({ text }) => text)
        .toSorted(),
    ).toEqual(['first, edited', 'second', 'third']);
    const [first, second, third] = ids;
    expect(queueOf(rig)).toEqual([first, third, second]);
    const [notice] = rig.session.listNotices();
    expect(notice?.text).toMatch(
      /The backup of .* took its place.* 3 unsent messages are in the queue again/,
    );
    const kept = join(folder.path, 'damaged', readdirSync(join(folder.path, 'damaged'))[0] ?? '');
    expect(readFileSync(join(kept, 'workstation.db')).equals(bytes)).toBe(true);
    await rig.until(() => rig.session.listOutbox().length === 0);
    expect(rig.message(third ?? '')?.files).toHaveLength(1);
  });

  test('[S-RECOVER-2] without any backup the queue alone comes back, and the notice says so', async () => {
    using folder = new ProfileFolder();
    let id: string;
    {
      await using rig = await offline(folder.path);
      ({ id } = rig.send(chat('only this')));
    }
    damage(folder.path);
    await using rig = await offline(folder.path);
    expect(queueOf(rig)).toEqual([id]);
    expect(rig.session.listNotices()[0]?.text).toMatch(/no backup.*One unsent message/);
  });

  test('[S-RECOVER-3] what the server took after the backup is not sent again', async () => {
    using folder = new ProfileFolder();
    using data = new DataFolder();
    let id: string;
    {
      await using rig = await offline(folder.path);
      ({ id } = rig.send(chat('sent later')));
    }
    await backUp(folder.path);
    {
      await using engine = await startTestEngine(data.path);
      await using rig = await openSession({
        folder: folder.path,
        baseUrl: () => `http://127.0.0.1:${engine.port}`,
      });
      await rig.delivered(id, 'seen');
    }
    damage(folder.path);
    await using rig = await offline(folder.path);
    expect(queueOf(rig)).toEqual([]);
    expect(rig.message(id)?.delivery?.state).toBe('accepted');
  });
});

describe('the journal', () => {
  test('[S-JOURNAL-1] holds a message when it is called saved, and skips a torn line', async () => {
    using folder = new ProfileFolder();
    await using rig = await offline(folder.path);
    const { id } = rig.send(chat('kept twice'));
    expect([...replayJournal(readJournal(folder.path).records).keys()]).toEqual([id]);
    appendFileSync(journalPath(folder.path), '0badc0de {"kind":"gone","id":');
    const { records, badLines } = readJournal(folder.path);
    expect([...replayJournal(records).keys()]).toEqual([id]);
    expect(badLines).toBe(1);
  });

  test('[S-JOURNAL-1] is brought to agree with the queue when a profile is opened', async () => {
    using folder = new ProfileFolder();
    let id: string;
    {
      await using rig = await offline(folder.path);
      ({ id } = rig.send(chat('one')));
    }
    writeFileSync(journalPath(folder.path), 'nonsense\n');
    await using rig = await offline(folder.path);
    expect(queueOf(rig)).toEqual([id]);
    expect([...replayJournal(readJournal(folder.path).records).keys()]).toEqual([id]);
  });
});

describe('backups', () => {
  test('[S-BACKUP-1] a database is copied before a migration touches it', () => {
    using folder = new ProfileFolder();
    openStore(folder.path).close();
    const next = [...migrations, { version: 1000, sql: 'DROP TABLE notices' }];
    openStore(folder.path, { migrations: next, nowMs: 5 }).close();
    const [backup] = listBackups(folder.path);
    expect(backup).toMatchObject({ kind: 'before-migration', atMs: 5 });
    const copy = new Database(backup?.path ?? '', { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(migrations.at(-1)?.version);
    expect(copy.prepare('SELECT count(*) FROM notices').pluck().get()).toBe(0);
    copy.close();
  });

  test('[S-BACKUP-2] one is due each day, and the newest three are kept', async () => {
    using folder = new ProfileFolder();
    const day = 24 * 60 * 60_000;
    const store = openStore(folder.path);
    expect(isBackupDue(folder.path, 0)).toBe(true);
    for (let index = 1; index <= 5; index += 1) await backUpDaily(store, folder.path, index * day);
    store.close();
    expect(listBackups(folder.path).map(({ atMs }) => atMs / day)).toEqual([5, 4, 3]);
    expect(isBackupDue(folder.path, 6 * day - 1)).toBe(false);
    expect(isBackupDue(folder.path, 6 * day)).toBe(true);
  });
});
