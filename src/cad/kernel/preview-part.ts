// A preview mesh as our part: edges are where faces meet, since the importer gives no curves.
import type { EdgeInfo, FaceInfo, PartMesh } from '../mesh/part-mesh.ts';
import type { PreviewMesh } from './read-preview.ts';

/** Turns an imported mesh into a part; facts that only the B-rep knows are null. */
export function toPart(mesh: PreviewMesh, fallbackName: string): PartMesh {
  const positions = Float32Array.from(mesh.attributes.position.array);
  const indices = Uint32Array.from(mesh.index.array);
  const normals = mesh.attributes.normal?.array;
  const faces = facesOf(mesh, indices.length / 3);
  const outline = outlinesOf({ positions, indices }, faces);
  return {
    name: mesh.name ?? fallbackName,
    color: mesh.color ?? null,
    positions,
    indices,
    normals:
      normals?.length === positions.length ? Float32Array.from(normals) : flatNormals(positions, indices),
    faces,
    edgePositions: outline.points,
    edges: outline.edges,
  };
}

function facesOf({ brep_faces: faces }: PreviewMesh, triangles: number): FaceInfo[] {
  const spans = faces.length > 0 ? faces : [{ first: 0, last: triangles - 1 }];
  return spans
    .filter(({ first, last }) => last >= first && last < triangles)
    .map(({ first, last }) => ({
      first,
      count: last - first + 1,
      type: 'unknown',
      areaMm2: null,
      radiusMm: null,
      axis: null,
    }));
}

interface Geometry {
  readonly positions: Float32Array;
  readonly indices: Uint32Array;
}

/** Sides that only one triangle of a face has. One entry of `edges` per face. */
function outlinesOf(
  { positions, indices }: Geometry,
  faces: readonly FaceInfo[],
): { points: Float32Array; edges: EdgeInfo[] } {
  const points: number[] = [];
  const edges: EdgeInfo[] = [];
  for (const { first, count } of faces) {
    const sides = new Map<string, [number, number]>();
    for (let at = first * 3; at < (first + count) * 3; at += 3) {
      for (let side = 0; side < 3; side += 1) {
        const from = indices[at + side] ?? 0;
        const to = indices[at + ((side + 1) % 3)] ?? 0;
        const key = from < to ? `${from} ${to}` : `${to} ${from}`;
        if (!sides.delete(key)) sides.set(key, [from, to]);
      }
    }
    const begin = points.length / 6;
    for (const ends of sides.values()) {
      for (const index of ends) points.push(...positions.subarray(index * 3, index * 3 + 3));
    }
    edges.push({
      first: begin,
      count: sides.size,
      type: 'unknown',
      lengthMm: null,
      radiusMm: null,
      centerMm: null,
    });
  }
  return { points: Float32Array.from(points), edges };
}

function flatNormals(positions: Float32Array, indices: Uint32Array): Float32Array {
  const normals = new Float32Array(positions.length);
  for (let at = 0; at < indices.length; at += 3) {
    const [a, b, c] = [0, 1, 2].map((corner) => (indices[at + corner] ?? 0) * 3) as [number, number, number];
    const side = (from: number, to: number, axis: number): number =>
      (positions[to + axis] ?? 0) - (positions[from + axis] ?? 0);
    const [ux, uy, uz, vx, vy, vz] = [
      side(a, b, 0),
      side(a, b, 1),
      side(a, b, 2),
      side(a, c, 0),
      side(a, c, 1),
      side(a, c, 2),
    ];
    const normal = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
    for (const corner of [a, b, c])
      normal.forEach((value, axis) => (normals[corner + axis] = (normals[corner + axis] ?? 0) + value));
  }
  for (let at = 0; at < normals.length; at += 3) {
    const size = Math.hypot(normals[at] ?? 0, normals[at + 1] ?? 0, normals[at + 2] ?? 0) || 1;
    for (let axis = 0; axis < 3; axis += 1) normals[at + axis] = (normals[at + axis] ?? 0) / size;
  }
  return normals;
}
