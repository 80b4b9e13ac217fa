// What the checks look at: all triangles of a model with their faces, and rays into them.
import type { FaceInfo, PartMesh } from '../mesh/part-mesh.ts';
import { openRayCaster, type RayCaster } from './ray-caster.ts';
import { add, cross, minus, norm, scale, unit, type Vector } from './vectors.ts';

/** A B-rep face and its triangles, which are `first` to `first + count` of the whole model. */
export interface TestFace extends FaceInfo {
  /** Which part of the model, and which of that part's faces. */
  readonly part: number;
  readonly face: number;
}

export interface Triangle {
  readonly corners: readonly [Vector, Vector, Vector];
  /** Numbers of the corners; within a face equal numbers are equal points. */
  readonly vertices: readonly [number, number, number];
  /** Outward, of length one. */
  readonly normal: Vector;
  readonly center: Vector;
  readonly areaMm2: number;
  /** Index into `faces`. */
  readonly face: number;
}

export interface PartUnderTest extends RayCaster {
  readonly triangles: readonly Triangle[];
  readonly faces: readonly TestFace[];
  readonly box: { readonly min: Vector; readonly max: Vector };
  /** Largest distance of the mesh from the true surface, mm. */
  readonly deflectionMm: number;
}

/** Gathers the parts of a model, mm; triangles without an area are left out. */
export function partUnderTest(parts: readonly PartMesh[], deflectionMm: number): PartUnderTest {
  const faces: TestFace[] = [];
  const triangles: Triangle[] = [];
  let firstVertex = 0;
  parts.forEach((mesh, part) => {
    mesh.faces.forEach((info, face) => {
      const first = triangles.length;
      for (let at = info.first; at < info.first + info.count; at += 1) {
        const made = triangleOf(mesh, at, { face: faces.length, firstVertex });
        if (made.areaMm2 > 1e-12) triangles.push(made);
      }
      faces.push({ ...info, first, count: triangles.length - first, part, face });
    });
    firstVertex += mesh.positions.length / 3;
  });
  const corners = Float32Array.from(triangles.flatMap((triangle) => triangle.corners.flat()));
  return { triangles, faces, box: boxOf(triangles), deflectionMm, ...openRayCaster(corners) };
}

/** The triangles of one face. */
export function trianglesOf({ triangles }: PartUnderTest, { first, count }: TestFace): readonly Triangle[] {
  return triangles.slice(first, first + count);
}

function triangleOf(
  { positions, indices }: PartMesh,
  at: number,
  { face, firstVertex }: { readonly face: number; readonly firstVertex: number },
): Triangle {
  const vertex = (which: number): number => indices[at * 3 + which] ?? 0;
  const corner = (which: number): Vector => {
    const index = vertex(which) * 3;
    return [positions[index] ?? 0, positions[index + 1] ?? 0, positions[index + 2] ?? 0];
  };
  const [a, b, c] = [corner(0), corner(1), corner(2)];
  const across = cross(minus(b, a), minus(c, a));
  return {
    corners: [a, b, c],
    vertices: [firstVertex + vertex(0), firstVertex + vertex(1), firstVertex + vertex(2)],
    normal: unit(across),
    center: scale(add(add(a, b), c), 1 / 3),
    areaMm2: norm(across) / 2,
    face,
  };
}

function boxOf(triangles: readonly Triangle[]): PartUnderTest['box'] {
  const min: [number, number, number] = [Infinity, Infinity, Infinity];
  const max: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (const { corners } of triangles) {
    for (const corner of corners) {
      for (const axis of [0, 1, 2] as const) {
        min[axis] = Math.min(min[axis], corner[axis]);
        max[axis] = Math.max(max[axis], corner[axis]);
      }
    }
  }
  return { min, max };
}
