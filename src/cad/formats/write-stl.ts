// A part mesh as binary STL: millimetres, normals from the triangles themselves.
import type { PartMesh } from '../mesh/part-mesh.ts';

const headBytes = 84;
const triangleBytes = 50;

/** Writes binary STL (3D Systems, 1989): an 80-byte head, the count, then 50 bytes per triangle. */
export function writeStl({ positions, indices, name }: PartMesh): Uint8Array {
  const triangles = indices.length / 3;
  const bytes = new Uint8Array(headBytes + triangles * triangleBytes);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(`${name}, millimetres`).subarray(0, 80));
  view.setUint32(80, triangles, true);
  const corner = (index: number): [number, number, number] => {
    const at = (indices[index] ?? 0) * 3;
    return [positions[at] ?? 0, positions[at + 1] ?? 0, positions[at + 2] ?? 0];
  };
  for (let triangle = 0; triangle < triangles; triangle += 1) {
    const [a, b, c] = [corner(triangle * 3), corner(triangle * 3 + 1), corner(triangle * 3 + 2)];
    const values = [...normalOf(a, b, c), ...a, ...b, ...c];
    values.forEach((value, slot) =>
      view.setFloat32(headBytes + triangle * triangleBytes + slot * 4, value, true),
    );
  }
  return bytes;
}

type Point = readonly [number, number, number];

function normalOf(a: Point, b: Point, c: Point): Point {
  const u = [b[0] - a[0], b[1] - a[1], b[2] - a[2]] as const;
  const v = [c[0] - a[0], c[1] - a[1], c[2] - a[2]] as const;
  const n = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]] as const;
  const size = Math.hypot(...n) || 1;
  return [n[0] / size, n[1] / size, n[2] / size];
}
