// Section planes: what is kept, and the outlines they cut; areas and lengths against their closed forms.
import { describe, expect, it } from 'vitest';
import {
  isKept,
  middleSection,
  type Section,
  type SectionAxis,
  sectionAt,
  sectionRange,
} from '../../../../src/renderer/viewer/model/section.ts';
import { sectionFromPicked } from '../../../../src/renderer/viewer/model/section-from-picked.ts';
import { cutPart, sumContours } from '../../../../src/renderer/viewer/model/section-contour.ts';
import { barPart, boxPart, modelOf } from './box-part.ts';

const box = boxPart([0, 0, 0], [100, 80, 20]);
const bounds = { min: [0, 0, 0], max: [100, 80, 20] } satisfies Parameters<typeof middleSection>[0];
const at = (axis: SectionAxis, offsetMm: number, isFlipped = false): Section => ({
  ...middleSection(bounds, axis),
  offsetMm,
  isFlipped,
});

describe('section planes', () => {
  it('keep one side and, flipped, the other; the plane itself belongs to both', () => {
    const cut = at('y', 40);
    expect([39, 41, 40].map((y) => isKept([cut], [0, y, 0]))).toEqual([true, false, true]);
    expect([39, 41].map((y) => isKept([at('y', 40, true)], [0, y, 0]))).toEqual([false, true]);
    expect(isKept([], [0, 41, 0])).toBe(true);
    expect([39, 41].map((y) => isKept([at('x', 10), cut], [5, y, 0]))).toEqual([true, false]);
  });

  it('begin in the middle, open towards the eye, and reach from end to end', () => {
    const wide = { min: [-10, 0, 5], max: [30, 80, 25] } satisfies typeof bounds;
    expect(middleSection(wide, 'x')).toMatchObject({ offsetMm: 10, isFlipped: false });
    expect(middleSection(wide, 'y', [0.5, -0.7, 0.5])).toMatchObject({ offsetMm: 40, isFlipped: true });
    expect(sectionRange(wide, middleSection(wide, 'z'))).toEqual([5, 25]);
    // Square to (1, 1, 0)/√2 through the origin, a cube of 10 mm reaches from 0 to 10·√2.
    const [low, high] = sectionRange(
      { min: [0, 0, 0], max: [10, 10, 10] },
      sectionAt('edge', [0, 0, 0], [3, 3, 0]),
    );
    expect([low, high]).toEqual([0, expect.closeTo(10 * Math.SQRT2, 12)]);
  });

  it.each([
    ['x', 33, 80 * 20, 2 * (80 + 20)],
    ['y', 12.5, 100 * 20, 2 * (100 + 20)],
    ['z', 7, 100 * 80, 2 * (100 + 80)],
  ] as const)('cut a box across %s into a rectangle', (axis, offset, area, length) => {
    for (const isFlipped of [false, true]) {
      const cut = cutPart(box, at(axis, offset, isFlipped));
      expect(cut.areaMm2).toBeCloseTo(area, 6);
      expect(cut.lengthMm).toBeCloseTo(length, 6);
    }
  });

  it('cut a cube across its space diagonal into the regular hexagon: side a/√2, area 3√3/4 a²', () => {
    const cube = boxPart([0, 0, 0], [10, 10, 10]);
    const cut = cutPart(cube, sectionAt('face', [5, 5, 5], [1, 1, 1]));
    expect(cut.areaMm2).toBeCloseTo(((3 * Math.sqrt(3)) / 4) * 100, 4);
    expect(cut.lengthMm).toBeCloseTo((6 * 10) / Math.SQRT2, 4);
  });

  it('cut each other: of a cut face only what the other planes keep is left', () => {
    const cut = cutPart(box, at('z', 5), [at('x', 30), at('y', 60, true)]);
    expect(cut.areaMm2).toBeCloseTo(30 * 20, 5);
    expect(cut.lengthMm).toBeCloseTo(2 * (30 + 20), 5);
    expect(cutPart(box, at('z', 5), [at('x', 30), at('x', 60, true)])).toMatchObject({
      areaMm2: 0,
      lengthMm: 0,
    });
    // A polygon of 64 corners, halved: the outline is closed along the diameter.
    const half = cutPart(barPart([3, 4], 5, 30), at('z', 10), [at('x', 3)]);
    expect(half.areaMm2).toBeCloseTo(16 * 25 * Math.sin((2 * Math.PI) / 64), 4);
    expect(half.lengthMm).toBeCloseTo(64 * 5 * Math.sin(Math.PI / 64) + 10, 4);
  });

  it('close the outline round a hole: a tube halved along its axis shows two walls', () => {
    const bore = barPart([0, 0], 5, 30);
    const tube = {
      ...barPart([0, 0], 8, 30),
      positions: Float32Array.from([...barPart([0, 0], 8, 30).positions, ...bore.positions]),
      indices: Uint32Array.from([
        ...barPart([0, 0], 8, 30).indices,
        ...bore.indices.toReversed().map((index) => index + bore.positions.length / 3),
      ]),
    };
    const ring = cutPart(tube, at('z', 10), [at('x', 0)]);
    const polygon = (radius: number): number => 16 * radius ** 2 * Math.sin((2 * Math.PI) / 64);
    expect(ring.areaMm2).toBeCloseTo(polygon(8) - polygon(5), 4);
    expect(ring.lengthMm).toBeCloseTo(64 * 13 * Math.sin(Math.PI / 64) + 2 * 3, 4);
  });

  it('cut a faceted bar into its regular polygon: area n/2 r² sin(2π/n), length 2 n r sin(π/n)', () => {
    const cut = cutPart(barPart([3, 4], 5, 30), at('z', 10));
    expect(cut.areaMm2).toBeCloseTo(32 * 25 * Math.sin((2 * Math.PI) / 64), 4);
    expect(cut.lengthMm).toBeCloseTo(128 * 5 * Math.sin(Math.PI / 64), 4);
  });

  it('cut nothing beside the part nor in its face, and sum what several parts give', () => {
    expect(cutPart(box, at('x', 101))).toMatchObject({ lengthMm: 0, areaMm2: 0 });
    expect(cutPart(box, at('z', 20 + 1e-5))).toMatchObject({ lengthMm: 0, areaMm2: 0 });
    expect(cutPart(box, at('z', 20 - 1e-5, true)).areaMm2).toBeCloseTo(8000, 6);
    const cuts = [cutPart(box, at('z', 5)), cutPart(boxPart([200, 0, 0], [210, 10, 20]), at('z', 5))];
    expect(sumContours(cuts).areaMm2).toBeCloseTo(8100, 6);
  });

  it('give no area for an open shell', () => {
    const open = { ...box, indices: box.indices.slice(0, 30) };
    const cut = cutPart(open, at('z', 5));
    expect(cut.areaMm2).toBeNull();
    expect(cut.lengthMm).toBeCloseTo(280, 6);
    expect(cutPart(open, at('z', 5), [at('y', 60)]).areaMm2).toBeNull();
  });
});

