// The rooms table: what a new title changes, and what it leaves.
import { describe, expect, test } from 'vitest';
import { openStore } from '../../../../src/main/store/open-store.ts';
import { addRoom, findRoom, noteActivity, renameRoom, setDraft } from '../../../../src/main/store/rooms.ts';
import { ProfileFolder } from '../session/session-rig.ts';

describe('a renamed room', () => {
  test('has its new title after a restart and is otherwise the room it was; its neighbour too', () => {
    using folder = new ProfileFolder();
    const at = '2026-01-01T00:00:00Z';
    const store = openStore(folder.path);
    for (const id of ['one', 'two']) addRoom(store, { id, title: id, productId: null, at });
    noteActivity(store, 'one', { at, preview: 'Hello', unread: 2 });
    setDraft(store, 'one', 'half a sentence');
    const before = ['one', 'two'].map((id) => findRoom(store, id));
    const row = (): unknown =>
      again.prepare("SELECT draft, created_at, last_seq FROM rooms WHERE id = 'one'").get();
    renameRoom(store, 'one', 'Gehäuse “Ω”');
    store.close();
    const again = openStore(folder.path);
    expect(findRoom(again, 'one')).toEqual({ ...before[0], title: 'Gehäuse “Ω”' });
    expect(findRoom(again, 'two')).toEqual(before[1]);
    expect(row()).toEqual({ draft: 'half a sentence', created_at: at, last_seq: 0 });
    again.close();
  });
});
