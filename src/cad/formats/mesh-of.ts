// What every reader of meshes ends with: triangles as a part, checked, with flat normals and one face.
import { Refusal } from '../../shared/std/result.ts';
import type { PartMesh } from '../mesh/part-mesh.ts';

/** More triangles than this no task here can take. */
export const mostTriangles = 5_000_000;

/** Points and corners of a body, mm, Z up. */
export interface Triangles {
  readonly name: string;
  readonly color?: PartMesh['color'];
  readonly positions: Float32Array;
  readonly indices: Uint32Array;
}

/** A sentence about a mesh file that cannot be read. */
export function meshFault(name: string, kind: string, why = 'or it is damaged'): Refusal {
  return new Refusal('CAD_FILE', `${name} is no readable ${kind} file, ${why}. It stays attached.`);
}

/** The part; null when it has no triangles, or points that are no numbers or not there. */
export function meshOf({ name, color = null, positions, indices }: Triangles): PartMesh | null {
  const points = positions.length / 3;
  const isSound =
    indices.length > 0 &&
    indices.length % 3 === 0 &&
    indices.every((index) => index < points) &&
    positions.every(Number.isFinite);
  if (!isSound) return null;
  const count = indices.length / 3;
  // Corners are not shared: each triangle has its own normal.
  const corners = new Float32Array(indices.length * 3);
  indices.forEach((index, at) => corners.set(positions.subarray(index * 3, index * 3 + 3), at * 3));
  return {
    name,
    color,
    positions: corners,
    normals: flatNormals(corners),
    indices: Uint32Array.from({ length: indices.length }, (_, index) => index),
    faces: [{ first: 0, count, type: 'mesh', areaMm2: null, radiusMm: null, axis: null }],
    edgePositions: new Float32Array(0),
    edges: [],
  };
}

function flatNormals(positions: Float32Array): Float32Array {
  const normals = new Float32Array(positions.length);
  for (let at = 0; at < positions.length; at += 9) {
    const [ax = 0, ay = 0, az = 0, bx = 0, by = 0, bz = 0, cx = 0, cy = 0, cz = 0] = positions.subarray(
      at,
      at + 9,
    );
    const u = [bx - ax, by - ay, bz - az] as const;
    const v = [cx - ax, cy - ay, cz - az] as const;
    const n = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
    const size = Math.hypot(...n) || 1;
    for (let slot = 0; slot < 9; slot += 1) normals[at + slot] = (n[slot % 3] ?? 0) / size;
  }
  return normals;
}
