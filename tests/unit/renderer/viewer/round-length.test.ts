// Scale bar: round lengths of the unit, never longer than what fits.
import { describe, expect, it } from 'vitest';
import { roundLength } from '../../../../src/renderer/viewer/model/round-length.ts';

describe('scale bar', () => {
  it.each([
    [99, 50],
    [100, 100],
    [4.9, 2],
    [0.0123, 0.01],
    [7_000, 5_000],
  ])('for %d mm shows %d mm', (most, shown) => {
    expect(roundLength(most, 'mm')).toBeCloseTo(shown, 12);
  });

  it('is round in inches where inches are shown', () => {
    expect(roundLength(60, 'in')).toBeCloseTo(2 * 25.4, 12);
    expect(roundLength(20, 'in')).toBeCloseTo(0.5 * 25.4, 12);
  });

  it('shows nothing where there is no scale', () => {
    expect([0, Number.NaN, Infinity].map((most) => roundLength(most, 'mm'))).toEqual([0, 0, 0]);
  });
});
