// Overlapping lines become one, covered ones vanish; against lengths that one sees.
import { describe, expect, test } from 'vitest';
import type { Curve } from '../../../../src/cad/drawing/projected-model.ts';
import { joined, uncovered } from '../../../../src/cad/drawing/tidy-lines.ts';

const path = (...points: [number, number][]): Curve => ({ shape: 'path', points });
const arc = (from: number, to: number): Curve => ({ shape: 'arc', center: [1, 2], radius: 5, from, to });

describe('lines of a view', () => {
  test('that overlap or touch are one, whichever way they run', () => {
    const [line, ...others] = joined([path([0, 1], [4, 1]), path([9, 1], [3, 1]), path([9, 1], [10, 1])]);
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      points: [
        [0, 1],
        [10, 1],
      ],
    });
    expect(joined([path([0, 0], [3, 4]), path([6, 8], [3, 4])])).toHaveLength(1);
    expect(joined([path([0, 0], [3, 0]), path([0, 0.1], [3, 0.1])])).toHaveLength(2);
  });

  test('of a circle join to a circle, also across 0°', () => {
    expect(joined([arc(0, 180), arc(180, 360)])).toMatchObject([{ from: 0, to: 360 }]);
    expect(joined([arc(-90, 0), arc(0, 90)])).toMatchObject([{ from: 270, to: 450 }]);
    expect(joined([arc(300, 420), arc(30, 90)])).toMatchObject([{ from: 300, to: 450 }]);
  });

  test('that are hidden are drawn only where nothing visible lies over them', () => {
    const rest = uncovered([path([0, 0], [10, 0])], [path([2, 0], [4, 0]), path([3, 0], [5, 0])]);
    expect(rest).toMatchObject([
      {
        points: [
          [0, 0],
          [2, 0],
        ],
      },
      {
        points: [
          [5, 0],
          [10, 0],
        ],
      },
    ]);
    expect(uncovered([arc(0, 360)], [arc(0, 180), arc(170, 360)])).toEqual([]);
    expect(uncovered([path([0, 0], [10, 0])], [path([0, 5], [10, 5])])).toHaveLength(1);
  });

  test('that are curves are one where they are equal', () => {
    const curve = path([0, 0], [1, 2], [3, 3]);
    expect(joined([curve, path([3, 3], [1, 2], [0, 0])])).toHaveLength(1);
    expect(uncovered([curve], [curve])).toEqual([]);
  });
});
