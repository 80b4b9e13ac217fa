// The section: what is kept, and the outline it cuts; areas and lengths against their closed forms.
import { describe, expect, it } from 'vitest';
import {
  isKept,
  middleSection,
  type Section,
  sectionRange,
} from '../../../../src/renderer/viewer/model/section.ts';
import { cutPart, sumContours } from '../../../../src/renderer/viewer/model/section-contour.ts';
import { barPart, boxPart } from './box-part.ts';

const box = boxPart([0, 0, 0], [100, 80, 20]);
const at = (axis: Section['axis'], offsetMm: number, isFlipped = false): Section => ({
  axis,
  offsetMm,
  isFlipped,
});

describe('section', () => {
  it('keeps one side and, flipped, the other; the plane itself belongs to both', () => {
    const cut = at('y', 40);
    expect([isKept(cut, [0, 39, 0]), isKept(cut, [0, 41, 0]), isKept(cut, [0, 40, 0])]).toEqual([
      true,
      false,
      true,
    ]);
    const flipped = at('y', 40, true);
    expect([isKept(flipped, [0, 39, 0]), isKept(flipped, [0, 41, 0])]).toEqual([false, true]);
    expect(isKept(null, [0, 41, 0])).toBe(true);
  });

  it('begins in the middle and reaches from end to end', () => {
    const bounds = { min: [-10, 0, 5], max: [30, 80, 25] } as const;
    const copy = { min: [...bounds.min], max: [...bounds.max] } as {
      min: [number, number, number];
      max: [number, number, number];
    };
    expect(middleSection(copy, 'x')).toEqual(at('x', 10));
    expect(sectionRange(copy, 'z')).toEqual([5, 25]);
  });

  it.each([
    ['x', 33, 80 * 20, 2 * (80 + 20)],
    ['y', 12.5, 100 * 20, 2 * (100 + 20)],
    ['z', 7, 100 * 80, 2 * (100 + 80)],
  ] as const)('cuts a box across %s into a rectangle', (axis, offset, area, length) => {
    for (const isFlipped of [false, true]) {
      const cut = cutPart(box, at(axis, offset, isFlipped));
      expect(cut.areaMm2).toBeCloseTo(area, 6);
      expect(cut.lengthMm).toBeCloseTo(length, 6);
    }
  });

  it('cuts a faceted bar into its regular polygon: area n/2 r² sin(2π/n), length 2 n r sin(π/n)', () => {
    const cut = cutPart(barPart([3, 4], 5, 30), at('z', 10));
    expect(cut.areaMm2).toBeCloseTo(32 * 25 * Math.sin((2 * Math.PI) / 64), 4);
    expect(cut.lengthMm).toBeCloseTo(128 * 5 * Math.sin(Math.PI / 64), 4);
  });

  it('cuts nothing beside the part and sums what several parts give', () => {
    expect(cutPart(box, at('x', 101))).toMatchObject({ lengthMm: 0, areaMm2: 0 });
    const cuts = [cutPart(box, at('z', 5)), cutPart(boxPart([200, 0, 0], [210, 10, 20]), at('z', 5))];
    expect(sumContours(cuts).areaMm2).toBeCloseTo(8100, 6);
  });

  it('gives no area for an open shell', () => {
    const open = { ...box, indices: box.indices.slice(0, 30) };
    const cut = cutPart(open, at('z', 5));
    expect(cut.areaMm2).toBeNull();
    expect(cut.lengthMm).toBeCloseTo(280, 6);
  });
});