describe('a section plane from what was picked', () => {
  const model = modelOf(box, barPart([120, 20], 8, 30));
  const toward = [0.5, -0.7, 0.5] as const;

  it('lies in a flat face and takes away what is outside of it', () => {
    const top = { kind: 'face', part: 0, face: 1, point: [10, 10, 20], normal: [0, 0, 1] } as const;
    const plane = sectionFromPicked(model, top, toward);
    expect(plane).toMatchObject({ kind: 'face', baseMm: 20, offsetMm: 0, direction: [0, 0, 1] });
    expect(cutPart(box, { ...sectionAt('face', [0, 0, 20], [0, 0, 1]), offsetMm: -5 }).areaMm2).toBeCloseTo(
      8000,
      6,
    );
  });

  it('runs through the axis of a cylinder and of a circle, open towards the eye', () => {
    const wall = { kind: 'face', part: 1, face: 0, point: [128, 20, 5], normal: [1, 0, 0] } as const;
    const rim = { kind: 'edge', part: 1, edge: 0, point: [128, 20, 0] } as const;
    const centre = { kind: 'centre', part: 1, edge: 0, point: [120, 20, 0] } as const;
    expect(sectionFromPicked(model, wall, toward)).toMatchObject({
      kind: 'axis',
      direction: [expect.closeTo(0, 12), -1, expect.closeTo(0, 12)],
      baseMm: -20,
    });
    for (const picked of [rim, centre])
      expect(sectionFromPicked(model, picked, toward)?.baseMm).toBeCloseTo(-20, 6);
  });

  it('stands square to a straight edge, and there is none at a vertex', () => {
    const edge = { kind: 'edge', part: 0, edge: 0, point: [77, 0, 0] } as const;
    expect(sectionFromPicked(model, edge, toward)).toMatchObject({ kind: 'edge', baseMm: 77 });
    expect(sectionFromPicked(model, { kind: 'vertex', part: 0, point: [0, 0, 0] }, toward)).toBeNull();
  });
});
