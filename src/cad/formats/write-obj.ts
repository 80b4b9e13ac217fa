// Meshes as Wavefront OBJ: millimetres, Z up, one object per part, welded vertices.
import type { PartMesh } from '../mesh/part-mesh.ts';
import { weld } from '../mesh/weld.ts';

/** Writes OBJ (Wavefront, Object Files, appendix B1, 1995): `o`, `v`, `f`; vertices count from 1 through the whole file. */
export function writeObj(parts: readonly PartMesh[]): Uint8Array {
  const lines = ['# millimetres, Z up'];
  let first = 1;
  for (const part of parts) {
    const { positions, indices } = weld(part);
    lines.push(`o ${part.name.replaceAll(/\s+/g, '_') || 'part'}`);
    for (let at = 0; at < positions.length; at += 3) lines.push(`v ${triple(positions, at)}`);
    for (let at = 0; at < indices.length; at += 3) {
      const corners = indices.subarray(at, at + 3);
      lines.push(`f ${[...corners].map((index) => index + first).join(' ')}`);
    }
    first += positions.length / 3;
  }
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

/** Seven digits are what a 32-bit float holds. */
function triple(positions: Float32Array, at: number): string {
  return [...positions.subarray(at, at + 3)].map((value) => Number(value.toPrecision(7))).join(' ');
}
