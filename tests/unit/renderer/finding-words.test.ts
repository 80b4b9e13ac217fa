// Findings in words, and the model they are about.
import { expect, test } from 'vitest';
import { figureOf, placeOf } from '../../../src/renderer/features/engineering/finding-words.ts';
import type { Finding } from '../../../src/shared/protocol/engineering-response.ts';

const finding: Finding = {
  id: 'fdm.overhang.1',
  rule: 'fdm.overhang',
  title: 'Overhang',
  severity: 'warning',
  measured: 60.26,
  limit: 45,
  unit: 'deg',
  place: { point_mm: [1, 2, 3], faces: [4, 5], part_index: 1 },
};

test('figures have their unit, lengths in that of the person', () => {
  expect(figureOf(finding, 'mm')).toEqual({ measured: '60.26°', limit: '45°' });
  expect(figureOf({ ...finding, unit: 'mm', measured: 25.4, limit: null }, 'in')).toEqual({
    measured: '1 in',
    limit: null,
  });
  expect(figureOf({ ...finding, unit: '× diameter', measured: 8, limit: 10 }, 'in').measured).toBe(
    '8 × diameter',
  );
});

test('a place has its part, the first where none is named, and is none without a point or a face', () => {
  expect(placeOf(finding)).toEqual({ part: 1, faces: [4, 5], point: [1, 2, 3] });
  expect(placeOf({ ...finding, place: { faces: [2] } })).toEqual({ part: 0, faces: [2], point: null });
  expect(placeOf({ ...finding, place: {} })).toBeNull();
  expect(placeOf({ ...finding, place: { faces: [2], part_index: 'one' } })?.part).toBe(0);
});
