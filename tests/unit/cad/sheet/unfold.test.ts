// Flat patterns against the arithmetic of the bend: straight pieces, and each bend's angle times (r + K · s).
import { makeBaseBox, makeCylinder } from 'replicad';
import { beforeAll, describe, expect, test } from 'vitest';
import { builders } from '../../../../src/cad/kernel/builders.ts';
import { loadOpenCascade } from '../../../../src/cad/kernel/open-cascade.ts';
import { unfold } from '../../../../src/cad/kernel/unfold/unfold.ts';
import { writeDxf } from '../../../../src/cad/drawing/write-dxf.ts';
import { bendAllowance, bendDeduction, dinKFactor } from '../../../../src/cad/sheet/bend-allowance.ts';
import { flatDrawing } from '../../../../src/cad/sheet/flat-drawing.ts';
import { pointsOf, readDxf } from '../drawing/read-dxf.ts';
import { bentStrip } from './bent-strip.ts';

beforeAll(() => loadOpenCascade());

const choice = { name: 'the part', kFactor: null };

describe('[P-FLAT-2] the length of a bend in the flat', () => {
  test('DIN 6935: k = 0.65 + 0.5 lg(r/s), at most 1, of half the thickness', () => {
    expect(dinKFactor({ radiusMm: 3, thicknessMm: 3 })).toBeCloseTo(0.325, 12);
    expect(dinKFactor({ radiusMm: 10, thicknessMm: 1 })).toBe(0.5);
    expect(dinKFactor({ radiusMm: 2, thicknessMm: 1 })).toBeCloseTo((0.65 + 0.150515) / 2, 6);
  });

  test("Machinery's Handbook, soft steel and aluminium at 90°: L = 0.64 T + 1.57 R", () => {
    const size = { radiusMm: 4, thicknessMm: 2, angleRad: Math.PI / 2 };
    const k = 0.64 / (Math.PI / 2);
    expect(Math.abs(bendAllowance(size, k) - (0.64 * 2 + 1.57 * 4))).toBeLessThan(0.005);
    // Two legs of 50 outside: 100 less the deduction is the developed length.
    expect(100 - (bendDeduction(size, k) ?? 0)).toBeCloseTo(2 * (50 - 6) + bendAllowance(size, k), 12);
  });
});

describe('parts whose flat is known', () => {
  test('an L-bracket 50 × 40 × 30 of 3 mm: 44 + 34 + π/2 (3 + 0.325 · 3)', () => {
    const values = { base: 50, upright: 40, width: 30, thickness: 3, bend_radius: 3 };
    const solid = builders['l_bracket']?.({ ...values, hole_count: 2, hole_diameter: 5.5 });
    if (solid === undefined) throw new Error('no L-bracket');
    const flat = unfold(solid, choice);
    const bend = (Math.PI / 2) * 3.975;
    expect(flat).toMatchObject({ thicknessMm: 3, heightMm: 30 });
    expect(flat.widthMm).toBeCloseTo(78 + bend, 9);
    expect(flat.bends).toMatchObject([{ isUp: false, radiusMm: 3, kFactor: 0.325, lengthMm: 30 }]);
    // Holes in the middle of the straight piece of each leg: 28 from the outer corner, so 22 from the end, and 17.
    const centers = flat.holes
      .map(([hole]) => (hole?.shape === 'arc' ? hole.center : [0, 0]))
      .toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
    expect(centers).toHaveLength(2);
    [17, 78 + bend - 22].forEach((x, index) => {
      expect(centers[index]?.[0]).toBeCloseTo(x, 9);
      expect(centers[index]?.[1]).toBeCloseTo(15, 9);
    });
    // The bend line lies in the middle of the bend.
    flat.bends[0]?.line.forEach(([x]) => expect(x).toBeCloseTo(34 + bend / 2, 9));
  });

  test('a strip bent 30° left, 120° right, 90° left: every angle, and which way', () => {
    const pieces = [20, 30, 25, 15];
    const solid = bentStrip({ pieces, bends: [30, -120, 90], thickness: 1.5, radius: 2, width: 40 });
    const flat = unfold(solid, { ...choice, kFactor: 0.42 });
    const radians = (240 * Math.PI) / 180;
    expect(Math.max(flat.widthMm, flat.heightMm)).toBeCloseTo(90 + radians * (2 + 0.42 * 1.5), 6);
    expect(Math.min(flat.widthMm, flat.heightMm)).toBeCloseTo(40, 6);
    const byAngle = flat.bends.toSorted((a, b) => a.angleDeg - b.angleDeg);
    byAngle.forEach(({ angleDeg, radiusMm }, index) => {
      expect(angleDeg).toBeCloseTo([30, 90, 120][index] ?? 0, 6);
      expect(radiusMm).toBeCloseTo(2, 6);
    });
    const [small, square, wide] = byAngle.map(({ isUp }) => isUp);
    expect(small).toBe(square);
    expect(wide).toBe(!square);
  });

  test('a hole over a bend and a notch that splits it stay closed contours', () => {
    const strip = bentStrip({ pieces: [40, 40], bends: [90], thickness: 2, radius: 3, width: 60 });
    // The bend lies from y = 40 to 45; the hole is Ø20 along the diagonal of the bend.
    const drill = makeCylinder(4, 40, [30, 30, 15], [0, 1, -1]);
    const notch = makeBaseBox(6, 40, 8).translate([12, 45, -1]);
    const flat = unfold(strip.cut(drill).cut(notch), choice);
    expect(flat.holes.length).toBeGreaterThanOrEqual(1);
    expect(Math.max(flat.widthMm, flat.heightMm)).toBeCloseTo(
      80 + bendAllowance({ radiusMm: 3, thicknessMm: 2, angleRad: Math.PI / 2 }, flat.bends[0]?.kFactor ?? 0),
      6,
    );
    // One bend, though hole and notch leave three pieces of it: 60 less the notch of 6 and at most the hole of 8.
    expect(flat.bends).toHaveLength(1);
    expect(flat.bends[0]?.lengthMm).toBeLessThan(60 - 6);
    expect(flat.bends[0]?.lengthMm).toBeGreaterThan(60 - 6 - 8);
  });

  test('a flat plate is its own outline', () => {
    const flat = unfold(makeBaseBox(80, 50, 4), choice);
    expect(flat).toMatchObject({ thicknessMm: 4, bends: [], holes: [] });
    expect([flat.widthMm, flat.heightMm].map((mm) => Number(mm.toFixed(9)))).toEqual([80, 50]);
  });
});

