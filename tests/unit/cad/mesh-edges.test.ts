// Welding, sides and smooth normals of meshes, on solids whose counts are known: box, open box, and a bar of 64 sides.
import { describe, expect, test } from 'vitest';
import { facetNormals, meshEdges } from '../../../src/cad/mesh/mesh-edges.ts';
import { smoothNormals } from '../../../src/cad/mesh/smooth-normals.ts';
import { weldPoints } from '../../../src/cad/mesh/weld-points.ts';
import { barPart, boxPart } from '../renderer/viewer/box-part.ts';

/** Corners repeated for every facet, as STL writes them, and welded again. */
function rewelded({ positions, indices }: ReturnType<typeof boxPart>) {
  const loose = Float32Array.from(
    [...indices].flatMap((index) => [...positions.subarray(index * 3, index * 3 + 3)]),
  );
  const { points, idOf } = weldPoints(loose);
  return { points, indices: idOf, facets: facetNormals(points, idOf) };
}

test('corners that were repeated for every facet become one; 0 and −0 are the same place', () => {
  const box = boxPart([0, 0, 0], [100, 80, 20]);
  expect(rewelded(box).points).toHaveLength(8 * 3);
  const { points, idOf } = weldPoints(Float32Array.of(0, 1, -0, -0, 1, 0, 0, 1.000001, 0));
  expect([...idOf]).toEqual([0, 0, 1]);
  expect(points).toHaveLength(6);
});

describe('sides', () => {
  test('of a box: 12 sharp ones, and none across its faces', () => {
    const { indices, facets } = rewelded(boxPart([0, 0, 0], [100, 80, 20]));
    const { sharp, isClosed } = meshEdges(indices, facets, 25);
    expect([sharp.length / 2, isClosed]).toEqual([12, true]);
  });

  test('of a box without a lid: its rim is open', () => {
    const box = boxPart([0, 0, 0], [1, 1, 1]);
    const { indices, facets } = rewelded({ ...box, indices: box.indices.slice(6) });
    const { sharp, isClosed } = meshEdges(indices, facets, 180);
    expect([sharp.length / 2, isClosed]).toEqual([4, false]);
  });

  test('that run the same way twice are no closed mesh: one facet is turned', () => {
    const box = boxPart([0, 0, 0], [1, 1, 1]);
    const [a = 0, b = 0, c = 0, ...rest] = box.indices;
    const { indices, facets } = rewelded({ ...box, indices: Uint32Array.from([a, c, b, ...rest]) });
    expect(meshEdges(indices, facets, 180).isClosed).toBe(false);
  });

  test('of a bar of 64 sides: its two rims', () => {
    const { indices, facets } = rewelded(barPart([0, 0], 8, 30));
    expect(meshEdges(indices, facets, 25).sharp.length / 2).toBe(128);
  });
});

describe('smooth normals', () => {
  test('of a box are those of its faces: every corner is split in three', () => {
    const { points, indices, facets } = rewelded(boxPart([0, 0, 0], [100, 80, 20]));
    const shaded = smoothNormals(points, indices, { facets, creaseDegrees: 25 });
    expect(shaded.positions).toHaveLength(24 * 3);
    for (let at = 0; at < shaded.normals.length; at += 3)
      expect(
        [...shaded.normals.subarray(at, at + 3)].map((part) => part ** 2).toSorted((a, b) => a - b),
      ).toEqual([0, 0, 1]);
  });

  test('of a bar point away from its axis, and along it on its ends', () => {
    const { points, indices, facets } = rewelded(barPart([0, 0], 8, 30));
    const { positions, normals } = smoothNormals(points, indices, { facets, creaseDegrees: 25 });
    for (let at = 0; at < normals.length; at += 3) {
      const [x = 0, y = 0] = positions.subarray(at, at + 3);
      const [nx = 0, ny = 0, nz = 0] = normals.subarray(at, at + 3);
      // Two facets of one side share a corner with one of the next: the mean leans by less than half a side, 2.8°.
      if (Math.abs(nz) < 0.5) expect((nx * x + ny * y) / 8).toBeGreaterThan(Math.cos((2.82 * Math.PI) / 180));
      else expect(Math.abs(nz)).toBeCloseTo(1, 6);
    }
  });
});
