// Where two faces meet: the angle of material between them, from the mesh that both share at their common edge.
import type { PartUnderTest } from './part-under-test.ts';
import { degrees, dot, minus, norm, scale, add, unit, type Vector } from './vectors.ts';

/** A stretch of an edge between two faces. */
export interface FaceEdge {
  /** Indices into `faces`, the smaller first. */
  readonly faces: readonly [number, number];
  readonly normals: readonly [Vector, Vector];
  readonly middle: Vector;
  readonly direction: Vector;
  readonly lengthMm: number;
  /** Degrees of material between the faces: 90 at the edge of a cube, 270 in the corner of a pocket. */
  readonly angleDeg: number;
}

/** Every stretch at which two different faces meet. */
export function faceEdges({ triangles }: PartUnderTest): FaceEdge[] {
  const open = new Map<string, { readonly triangle: number; readonly ends: readonly [Vector, Vector] }>();
  const found: FaceEdge[] = [];
  triangles.forEach(({ corners, face }, index) => {
    for (const [from, to] of [
      [0, 1],
      [1, 2],
      [2, 0],
    ] as const) {
      const ends = [corners[from], corners[to]] as const;
      const key = [keyOf(ends[0]), keyOf(ends[1])].sort().join('|');
      const other = open.get(key);
      if (other === undefined) {
        open.set(key, { triangle: index, ends });
        continue;
      }
      open.delete(key);
      const first = triangles[other.triangle];
      const second = triangles[index];
      if (first === undefined || second === undefined || first.face === face) continue;
      const along = minus(ends[1], ends[0]);
      const convex = dot(first.normal, minus(second.center, ends[0])) < 0;
      const turn = degrees(Math.acos(Math.min(1, Math.max(-1, dot(first.normal, second.normal)))));
      const isOrdered = first.face < face;
      found.push({
        faces: isOrdered ? [first.face, face] : [face, first.face],
        normals: isOrdered ? [first.normal, second.normal] : [second.normal, first.normal],
        middle: scale(add(ends[0], ends[1]), 0.5),
        direction: unit(along),
        lengthMm: norm(along),
        angleDeg: convex ? 180 - turn : 180 + turn,
      });
    }
  });
  return found;
}

/** To a tenth of a micrometre: both faces' meshes take the same points of their common edge. */
function keyOf(point: Vector): string {
  return point.map((value) => Math.round(value * 1e4)).join();
}