describe('[P-FLAT-3] what has no flat pattern says why', () => {
  test('a block with a pocket, a ball and a closed tube', () => {
    const pocketed = makeBaseBox(60, 60, 20).cut(makeBaseBox(30, 30, 15).translate([0, 0, 10]));
    expect(() => unfold(pocketed, choice)).toThrow(/no sheet of one thickness/);
    const tube = bentStrip({
      pieces: [20, 40, 40, 40, 20],
      bends: [90, 90, 90, 90],
      thickness: 2,
      radius: 3,
      width: 50,
    });
    // The strip's ends meet: welded together it is a square tube.
    const welded = tube.fuse(makeBaseBox(50, 0.5, 2).translate([25, 0, 0]));
    expect(() => unfold(welded, choice)).toThrow(/closes on itself|does not close|no sheet/);
    expect(() => unfold(makeCylinder(10, 40), choice)).toThrow(/no sheet of one thickness/);
  });
});

test('[P-FLAT-1] the DXF has its layers and sizes, as another reader reads it', () => {
  const solid = bentStrip({ pieces: [30, 30], bends: [90], thickness: 2, radius: 2, width: 50 });
  const flat = unfold(solid.cut(makeCylinder(3, 10, [25, 15, -5])), choice);
  const file = readDxf(writeDxf(flatDrawing(flat, 'Angle')));
  expect(file.layers).toEqual(['0', 'OUTLINE', 'HOLES', 'BEND_UP', 'BEND_DOWN', 'NOTE']);
  expect(file.variable('$INSUNITS')).toBe('4');
  const on = (layer: string) => file.entities.filter((entity) => entity.layer === layer);
  const points = on('OUTLINE').flatMap(pointsOf);
  const long = 60 + (Math.PI / 2) * (2 + 0.325 * 2);
  const spans = [0, 1].map(
    (axis) =>
      Math.max(...points.map((point) => point[axis] ?? 0)) -
      Math.min(...points.map((point) => point[axis] ?? 0)),
  );
  expect(Math.max(...spans)).toBeCloseTo(long, 3);
  expect(Math.min(...spans)).toBeCloseTo(50, 3);
  expect(on('HOLES').map(({ type, number }) => [type, number(40)])).toEqual([['CIRCLE', 3]]);
  expect([...on('BEND_UP'), ...on('BEND_DOWN')].map(({ type }) => type)).toEqual(['LINE']);
  expect(on('NOTE')[0]?.values(1)[0]).toMatch(/^90%%d (up|down) R2$/);
});
