// A queue of 100,000: told by counts, read by pages, moved in by single rows; and moves against a list that is simply spliced.
import * as fc from 'fast-check';
import { statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addEntry } from '../../../../src/main/store/entries.ts';
import { inTransaction } from '../../../../src/main/store/in-transaction.ts';
import { replayJournal } from '../../../../src/main/store/journal-record.ts';
import { insertMessage } from '../../../../src/main/store/messages.ts';
import { openStore, type Store } from '../../../../src/main/store/open-store.ts';
import { journalPath, readJournal } from '../../../../src/main/store/outbox-journal.ts';
import { queueHeads } from '../../../../src/main/store/queue-pages.ts';
import { addRoom } from '../../../../src/main/store/rooms.ts';
import { newMessageSchema } from '../../../../src/shared/model/new-message.ts';
import { openSession, ProfileFolder, type SessionRig } from '../session/session-rig.ts';

const at = '2026-11-25T08:00:00.000Z';
const idOf = (index: number): string => `m${String(index).padStart(6, '0')}`;

/** Writes `count` unsent messages into `rooms` rooms in turn, as `messages.send` does. */
function fill(store: Store, count: number, rooms: number): void {
  inTransaction(store, () => {
    for (let room = 0; room < rooms; room += 1)
      addRoom(store, { id: `room-${room}`, title: `Room ${room}`, productId: null, at });
    for (let index = 0; index < count; index += 1) {
      const roomId = `room-${index % rooms}`;
      const request = newMessageSchema.parse({ kind: 'chat', roomId, text: `Message ${index}` });
      const id = idOf(index);
      insertMessage(store, {
        id,
        roomId,
        seq: Math.floor(index / rooms) + 1,
        wireId: id,
        kind: 'chat',
        authorId: 'anna',
        isOwn: true,
        text: request.text,
        replyTo: null,
        createdAt: at,
        request,
        sources: [],
        streaming: false,
        responseCode: null,
        delivery: { state: 'saved' },
        raw: null,
        answeredBy: null,
      });
      addEntry(store, { messageId: id, roomId, code: 'chat', at, handed: false });
    }
  });
}

async function openFilled(folder: ProfileFolder, count: number, rooms: number): Promise<SessionRig> {
  const store = openStore(folder.path);
  fill(store, count, rooms);
  store.close();
  return openSession({ folder: folder.path, baseUrl: () => null });
}

const page = (rig: SessionRig, from: number, limit: number): string[] =>
  rig.session.listOutbox({ from, limit }).map(({ messageId }) => messageId);

describe('a queue of 100,000 messages', () => {
  test('[S-LONG-1] is told by counts, read by pages, and a move changes one row', {
    timeout: 180_000,
  }, async () => {
    using folder = new ProfileFolder();
    await using rig = await openFilled(folder, 100_000, 2);
    expect(rig.session.outboxCounts()).toEqual({
      total: 100_000,
      waiting: 100_000,
      sent: 0,
      attention: 0,
      nextTryAt: null,
    });
    expect(page(rig, 0, 3)).toEqual([idOf(0), idOf(1), idOf(2)]);
    expect(page(rig, 70_000, 2)).toEqual([idOf(70_000), idOf(70_001)]);
    expect(page(rig, 99_998, 200)).toEqual([idOf(99_998), idOf(99_999)]);
    expect(page(rig, 100_000, 200)).toEqual([]);

    const before = statSync(journalPath(folder.path)).size;
    rig.session.moveEntry(idOf(99_998), idOf(2));
    rig.session.stepEntry(idOf(50_000), 'back');
    expect(page(rig, 0, 4)).toEqual([idOf(0), idOf(1), idOf(99_998), idOf(2)]);
    expect(statSync(journalPath(folder.path)).size - before).toBeLessThan(1000);

    await rig.until(() => rig.named('outbox.changed').length > 0);
    for (const news of rig.named('outbox.changed')) expect(JSON.stringify(news).length).toBeLessThan(200);
    expect(rig.events.every((event) => JSON.stringify(event).length < 2000)).toBe(true);
  });

  test('[S-LONG-1] no question about it reads the whole of it', () => {
    using folder = new ProfileFolder();
    const store = openStore(folder.path);
    fill(store, 1000, 1);
    store.exec('ANALYZE');
    const planOf = (sql: string): string =>
      store
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map((row) => (row as { detail: string }).detail)
        .join('\n');
    const place = planOf('SELECT position FROM outbox ORDER BY position LIMIT 1 OFFSET 900');
    expect(place).toContain('USING COVERING INDEX outbox_by_position');
    expect(planOf('SELECT state, count(*) AS n FROM outbox GROUP BY state')).toContain(
      'USING COVERING INDEX',
    );
    const retry = `SELECT retry_at FROM outbox WHERE retry_at > 0 AND retry_at > 5 AND state = 'waiting' ORDER BY retry_at LIMIT 1`;
    expect(planOf(retry)).toContain('USING INDEX outbox_retrying');
    store.close();
  });
});

