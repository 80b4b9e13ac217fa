// The queue on the page: only what is looked at is asked for, changes are never missed, and rows land where they are dropped.
import { describe, expect, test } from 'vitest';
import { dropTarget, queueInWords } from '../../../src/renderer/features/queue/entry-words.ts';
import { PageLoader, pageLength } from '../../../src/renderer/features/queue/page-loader.ts';
import { placeAfterKey } from '../../../src/renderer/features/queue/row-keys.ts';
import { type Entry, entrySchema } from '../../../src/shared/model/entry.ts';

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** A list of numbers whose first is `start`; questions are kept and answered when told to. */
class Source {
  start = 0;
  readonly asked: number[] = [];
  shown: ReadonlyMap<number, number> = new Map();
  readonly #open: (() => void)[] = [];
  readonly loader = new PageLoader<number>({
    ask: (from, limit) =>
      new Promise((resolve) => {
        this.asked.push(from);
        const { start } = this;
        this.#open.push(() => resolve(Array.from({ length: limit }, (_, index) => start + from + index)));
      }),
    show: (entries) => {
      this.shown = entries;
    },
  });

  get open(): number {
    return this.#open.length;
  }

  async answer(): Promise<void> {
    this.#open.shift()?.();
    await turn();
  }

  async answerAll(): Promise<void> {
    while (this.#open.length > 0) await this.answer();
  }
}

describe('pages of a long list', () => {
  test('are asked for where somebody looks, one at a time, and forgotten far from there', async () => {
    const source = new Source();
    source.loader.lookAt({ first: 20, last: 70 });
    expect(source.open).toBe(1);
    await source.answerAll();
    expect(source.asked).toEqual([0, pageLength]);
    source.loader.lookAt({ first: 90_010, last: 90_020 });
    await source.answerAll();
    expect(source.asked).toEqual([0, pageLength, 90_000]);
    expect(source.shown.get(90_015)).toBe(90_015);
    expect(source.shown.has(20)).toBe(false);
    expect(source.shown.size).toBe(pageLength);
  });

  test('are asked for again after a change, also after one that came while an answer was on its way', async () => {
    const source = new Source();
    source.loader.lookAt({ first: 0, last: 5 });
    await source.answer();
    source.start = 1;
    source.loader.renew();
    source.start = 2;
    source.loader.renew();
    await source.answerAll();
    expect(source.shown.get(0)).toBe(2);
  });

  test('are not asked for while nobody looks', async () => {
    const source = new Source();
    source.loader.lookAt({ first: 0, last: 5 });
    await source.answerAll();
    source.loader.lookAt(null);
    source.loader.renew();
    expect(source.asked).toEqual([0]);
  });
});

test('keys lead from row to row and stop at the ends', () => {
  const at = (key: string, from: number): number | null => placeAfterKey(key, { at: from, total: 100_000 });
  expect([at('ArrowDown', 0), at('ArrowUp', 0), at('PageDown', 99_999), at('PageUp', 20)]).toEqual([
    1, 0, 99_999, 12,
  ]);
  expect([at('Home', 70_000), at('End', 0), at('a', 5)]).toEqual([0, 99_999, null]);
});

describe('a dropped entry', () => {
  const entry = (messageId: string, roomId: string, state: Entry['state']['state'] = 'waiting'): Entry =>
    entrySchema.parse({
      messageId,
      roomId,
      roomTitle: roomId,
      code: 'chat',
      preview: messageId,
      position: 1,
      createdAt: '',
      attempts: 0,
      request: { kind: 'chat', roomId, text: messageId },
      state: state === 'sent' ? { state, at: '' } : { state: 'waiting', reason: { why: 'network' } },
    });
  const list = [entry('a', 'r'), entry('x', 's'), entry('b', 'r'), entry('c', 'r')];
  const entries = new Map(list.map((one, index) => [index, one]));
  const [a, x, b] = list as [Entry, Entry, Entry, Entry];

  test('lands before or after the row of its room, and nowhere else', () => {
    expect(dropTarget(entries, a, { index: 2, isAfter: false, total: 4 })).toBe('b');
    expect(dropTarget(entries, a, { index: 2, isAfter: true, total: 4 })).toBe('c');
    expect(dropTarget(entries, a, { index: 3, isAfter: true, total: 4 })).toBeNull();
    expect(dropTarget(entries, b, { index: 2, isAfter: false, total: 4 })).toBe('c');
    expect(dropTarget(entries, x, { index: 2, isAfter: false, total: 4 })).toBeUndefined();
    // What stands behind is not loaded: nobody knows where it would land.
    expect(dropTarget(entries, a, { index: 3, isAfter: true, total: 9 })).toBeUndefined();
  });
});

test('the queue in one phrase', () => {
  const counts = { total: 100_003, waiting: 100_000, sent: 1, attention: 2, nextTryAt: null };
  expect(queueInWords(counts, 0)).toBe('100,000 waiting, 1 sent, 2 need attention');
  expect(queueInWords({ ...counts, nextTryAt: '1970-01-01T00:00:12.000Z' }, 0)).toMatch(/, next try 12 s$/);
  expect(queueInWords({ total: 1, waiting: 0, sent: 0, attention: 1, nextTryAt: null }, 0)).toBe(
    'Queue: 1 needs attention',
  );
  expect(queueInWords({ total: 0, waiting: 0, sent: 0, attention: 0, nextTryAt: null }, 0)).toBe(
    'Queue empty',
  );
});
