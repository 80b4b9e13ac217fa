// Part meshes as one binary STL: millimetres, normals from the triangles themselves.
import type { PartMesh } from '../mesh/part-mesh.ts';

const headBytes = 84;
const triangleBytes = 50;

/** Writes binary STL (3D Systems, 1989): an 80-byte head, the count, then 50 bytes per triangle. */
export function writeStl(parts: readonly PartMesh[]): Uint8Array {
  const triangles = parts.reduce((sum, { indices }) => sum + indices.length / 3, 0);
  const bytes = new Uint8Array(headBytes + triangles * triangleBytes);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(`${parts[0]?.name ?? ''}, millimetres`).subarray(0, 80));
  view.setUint32(80, triangles, true);
  let at = headBytes;
  for (const { positions, indices } of parts) {
    const corner = (index: number): Point => {
      const from = (indices[index] ?? 0) * 3;
      return [positions[from] ?? 0, positions[from + 1] ?? 0, positions[from + 2] ?? 0];
    };
    for (let index = 0; index < indices.length; index += 3) {
      const [a, b, c] = [corner(index), corner(index + 1), corner(index + 2)];
      const values = [...normalOf(a, b, c), ...a, ...b, ...c];
      values.forEach((value, slot) => view.setFloat32(at + slot * 4, value, true));
      at += triangleBytes;
    }
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
