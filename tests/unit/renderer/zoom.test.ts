// The zoom of a PDF: steps from wherever it is, and the width of the pane.
import { expect, test } from 'vitest';
import { fitScale, nextZoom } from '../../../src/renderer/features/documents/zoom.ts';

test('steps go on from a zoom between two steps, and end at the last', () => {
  expect([nextZoom(0.83, 1), nextZoom(0.83, -1), nextZoom(1, 1), nextZoom(1, -1)]).toEqual([
    1, 0.75, 1.25, 0.75,
  ]);
  expect([nextZoom(4, 1), nextZoom(0.25, -1)]).toEqual([4, 0.25]);
});

test('A4 at 96 pixels to the inch fits its pane and never wider', () => {
  const a4 = (210 / 25.4) * 96;
  for (const pane of [320, 500, 834, 1200]) {
    const shown = fitScale(pane, a4) * a4;
    expect(shown).toBeLessThanOrEqual(pane - 40);
    expect(shown).toBeGreaterThan(pane - 40 - a4 / 100);
  }
  expect([fitScale(0, a4), fitScale(800, 0), fitScale(9000, a4), fitScale(60, a4)]).toEqual([1, 1, 3, 0.25]);
});
