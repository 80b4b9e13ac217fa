// A new model comes to the front by itself, but never out of somebody's hands.
import { expect, test } from 'vitest';
import { followsNewest } from '../../../src/renderer/features/engineering/model-following.ts';

const idle = { chosenAt: null, askedAt: null, isMeasuring: false };
const [earlier, later] = ['2026-11-25T12:00:00.000Z', '2026-11-25T12:00:01.000Z'];

test('is shown while nobody chose another', () => {
  expect(followsNewest(idle)).toBe(true);
  expect(followsNewest({ ...idle, askedAt: earlier })).toBe(true);
});

test('is shown when it was asked for after the last choice, and only listed when another was chosen since', () => {
  expect(followsNewest({ ...idle, chosenAt: earlier, askedAt: later })).toBe(true);
  expect(followsNewest({ ...idle, chosenAt: later, askedAt: earlier })).toBe(false);
  expect(followsNewest({ ...idle, chosenAt: earlier })).toBe(false);
});

test('is only listed while somebody measures', () => {
  expect(followsNewest({ ...idle, isMeasuring: true })).toBe(false);
  expect(followsNewest({ chosenAt: earlier, askedAt: later, isMeasuring: true })).toBe(false);
});
