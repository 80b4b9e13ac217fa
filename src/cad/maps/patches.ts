// A part's surface divided into small triangles, each of which carries one value of a map.
import { add, cross, dot, minus, norm, scale, unit, type Vector } from '../dfm/vectors.ts';
import type { PartMesh } from '../mesh/part-mesh.ts';

/** Typed arrays, so that they cross from the worker to the page without a copy. */
export interface Patches {
  /** Nine coordinates per patch, mm. */
  readonly corners: Float32Array;
  /** Nine coordinates per patch: smooth normals of the corners, for shading. */
  readonly normals: Float32Array;
  /** Per patch, mm². */
  readonly areas: Float32Array;
  /** The patches of triangle `t` of the part are `firstOf[t]` to `firstOf[t + 1]`. */
  readonly firstOf: Uint32Array;
}

/** A smooth normal further than this from that of its facet (cosine of 30°) is not believed. */
const believable = 0.866;
type Corner = readonly [point: Vector, normal: Vector];

/** The edge length that divides a surface of `areaMm2` into about `count` patches, mm; halved triangles keep about h²/3. */
export function patchEdge(areaMm2: number, count: number): number {
  return Math.sqrt((3 * areaMm2) / count);
}

/** Halves the longest edges of all triangles until none is longer than `edgeMm`. Triangles without an area have no patch. */
export function dividePart(
  part: Pick<PartMesh, 'positions' | 'normals' | 'indices'>,
  edgeMm: number,
): Patches {
  const corners: number[] = [];
  const normals: number[] = [];
  const areas: number[] = [];
  const firstOf = new Uint32Array(part.indices.length / 3 + 1);
  const divide = (a: Corner, b: Corner, c: Corner): void => {
    const [ab, bc, ca] = [apart(a, b), apart(b, c), apart(c, a)];
    const longest = Math.max(ab, bc, ca);
    if (longest <= edgeMm) {
      const area = norm(cross(minus(b[0], a[0]), minus(c[0], a[0]))) / 2;
      if (area < 1e-12) return;
      for (const [point, normal] of [a, b, c]) {
        corners.push(...point);
        normals.push(...normal);
      }
      areas.push(area);
    } else if (longest === ab) halve(a, b, c);
    else if (longest === bc) halve(b, c, a);
    else halve(c, a, b);
  };
  const halve = (a: Corner, b: Corner, far: Corner): void => {
    const middle: Corner = [scale(add(a[0], b[0]), 0.5), unit(add(a[1], b[1]))];
    divide(a, middle, far);
    divide(middle, b, far);
  };
  for (let triangle = 0; triangle + 1 < firstOf.length; triangle += 1) {
    firstOf[triangle] = areas.length;
    const [a, b, c] = cornersOf(part, triangle);
    divide(a, b, c);
  }
  firstOf[firstOf.length - 1] = areas.length;
  return {
    corners: Float32Array.from(corners),
    normals: Float32Array.from(normals),
    areas: Float32Array.from(areas),
    firstOf,
  };
}

/** Surface of a part, mm². */
export function surfaceArea({ positions, indices }: Pick<PartMesh, 'positions' | 'indices'>): number {
  const corner = (at: number): Vector => {
    const index = (indices[at] ?? 0) * 3;
    return [positions[index] ?? 0, positions[index + 1] ?? 0, positions[index + 2] ?? 0];
  };
  let twice = 0;
  for (let at = 0; at < indices.length; at += 3) {
    const a = corner(at);
    twice += norm(cross(minus(corner(at + 1), a), minus(corner(at + 2), a)));
  }
  return twice / 2;
}

/** Middle of a patch and its outward normal, of length 1. */
export function patchAt({ corners, normals }: Patches, patch: number): { point: Vector; normal: Vector } {
  return { point: middleOf(corners, patch), normal: unit(middleOf(normals, patch)) };
}

function middleOf(values: Float32Array, patch: number): Vector {
  const at = patch * 9;
  const mean = (axis: number): number =>
    ((values[at + axis] ?? 0) + (values[at + axis + 3] ?? 0) + (values[at + axis + 6] ?? 0)) / 3;
  return [mean(0), mean(1), mean(2)];
}

function cornersOf(
  { positions, normals, indices }: Pick<PartMesh, 'positions' | 'normals' | 'indices'>,
  triangle: number,
): [Corner, Corner, Corner] {
  const read = (from: Float32Array, which: number): Vector => {
    const at = (indices[triangle * 3 + which] ?? 0) * 3;
    return [from[at] ?? 0, from[at + 1] ?? 0, from[at + 2] ?? 0];
  };
  const [a, b, c] = [read(positions, 0), read(positions, 1), read(positions, 2)];
  const facet = unit(cross(minus(b, a), minus(c, a)));
  const smooth = (which: number): Vector => {
    const normal = unit(read(normals, which));
    return dot(normal, facet) >= believable ? normal : facet;
  };
  return [
    [a, smooth(0)],
    [b, smooth(1)],
    [c, smooth(2)],
  ];
}

function apart(a: Corner, b: Corner): number {
  return norm(minus(a[0], b[0]));
}
