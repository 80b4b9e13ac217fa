// A mesh of triangles without faces, split where it bends sharply: each smooth piece becomes a face of its own.
import type { PartMesh } from './part-mesh.ts';
import { weld } from './weld.ts';

/** cos 31°: neighbours that differ by less are one surface; the facets of a round of twelve differ by 30°. */
const smooth = Math.cos((31 * Math.PI) / 180);

/** The part with shared corners, its triangles in the order of their faces. */
export function splitFaces(part: PartMesh): PartMesh {
  const { positions, indices } = weld(part);
  const count = indices.length / 3;
  const normals = Float32Array.from({ length: count * 3 });
  for (let triangle = 0; triangle < count; triangle += 1)
    normals.set(normalOf(positions, indices, triangle), triangle * 3);
  const beside = neighbours(indices);
  const faceOf = new Int32Array(count).fill(-1);
  const order: number[] = [];
  const faces: PartMesh['faces'][number][] = [];
  for (let start = 0; start < count; start += 1) {
    if (faceOf[start] !== -1) continue;
    const first = order.length;
    faceOf[start] = faces.length;
    order.push(start);
    for (let at = first; at < order.length; at += 1) {
      const triangle = order[at] ?? 0;
      for (let side = 0; side < 3; side += 1) {
        const next = beside[triangle * 3 + side] ?? -1;
        if (next === -1 || faceOf[next] !== -1 || dotOf(normals, triangle, next) < smooth) continue;
        faceOf[next] = faces.length;
        order.push(next);
      }
    }
    faces.push({
      first,
      count: order.length - first,
      type: 'mesh',
      areaMm2: null,
      radiusMm: null,
      axis: null,
    });
  }
  const sorted = Uint32Array.from(
    order.flatMap((triangle) => [...indices.subarray(triangle * 3, triangle * 3 + 3)]),
  );
  return { ...part, positions, normals: new Float32Array(positions.length), indices: sorted, faces };
}

/** Per side of each triangle the triangle behind it; −1 where there is none, or more than one. */
function neighbours(indices: Uint32Array): Int32Array {
  const beside = new Int32Array(indices.length).fill(-1);
  const open = new Map<number, number>();
  const limit = 2 ** 26;
  for (let at = 0; at < indices.length; at += 1) {
    const from = indices[at] ?? 0;
    const to = indices[at % 3 === 2 ? at - 2 : at + 1] ?? 0;
    const other = open.get(to * limit + from);
    if (other === undefined) {
      open.set(from * limit + to, at);
      continue;
    }
    open.delete(to * limit + from);
    beside[at] = Math.floor(other / 3);
    beside[other] = Math.floor(at / 3);
  }
  return beside;
}

function normalOf(positions: Float32Array, indices: Uint32Array, triangle: number): [number, number, number] {
  const corner = (which: number, axis: number): number =>
    positions[(indices[triangle * 3 + which] ?? 0) * 3 + axis] ?? 0;
  const side = (which: number, axis: number): number => corner(which, axis) - corner(0, axis);
  const n: [number, number, number] = [
    side(1, 1) * side(2, 2) - side(1, 2) * side(2, 1),
    side(1, 2) * side(2, 0) - side(1, 0) * side(2, 2),
    side(1, 0) * side(2, 1) - side(1, 1) * side(2, 0),
  ];
  const size = Math.hypot(...n) || 1;
  return [n[0] / size, n[1] / size, n[2] / size];
}

function dotOf(normals: Float32Array, a: number, b: number): number {
  return [0, 1, 2].reduce(
    (sum, axis) => sum + (normals[a * 3 + axis] ?? 0) * (normals[b * 3 + axis] ?? 0),
    0,
  );
}
