// Volume, surface and centre of mass of a closed triangle mesh; nothing for an open one.
import type { PartMesh, SolidProperties } from '../../../cad/mesh/part-mesh.ts';
import { add, cross, dot, scale, size, subtract, tripleAt, type Vector } from './vector.ts';

/** By the divergence theorem over signed tetrahedra. Null unless every side has exactly one partner running the other way. */
export function meshProperties({ positions, indices }: PartMesh): SolidProperties | null {
  if (!isClosed(positions, indices)) return null;
  let [volumeMm3, areaMm2] = [0, 0];
  let moment: Vector = [0, 0, 0];
  for (let at = 0; at < indices.length; at += 3) {
    const [a, b, c] = [0, 1, 2].map((corner) => tripleAt(positions, indices[at + corner] ?? 0)) as [
      Vector,
      Vector,
      Vector,
    ];
    const sixth = dot(a, cross(b, c)) / 6;
    volumeMm3 += sixth;
    areaMm2 += size(cross(subtract(b, a), subtract(c, a))) / 2;
    moment = add(moment, scale(add(a, add(b, c)), sixth / 4));
  }
  if (volumeMm3 <= 0) return null;
  const centre = scale(moment, 1 / volumeMm3);
  return { method: 'mesh', volumeMm3, areaMm2, centerOfMassMm: [centre[0], centre[1], centre[2]] };
}

/** Points that coincide count as one: files repeat them per facet. */
function isClosed(positions: Float32Array, indices: Uint32Array): boolean {
  const ids = new Map<string, number>();
  const idOf = (index: number): number => {
    const key = tripleAt(positions, index)
      .map((value) => Math.round(value * 1e4))
      .join(' ');
    const known = ids.get(key) ?? ids.size;
    ids.set(key, known);
    return known;
  };
  const points = Array.from(indices, idOf);
  const open = new Set<string>();
  for (let at = 0; at < points.length; at += 3) {
    for (let side = 0; side < 3; side += 1) {
      const [from, to] = [points[at + side], points[at + ((side + 1) % 3)]];
      if (from === to) continue;
      if (open.has(`${from} ${to}`)) return false;
      if (!open.delete(`${to} ${from}`)) open.add(`${from} ${to}`);
    }
  }
  return open.size === 0 && points.length > 0;
}

/** Of several bodies together; null where one of them is open. */
export function sumProperties(bodies: readonly (SolidProperties | null)[]): SolidProperties | null {
  let [volumeMm3, areaMm2] = [0, 0];
  let moment: Vector = [0, 0, 0];
  for (const body of bodies) {
    if (body === null) return null;
    volumeMm3 += body.volumeMm3;
    areaMm2 += body.areaMm2;
    moment = add(moment, scale(body.centerOfMassMm, body.volumeMm3));
  }
  if (volumeMm3 <= 0) return null;
  const [x, y, z] = scale(moment, 1 / volumeMm3);
  return { method: 'mesh', volumeMm3, areaMm2, centerOfMassMm: [x, y, z] };
}
