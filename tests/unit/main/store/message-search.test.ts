// Search through the messages: finds words, beginnings and accents, follows edits, and hostile queries are only words.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import {
  backUpBeforeMigration,
  listBackups,
  restoreNewestBackup,
} from '../../../../src/main/store/backups.ts';
import { findMessages, indexSome } from '../../../../src/main/store/message-search.ts';
import {
  insertMessage,
  type MessageRow,
  rewriteMessage,
  setDelivery,
} from '../../../../src/main/store/messages.ts';
import { openStore, type Store } from '../../../../src/main/store/open-store.ts';
import { addRoom } from '../../../../src/main/store/rooms.ts';
import { newMessageSchema } from '../../../../src/shared/model/new-message.ts';
import { ProfileFolder } from '../session/session-rig.ts';

const at = '2026-11-25T08:00:00Z';

function write(store: Store, texts: readonly string[], roomId = 'r'): void {
  addRoom(store, { id: roomId, title: `Room ${roomId}`, productId: null, at });
  texts.forEach((text, index) => {
    const message: MessageRow = {
      id: `${roomId}-${index}`,
      roomId,
      seq: index + 1,
      wireId: null,
      kind: 'chat',
      authorId: 'ann',
      isOwn: true,
      text,
      replyTo: null,
      createdAt: at,
      request: null,
      sources: [],
      answeredBy: null,
      streaming: false,
      responseCode: null,
      delivery: null,
      raw: null,
    };
    insertMessage(store, message);
  });
}

function find(store: Store, query: string, roomId: string | null = null): string[] {
  while (indexSome(store));
  return findMessages(store, { query, roomId, limit: 20, offset: 0 }).map(({ messageId }) => messageId);
}

describe('[S-SEARCH-1] a search', () => {
  test('finds every word, the beginning of the last, and letters without their accents', () => {
    using folder = new ProfileFolder();
    const store = openStore(folder.path);
    write(store, [
      'The thermostat bracket is 3 mm thick',
      'Gehäuse für den Thermostaten',
      'M4x12 screws, 2.5 Nm',
    ]);
    expect(find(store, 'bracket thermostat')).toEqual(['r-0']);
    expect(find(store, 'thermos').sort()).toEqual(['r-0', 'r-1']);
    expect(find(store, 'gehause')).toEqual(['r-1']);
    expect(find(store, '2.5 Nm')).toEqual(['r-2']);
    expect(find(store, 'thermos', 'elsewhere')).toEqual([]);
    expect(find(store, 'nothing')).toEqual([]);
    const [hit] = findMessages(store, { query: 'bracket', roomId: null, limit: 1, offset: 0 });
    expect(hit?.roomTitle).toBe('Room r');
    expect(hit?.snippet.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['bracket']);
    store.close();
  });

  test('follows what was edited after it was indexed, and leaves out what was cancelled', () => {
    using folder = new ProfileFolder();
    const store = openStore(folder.path);
    write(store, ['old words', 'more words']);
    expect(find(store, 'old')).toEqual(['r-0']);
    const request = newMessageSchema.parse({ kind: 'chat', roomId: 'r', text: 'new words' });
    rewriteMessage(store, 'r-0', request);
    expect(find(store, 'old')).toEqual([]);
    expect(find(store, 'new')).toEqual(['r-0']);
    setDelivery(store, 'r-1', { state: 'cancelled' });
    expect(find(store, 'words')).toEqual(['r-0']);
    expect(
      store.prepare(`INSERT INTO message_search (message_search) VALUES ('integrity-check')`).run().changes,
    ).toBeGreaterThanOrEqual(0);
    store.close();
  });

  test('finds the same in a copy that was made before a migration, whatever rowids it has', () => {
    using folder = new ProfileFolder();
    const store = openStore(folder.path);
    write(store, ['first words', 'second words', 'third words']);
    expect(find(store, 'third')).toEqual(['r-2']);
    store.exec(`DELETE FROM messages WHERE id = 'r-0'`);
    backUpBeforeMigration(store, folder.path, 1);
    // SQLite may number the rows of a vacuumed copy anew: the copy must not trust the index it was made with.
    const copy = new Database(listBackups(folder.path)[0]?.path ?? '', { readonly: true });
    expect(copy.prepare('SELECT indexed_to FROM search_progress').pluck().get()).toBe(0);
    copy.close();
    store.close();
    for (const name of ['', '-wal', '-shm'])
      rmSync(join(folder.path, `workstation.db${name}`), { force: true });
    expect(restoreNewestBackup(folder.path)).not.toBeNull();
    const restored = openStore(folder.path);
    expect(find(restored, 'third')).toEqual(['r-2']);
    expect(find(restored, 'second')).toEqual(['r-1']);
    expect(find(restored, 'first')).toEqual([]);
    restored.close();
  });

  test('finds the same after the database was packed: messages have numbers of their own, which VACUUM must keep', () => {
    using folder = new ProfileFolder();
    const store = openStore(folder.path);
    // SQLite promises to keep row numbers only where they are declared.
    expect(store.prepare(`SELECT name, type FROM pragma_table_info('messages') WHERE pk = 1`).all()).toEqual([
      { name: 'rowid', type: 'INTEGER' },
    ]);
    write(store, ['first words', 'second words', 'third words']);
    expect(find(store, 'third')).toEqual(['r-2']);
    store.exec(`DELETE FROM messages WHERE id = 'r-0'`);
    store.exec('VACUUM');
    expect(find(store, 'third')).toEqual(['r-2']);
    expect(find(store, 'second')).toEqual(['r-1']);
    store.close();
  });

  test.each([
    '"',
    '*',
    'a AND',
    'NEAR(',
    "'; DROP TABLE messages; --",
    'text:x',
    '-',
    '()',
    '\u0002',
    'a'.repeat(400),
    '^',
    '',
  ])('takes %j as words or as nothing', (query) => {
    using folder = new ProfileFolder();
    const store = openStore(folder.path);
    write(store, ['harmless']);
    expect(() => find(store, query)).not.toThrow();
    expect(find(store, 'harmless')).toEqual(['r-0']);
    store.close();
  });

  test('[S-SEARCH-2] uses its index over 50,000 messages and not a scan', { timeout: 60_000 }, () => {
    using folder = new ProfileFolder();
    const store = openStore(folder.path);
    store.transaction(() =>
      write(
        store,
        Array.from({ length: 50_000 }, (_, index) => `Bore ${index} of the fixture`),
      ),
    )();
    expect(find(store, 'bore 49999')).toEqual(['r-49999']);
    const plan = store
      .prepare(
        `EXPLAIN QUERY PLAN SELECT m.id FROM message_search JOIN messages m ON m.rowid = message_search.rowid WHERE message_search MATCH '"bore"'`,
      )
      .all()
      .map((row) => (row as { detail: string }).detail)
      .join('\n');
    expect(plan).toContain('VIRTUAL TABLE INDEX');
    expect(plan).toContain('INTEGER PRIMARY KEY (rowid=?)');
    store.close();
  });
});
