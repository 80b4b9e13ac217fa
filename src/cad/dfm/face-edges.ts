// Where two faces meet: the angle of material between them, from the mesh that both share at their common edge.
import type { PartUnderTest, Triangle } from './part-under-test.ts';
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
export function faceEdges(part: PartUnderTest): FaceEdge[] {
  const open = new Map<string, Rim>();
  return rimsOf(part).flatMap((rim) => {
    const key = [keyOf(rim.ends[0]), keyOf(rim.ends[1])].sort().join('|');
    const other = open.get(key);
    if (other === undefined) {
      open.set(key, rim);
      return [];
    }
    open.delete(key);
    return other.triangle.face === rim.triangle.face ? [] : meeting(other.triangle, rim);
  });
}

/** An edge of the mesh at which its face ends. */
interface Rim {
  readonly triangle: Triangle;
  readonly ends: readonly [Vector, Vector];
}

/** Within a face each inner edge is walked both ways; what is walked once is its rim. */
function rimsOf({ triangles }: PartUnderTest): Rim[] {
  // The edge by its vertices, and as value its triangle and side in one number: millions of small objects would be slow.
  const once = new Map<number, number>();
  triangles.forEach(({ vertices: [a, b, c] }, index) => {
    walk(once, a, b, index * 3);
    walk(once, b, c, index * 3 + 1);
    walk(once, c, a, index * 3 + 2);
  });
  return [...once.values()].flatMap((place) => {
    const triangle = triangles[Math.trunc(place / 3)];
    const [from, to] = sides[place % 3] ?? sides[0];
    return triangle === undefined
      ? []
      : { triangle, ends: [triangle.corners[from], triangle.corners[to]] as const };
  });
}

function walk(once: Map<number, number>, from: number, to: number, place: number): void {
  if (!once.delete(to * vertexLimit + from)) once.set(from * vertexLimit + to, place);
}

const sides = [
  [0, 1],
  [1, 2],
  [2, 0],
] as const;
/** So that two vertex numbers make one whole number below 2⁵³. */
const vertexLimit = 2 ** 26;

function meeting(first: Triangle, { triangle: second, ends }: Rim): FaceEdge {
  const along = minus(ends[1], ends[0]);
  const convex = dot(first.normal, minus(second.center, ends[0])) < 0;
  const turn = degrees(Math.acos(Math.min(1, Math.max(-1, dot(first.normal, second.normal)))));
  const isOrdered = first.face < second.face;
  return {
    faces: isOrdered ? [first.face, second.face] : [second.face, first.face],
    normals: isOrdered ? [first.normal, second.normal] : [second.normal, first.normal],
    middle: scale(add(ends[0], ends[1]), 0.5),
    direction: unit(along),
    lengthMm: norm(along),
    angleDeg: convex ? 180 - turn : 180 + turn,
  };
}

/** To a tenth of a micrometre: both faces' meshes take the same points of their common edge. */
function keyOf(point: Vector): string {
  return point.map((value) => Math.round(value * 1e4)).join();
}
