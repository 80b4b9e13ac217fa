// A disk that does not take it: the message is not called saved, and nothing of it is there.
import { expect, test } from 'vitest';
import { Changes } from '../../../../src/main/session/changes.ts';
import { openStore } from '../../../../src/main/store/open-store.ts';
import { addRoom, listRooms } from '../../../../src/main/store/rooms.ts';
import { ProfileFolder } from '../session/session-rig.ts';

test('[S-REFUSED-2] a full disk is told in a sentence, nothing is written or announced, and later writes work', () => {
  using folder = new ProfileFolder();
  const store = openStore(folder.path);
  const changes = new Changes(store, () => {});
  const heard: string[] = [];
  changes.on((event) => heard.push(event.name));
  const pages = Number(store.pragma('page_count', { simple: true }));
  store.pragma(`max_page_count = ${pages}`);
  const title = 'x'.repeat(100_000);
  const add = (): void => {
    changes.write(() => {
      addRoom(store, { id: 'r', title, productId: null, at: '2026-01-01T00:00:00Z' });
      changes.room('r');
    });
  };
  expect(add).toThrow('The disk is full: nothing was saved');
  expect(listRooms(store)).toEqual([]);
  expect(heard).toEqual([]);
  store.pragma(`max_page_count = ${2 ** 30}`);
  add();
  expect(heard).toEqual(['room.changed']);
  store.close();
});
