// Maps of walls, overhang and draft, against the closed forms of box, tube, wedge, cone and sphere.
import { describe, expect, test } from 'vitest';
import { computeMap, type MapRequest, type PartMap } from '../../../src/cad/maps/compute-map.ts';
import { dividePart, patchAt, surfaceArea } from '../../../src/cad/maps/patches.ts';
import type { Vector } from '../../../src/cad/dfm/vectors.ts';
import { barPart, boxPart } from '../renderer/viewer/box-part.ts';

const degrees = (radians: number): number => (radians * 180) / Math.PI;

function mapOf(part: Parameters<typeof computeMap>[0][number], request: MapRequest): PartMap {
  const [map] = computeMap([part], request, () => {});
  if (map === undefined) throw new Error('there is no map');
  return map;
}

/** Every patch with its middle, normal and value. */
function patchesOf(map: PartMap) {
  return Array.from(map.values, (value, patch) => ({ ...patchAt(map, patch), value, patch }));
}

/** How far the value furthest from what is wanted is off; silent patches must be wanted silent (NaN). */
function worst(map: PartMap, wanted: (patch: ReturnType<typeof patchesOf>[number]) => number): number {
  return patchesOf(map).reduce((most, patch) => {
    const goal = wanted(patch);
    if (Number.isNaN(goal) && Number.isNaN(patch.value)) return most;
    const off = Math.abs(patch.value - goal);
    return Number.isNaN(off) ? Infinity : Math.max(most, off);
  }, 0);
}

/** A solid from triangles by their points: normals are left to the facets. */
function solid(facets: readonly (readonly [Vector, Vector, Vector])[]) {
  const positions = Float32Array.from(facets.flat(2));
  return {
    positions,
    normals: new Float32Array(positions.length),
    indices: Uint32Array.from({ length: positions.length / 3 }, (_, index) => index),
  };
}

/** A sphere about the origin by longitude and latitude, with its true normals. */
function sphere(radius: number) {
  const [across, up] = [96, 48];
  const at = (turn: number, rise: number): Vector => {
    const [angle, tilt] = [(turn / across) * 2 * Math.PI, (rise / up - 0.5) * Math.PI];
    return [
      radius * Math.cos(tilt) * Math.cos(angle),
      radius * Math.cos(tilt) * Math.sin(angle),
      radius * Math.sin(tilt),
    ];
  };
  const facets: [Vector, Vector, Vector][] = [];
  for (let turn = 0; turn < across; turn += 1) {
    for (let rise = 0; rise < up; rise += 1) {
      const [a, b, c, d] = [at(turn, rise), at(turn + 1, rise), at(turn + 1, rise + 1), at(turn, rise + 1)];
      facets.push([a, b, c], [a, c, d]);
    }
  }
  const part = solid(facets);
  return { ...part, normals: part.positions.map((value) => value / radius) };
}

describe('patches', () => {
  test('divide the surface without losing any of it, and none has a longer edge than asked', () => {
    const box = boxPart([0, 0, 0], [100, 80, 20]);
    const patches = dividePart(box, 5);
    expect(surfaceArea(box)).toBeCloseTo(2 * (8000 + 2000 + 1600), 6);
    expect(patches.areas.reduce((sum, area) => sum + area, 0)).toBeCloseTo(23_200, 1);
    for (let at = 0; at < patches.corners.length; at += 9) {
      for (const [from, to] of [
        [0, 3],
        [3, 6],
        [6, 0],
      ] as const)
        expect(
          Math.hypot(
            ...[0, 1, 2].map(
              (axis) => (patches.corners[at + from + axis] ?? 0) - (patches.corners[at + to + axis] ?? 0),
            ),
          ),
        ).toBeLessThanOrEqual(5 + 1e-5);
    }
    expect(patches.firstOf).toHaveLength(13);
    expect(patches.firstOf.at(-1)).toBe(patches.areas.length);
  });
});

