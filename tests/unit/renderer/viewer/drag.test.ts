// Dragging along a line: the place meant by a ray, where geometry says it without our formula.
import { expect, test } from 'vitest';
import { alongLine } from '../../../../src/renderer/viewer/model/drag.ts';

test('a ray that meets the line means the meeting point', () => {
  const slope = Math.SQRT1_2;
  const ray = { origin: [0, -10, 17], direction: [slope, slope, 0] } as const;
  // It reaches Y = 0 at X = 10: there the line along X at height 17 is met.
  expect(alongLine(ray, [2, 0, 17], [1, 0, 0])).toBeCloseTo(8, 12);
});

test('a ray that passes the line means the foot of the common perpendicular', () => {
  expect(alongLine({ origin: [5, -10, 3], direction: [0, 1, 0] }, [0, 0, 0], [1, 0, 0])).toBeCloseTo(5, 12);
});

test('a line that is seen end on is not told anything', () => {
  expect(alongLine({ origin: [-9, 0, 1], direction: [1, 0, 0] }, [0, 0, 0], [1, 0, 0])).toBeNull();
});
