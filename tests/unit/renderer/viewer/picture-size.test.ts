// Sizes of pictures, and the tiles of large ones.
import { expect, test } from 'vitest';
import { sizeFault, tilesOf } from '../../../../src/renderer/viewer/model/picture-size.ts';

test.each([
  [1, 1, null],
  [16_384, 16_384, null],
  [0, 600, 'The width must be a whole number of pixels.'],
  [Number.NaN, 600, 'The width must be a whole number of pixels.'],
  [800, 600.5, 'The height must be a whole number of pixels.'],
  [800, 16_385, 'The height can be 16384 pixels at most.'],
])('%d × %d pixels: %s', (widthPx, heightPx, fault) => {
  expect(sizeFault({ widthPx, heightPx })).toBe(fault);
});

test('tiles cover every pixel once', () => {
  const size = { widthPx: 10, heightPx: 7 };
  const seen = new Map<string, number>();
  for (const { x, y, width, height } of tilesOf(size, 4)) {
    expect(Math.max(width, height)).toBeLessThanOrEqual(4);
    for (let row = y; row < y + height; row += 1)
      for (let column = x; column < x + width; column += 1)
        seen.set(`${column} ${row}`, (seen.get(`${column} ${row}`) ?? 0) + 1);
  }
  expect(seen.size).toBe(70);
  expect([...seen.values()].every((times) => times === 1)).toBe(true);
  expect(tilesOf(size, 100)).toEqual([{ x: 0, y: 0, width: 10, height: 7 }]);
});
