// The database of a profile: made, migrated, durable, and refused when it is newer or damaged.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { migrations } from '../../../../src/main/store/migrate.ts';
import { laneOf } from '../../../../src/main/store/entries.ts';
import { filesOfMessage } from '../../../../src/main/store/files.ts';
import { findMessages, indexSome } from '../../../../src/main/store/message-search.ts';
import { openStore } from '../../../../src/main/store/open-store.ts';
import { addRoom, listRooms } from '../../../../src/main/store/rooms.ts';
import { ProfileFolder } from '../session/session-rig.ts';

const newest = migrations.at(-1)?.version ?? 0;
const schemaOf = (store: Database.Database): unknown =>
  store.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();

describe('the database of a profile', () => {
  test.each([0, ...migrations.map((one) => one.version)])(
    '[S-MIGRATE-1] a database of version %i opens with the newest schema',
    (version) => {
      using folder = new ProfileFolder();
      using fresh = new ProfileFolder();
      const old = new Database(join(folder.path, 'workstation.db'));
      for (const one of migrations.filter((each) => each.version <= version)) old.exec(one.sql);
      old.pragma(`user_version = ${version}`);
      old.close();
      const store = openStore(folder.path);
      const made = openStore(fresh.path);
      expect(store.pragma('user_version', { simple: true })).toBe(newest);
      expect(schemaOf(store)).toEqual(schemaOf(made));
      expect(store.pragma('integrity_check', { simple: true })).toBe('ok');
      store.close();
      made.close();
    },
  );

  test('[S-MIGRATE-1] messages keep their numbers, their index and what refers to them when they are numbered', () => {
    using folder = new ProfileFolder();
    const old = new Database(join(folder.path, 'workstation.db'));
    for (const { sql } of migrations.slice(0, 3)) old.exec(sql);
    old.pragma('user_version = 3');
    old.exec(`
      INSERT INTO rooms (id, title, created_at) VALUES ('r', 'Room', '');
      INSERT INTO messages (rowid, id, room_id, seq, kind, author_id, is_own, text, created_at)
        VALUES (4, 'a', 'r', 1, 'chat', 'ann', 1, 'bracket', ''), (9, 'b', 'r', 2, 'chat', 'ann', 1, 'flange', '');
      INSERT INTO outbox (message_id, room_id, code, position, state, created_at) VALUES ('b', 'r', 'chat', 1, 'waiting', '');
      INSERT INTO files (id, name, media_type, state, created_at) VALUES ('f', 'f', 'text/plain', 'missing', '');
      INSERT INTO message_files VALUES ('a', 0, 'f');`);
    while (indexSome(old));
    old.close();
    const store = openStore(folder.path);
    expect(store.prepare('SELECT rowid, id FROM messages ORDER BY seq').raw().all()).toEqual([
      [4, 'a'],
      [9, 'b'],
    ]);
    expect(store.pragma('foreign_key_check')).toEqual([]);
    expect(store.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(filesOfMessage(store, 'a').map(({ id }) => id)).toEqual(['f']);
    expect(laneOf(store, 'r', 9).map(({ messageId }) => messageId)).toEqual(['b']);
    expect(() => store.exec(`DELETE FROM messages WHERE id = 'a'`)).toThrow('FOREIGN KEY');
    const found = findMessages(store, { query: 'flange', roomId: null, limit: 5, offset: 0 });
    expect(found.map(({ messageId }) => messageId)).toEqual(['b']);
    store.close();
  });

  test('[S-MIGRATE-2] a newer database is refused with a sentence and left as it is', () => {
    using folder = new ProfileFolder();
    const store = openStore(folder.path);
    addRoom(store, { id: 'r', title: 'R', productId: null, at: '2026-01-01T00:00:00Z' });
    store.pragma(`user_version = ${newest + 1}`);
    store.close();
    expect(() => openStore(folder.path)).toThrow('newer workstation');
    const same = new Database(join(folder.path, 'workstation.db'));
    expect(same.pragma('user_version', { simple: true })).toBe(newest + 1);
    same.pragma(`user_version = ${newest}`);
    same.close();
    const again = openStore(folder.path);
    expect(listRooms(again).map((room) => room.id)).toEqual(['r']);
    again.close();
  });

  test('[S-DAMAGE-1] a file that is no database is refused with a sentence and kept', () => {
    using folder = new ProfileFolder();
    writeFileSync(join(folder.path, 'workstation.db'), 'this is not a database, not at all'.repeat(100));
    expect(() => openStore(folder.path)).toThrow('is damaged');
  });

  test('[S-DURABLE-1] every connection runs in WAL mode with full synchronisation', () => {
    using folder = new ProfileFolder();
    for (let opening = 0; opening < 2; opening += 1) {
      const store = openStore(folder.path);
      expect(store.pragma('journal_mode', { simple: true })).toBe('wal');
      expect(store.pragma('synchronous', { simple: true })).toBe(2);
      expect(store.pragma('foreign_keys', { simple: true })).toBe(1);
      store.close();
    }
  });
});
