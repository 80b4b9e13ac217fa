// Measuring: every number is checked against the coordinates that the solids were made from.
import { describe, expect, it } from 'vitest';
import { labelOf, measureBetween } from '../../../../src/renderer/viewer/model/measure.ts';
import type { Picked } from '../../../../src/renderer/viewer/model/picked.ts';
import { barPart, boxPart, modelOf } from './box-part.ts';

const model = modelOf(
  boxPart([0, 0, 0], [100, 80, 20]),
  barPart([0, 0], 5, 30),
  barPart([30, 40], 10, 30),
  barPart([0, 0], 8, 30),
);
const measure = (a: Picked, b: Picked) => measureBetween(model, [a, b], 'm1');
const face = (face: number, point: readonly [number, number, number], normal: [number, number, number]) =>
  ({ kind: 'face', part: 0, face, point, normal }) as const;
const top = face(1, [10, 10, 20], [0, 0, 1]);
const cylinder = (part: number): Picked => ({
  kind: 'face',
  part,
  face: 0,
  point: [0, 0, 7],
  normal: [1, 0, 0],
});
const rim = (part: number, edge: number): Picked => {
  const point = model.parts[part]?.edges[edge]?.centerMm;
  if (point == null) throw new Error('The rim has no centre.');
  return { kind: 'centre', part, edge, point };
};
const edge = (edge: number, point: [number, number, number]): Picked => ({
  kind: 'edge',
  part: 0,
  edge,
  point,
});

describe('measuring', () => {
  it('takes the distance of parallel planes square to them, wherever they were pressed', () => {
    const found = measure(top, face(0, [90, 70, 0], [0, 0, -1]));
    expect(found).toMatchObject({ distanceMm: 20, angleDegrees: 0, isExact: true, what: 'parallel planes' });
    expect(found.to).toEqual([10, 10, 0]);
  });

  it('takes the angle of planes that meet', () => {
    const slope = Math.PI / 6;
    const tilted = face(5, [100, 40, 10], [Math.cos(slope), 0, Math.sin(slope)]);
    const found = measure(top, tilted);
    expect(found.angleDegrees).toBeCloseTo(60, 9);
    expect(labelOf(found, 'mm')).toBe('60°');
  });

  it('takes axis to axis of parallel cylinders, and the gap between them (3-4-5 triangle)', () => {
    expect(measure(cylinder(1), cylinder(2))).toMatchObject({
      distanceMm: 50,
      rimToRimMm: 35,
      isExact: true,
    });
  });

  it('gives the wall between cylinders one within the other', () => {
    expect(measure(cylinder(1), cylinder(3))).toMatchObject({ distanceMm: 0, rimToRimMm: 3 });
  });

  it('gives no rim to rim for circles that do not lie in one plane', () => {
    expect(measure(rim(1, 0), rim(2, 0))).toMatchObject({ distanceMm: 50, rimToRimMm: 35 });
    const across = measure(rim(1, 0), rim(2, 1));
    expect(across.distanceMm).toBeCloseTo(Math.hypot(30, 40, 30), 12);
    expect(across.rimToRimMm).toBeNull();
  });

  it('takes parallel edges square to them and crossing ones by their angle', () => {
    const bottomFront = edge(0, [77, 0, 0]);
    expect(measure(bottomFront, edge(3, [3, 0, 20]))).toMatchObject({ distanceMm: 20, isExact: true });
    expect(measure(bottomFront, edge(1, [0, 5, 0])).angleDegrees).toBeCloseTo(90, 9);
  });

  it('takes a point square to a plane, to a cut, and to an edge', () => {
    const corner: Picked = { kind: 'vertex', part: 0, point: [100, 80, 20] };
    expect(measure(corner, face(0, [1, 1, 0], [0, 0, -1]))).toMatchObject({ distanceMm: 20, isExact: true });
    const cut: Picked = { kind: 'cut', part: 0, point: [0, 30, 0], normal: [0, -1, 0] };
    expect(measure(cut, corner)).toMatchObject({ distanceMm: 50, to: [100, 80, 20], isExact: true });
    expect(measure(corner, edge(0, [1, 0, 0])).distanceMm).toBeCloseTo(Math.hypot(80, 20), 12);
  });

  it('says when an end is known from the mesh alone', () => {
    const mesh = modelOf({
      ...boxPart([0, 0, 0], [1, 1, 1]),
      faces: [{ first: 0, count: 12, type: 'unknown', areaMm2: null, radiusMm: null, axis: null }],
    });
    const found = measureBetween(
      mesh,
      [
        { kind: 'face', part: 0, face: 0, point: [0, 0, 0], normal: [0, 0, 1] },
        { kind: 'vertex', part: 0, point: [3, 4, 0] },
      ],
      'm1',
    );
    expect(found).toMatchObject({ distanceMm: 5, isExact: false });
    expect(labelOf(found, 'mm')).toBe('≈ 5 mm');
    expect(labelOf(found, 'in')).toBe('≈ 0.1969 in');
  });
});
