// Dimensions are kept per model, and what cannot be read is no dimension.
import { expect, test } from 'vitest';
import {
  keepDimensions,
  keptDimensions,
} from '../../../src/renderer/features/engineering/kept-dimensions.ts';
import type { Measurement } from '../../../src/renderer/viewer/index.ts';

/** The browser's storage of strings, as far as it is used. */
function storage(first: Record<string, string> = {}): Storage {
  const items = new Map(Object.entries(first));
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}

const width: Measurement = {
  id: 'm1',
  name: 'Width',
  from: [0, 0, 0],
  to: [100, 0, 0],
  distanceMm: 100,
  angleDegrees: null,
  rimToRimMm: null,
  what: 'vertex to vertex',
  isExact: true,
};

test('come back with the model they were taken on, and are gone when the last was removed', () => {
  const place = storage();
  keepDimensions('bracket', [width], place);
  keepDimensions('lid', [{ ...width, distanceMm: 50 }], place);
  expect(keptDimensions('bracket', place)).toEqual([width]);
  expect(keptDimensions('lid', place)).toMatchObject([{ distanceMm: 50 }]);
  keepDimensions('bracket', [], place);
  expect(keptDimensions('bracket', place)).toEqual([]);
  expect(keptDimensions('lid', place)).toHaveLength(1);
});

test('of the 200 models measured last', () => {
  const place = storage();
  for (let model = 0; model < 205; model += 1) keepDimensions(`model ${model}`, [width], place);
  expect(keptDimensions('model 4', place)).toEqual([]);
  expect(keptDimensions('model 5', place)).toEqual([width]);
});

test('what another version wrote is not read as dimensions', () => {
  expect(
    keptDimensions('bracket', storage({ 'engineering.dimensions': '[["bracket",[{"id":1}]]]' })),
  ).toEqual([]);
  expect(keptDimensions('bracket', storage({ 'engineering.dimensions': '{' }))).toEqual([]);
});