describe('wall thickness', () => {
  test('of a box is its extent along the face it is looked at from', () => {
    const map = mapOf(boxPart([10, 20, 30], [110, 100, 50]), { kind: 'thickness' });
    const extents = [100, 80, 20];
    const facing = (normal: Vector): number => normal.findIndex((part) => Math.abs(part) > 0.9);
    expect(worst(map, ({ normal }) => extents[facing(normal)] ?? 0)).toBeLessThan(1e-3);
  });

  test('of a tube wall is the difference of the radii, but for the flats of its 64 sides', () => {
    const [outer, inner] = [barPart([0, 0], 8, 30), barPart([0, 0], 5, 30)];
    const caps = (part: typeof outer): Uint32Array => part.indices.slice(0, 64 * 6);
    const shift = outer.positions.length / 3;
    const tube = {
      positions: Float32Array.from([...outer.positions, ...inner.positions]),
      normals: new Float32Array(outer.positions.length * 2),
      indices: Uint32Array.from([
        ...caps(outer),
        ...caps(inner)
          .toReversed()
          .map((index) => index + shift),
      ]),
    };
    const map = mapOf(tube, { kind: 'thickness' });
    const flat = 1 - Math.cos(Math.PI / 64);
    const outside = ({ point, value }: { point: Vector; value: number }): number =>
      Math.hypot(point[0], point[1]) < 6.5 ? value : 3;
    expect(worst(map, outside)).toBeLessThan((8 + 5) * flat);
  });

  test('of a wedge grows with the tangent of its angle: over x mm from the tip, x·tan 10°', () => {
    const rise = 40 * Math.tan((10 * Math.PI) / 180);
    const [a, b, c]: Vector[] = [
      [0, 0, 0],
      [40, 0, 0],
      [40, 0, rise],
    ];
    const [d, e, f]: Vector[] = [
      [0, 30, 0],
      [40, 30, 0],
      [40, 30, rise],
    ];
    if (!a || !b || !c || !d || !e || !f) throw new Error('a corner is missing');
    const wedge = solid([
      [a, b, c],
      [d, f, e],
      [a, d, e],
      [a, e, b],
      [b, e, f],
      [b, f, c],
      [a, c, f],
      [a, f, d],
    ]);
    const map = mapOf(wedge, { kind: 'thickness' });
    const below = patchesOf(map).filter(({ normal }) => normal[2] < -0.99);
    expect(below.length).toBeGreaterThan(1000);
    const off = below.map(({ point, value }) => Math.abs(value - point[0] * Math.tan((10 * Math.PI) / 180)));
    expect(Math.max(...off)).toBeLessThan(1e-3);
  });

  test('of a solid ball is its diameter, but for its flats', () => {
    const map = mapOf(sphere(10), { kind: 'thickness' });
    expect(worst(map, () => 20)).toBeLessThan(20 * (1 - Math.cos(Math.PI / 48)) + 1e-3);
  });

  test('is silent where there is no other side', () => {
    const box = boxPart([0, 0, 0], [10, 10, 10]);
    const open = { ...box, indices: box.indices.slice(0, 6) };
    expect(patchesOf(mapOf(open, { kind: 'thickness' })).every(({ value }) => Number.isNaN(value))).toBe(
      true,
    );
  });
});

describe('overhang', () => {
  test('of a ball is the latitude below its equator: the cap beyond 45° has 2πr²(1 − sin 45°)', () => {
    const map = mapOf(sphere(10), { kind: 'overhang', direction: [0, 0, 7] });
    const steep = patchesOf(map).filter(({ value }) => value > 45);
    const latitude = (point: Vector): number => degrees(Math.asin(point[2] / Math.hypot(...point)));
    const off = steep.map(({ point, value }) => Math.abs(value + latitude(point)));
    expect(Math.max(...off)).toBeLessThan(0.1);
    const area = steep.reduce((sum, { patch }) => sum + (map.areas[patch] ?? 0), 0);
    const cap = 2 * Math.PI * 100 * (1 - Math.sin(Math.PI / 4));
    // What lies on the plate is silent: it hangs over nothing.
    const onPlate = patchesOf(map).filter(({ value }) => Number.isNaN(value));
    const plate = onPlate.reduce((sum, { patch }) => sum + (map.areas[patch] ?? 0), 0);
    expect(Math.abs(area + plate - cap) / cap).toBeLessThan(0.01);
  });

  test('of a box is 0 at its walls, −90 on top, and silent on the plate, whichever way it is built', () => {
    const box = boxPart([0, 0, 0], [100, 80, 20]);
    for (const [direction, axis] of [
      [[0, 0, 1], 2],
      [[-1, 0, 0], 0],
    ] as const) {
      const off = worst(mapOf(box, { kind: 'overhang', direction }), ({ normal }) => {
        const along = normal[axis] * (direction[axis] ?? 0);
        if (along < -0.5) return Number.NaN;
        return along > 0.5 ? -90 : 0;
      });
      expect(off).toBeLessThan(1e-5);
    }
  });
});

describe('draft', () => {
  test('of a block with 3° of draft is 3° on its walls, and changes its sign with the pull', () => {
    const [low, high] = [20, 20 - 15 * Math.tan((3 * Math.PI) / 180)];
    const rim = (half: number, z: number): Vector[] => [
      [-half, -half, z],
      [half, -half, z],
      [half, half, z],
      [-half, half, z],
    ];
    const [bottom, top] = [rim(low, 0), rim(high, 15)];
    const walls = [0, 1, 2, 3].flatMap((side): [Vector, Vector, Vector][] => {
      const [a, b, c, d] = [bottom[side], bottom[(side + 1) % 4], top[(side + 1) % 4], top[side]];
      return a && b && c && d
        ? [
            [a, b, c],
            [a, c, d],
          ]
        : [];
    });
    for (const [direction, wanted] of [
      [[0, 0, 1], 3],
      [[0, 0, -2], -3],
    ] as const) {
      const map = mapOf(solid(walls), { kind: 'draft', direction });
      expect(worst(map, () => wanted)).toBeLessThan(1e-4);
    }
  });

  test('a direction without a length is refused, and the sentence names it', () => {
    const box = boxPart([0, 0, 0], [1, 1, 1]);
    expect(() => mapOf(box, { kind: 'draft', direction: [0, 0, 0] })).toThrow('direction must have a length');
  });
});

test('progress is told from 0 to 1, and a map of 60,000 patches has about that many', () => {
  const told: number[] = [];
  const [map] = computeMap([boxPart([0, 0, 0], [100, 80, 20])], { kind: 'thickness' }, (part) =>
    told.push(part),
  );
  expect(told.length).toBeGreaterThan(10);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(told.every((part) => part > 0 && part <= 1)).toBe(true);
  expect(map?.values.length).toBeGreaterThan(30_000);
  expect(map?.values.length).toBeLessThan(120_000);
});