describe('[S-MOVE-1] moves', () => {
  type Move =
    | { readonly id: number; readonly to: number }
    | { readonly id: number; readonly step: 'forward' | 'back' };
  const move = fc.oneof(
    fc.record({ id: fc.nat(11), to: fc.nat(12) }),
    fc.record({ id: fc.nat(11), step: fc.constantFrom('forward' as const, 'back' as const) }),
  );

  /** The same on a list: who moves is taken out and put in before another. */
  function onList(lane: readonly string[], one: Move): string[] {
    const id = idOf(one.id);
    const at = lane.indexOf(id);
    const others = lane.filter((other) => other !== id);
    if ('step' in one) return others.toSpliced(Math.max(0, at + (one.step === 'back' ? 1 : -1)), 0, id);
    const target = targetOf(one.to, one.id);
    if (target === id) return [...lane];
    return others.toSpliced(target === null ? others.length : others.indexOf(target), 0, id);
  }

  /** One of the same room, or null for the end. */
  const targetOf = (to: number, id: number): string | null => {
    const same = to - (to % 2) + (id % 2);
    return same > 11 ? null : idOf(same);
  };

  test('any moves in two rooms leave the order that a list would have, in the queue and in the journal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 40 }), fc.boolean(), async (moves, isDense) => {
        using folder = new ProfileFolder();
        const store = openStore(folder.path);
        fill(store, 12, 2);
        // Queues of earlier versions had no gaps.
        if (isDense) store.exec('UPDATE outbox SET position = position / 1024');
        store.close();
        await using rig = await openSession({ folder: folder.path, baseUrl: () => null });
        const lanes = [0, 1].map((room) => [0, 1, 2, 3, 4, 5].map((index) => idOf(index * 2 + room)));
        for (const one of moves) {
          if ('step' in one) rig.session.stepEntry(idOf(one.id), one.step);
          else rig.session.moveEntry(idOf(one.id), targetOf(one.to, one.id));
          lanes[one.id % 2] = onList(lanes[one.id % 2] ?? [], one);
        }
        const ofRoom = (ids: Iterable<string>, room: number): string[] =>
          [...ids].filter((id) => Number(id.slice(1)) % 2 === room);
        const now = page(rig, 0, 200);
        expect([0, 1].map((room) => ofRoom(now, room))).toEqual(lanes);
        const journal = replayJournal(readJournal(folder.path).records).keys().toArray();
        expect([0, 1].map((room) => ofRoom(journal, room))).toEqual(lanes);
        await rig[Symbol.asyncDispose]();
        const again = openStore(folder.path);
        expect(queueHeads(again).map(({ messageId }) => messageId)).toEqual(now);
        again.close();
      }),
      { numRuns: 25 },
    );
  });
});
