// Volume, surface and centre of mass of a closed triangle mesh; nothing for an open one.
import { facetNormals, meshEdges } from '../../../cad/mesh/mesh-edges.ts';
import type { PartMesh, SolidProperties } from '../../../cad/mesh/part-mesh.ts';
import { weldPoints } from '../../../cad/mesh/weld-points.ts';
import { add, cross, dot, scale, size, subtract, tripleAt, type Vector } from './vector.ts';

type Triangles = Pick<PartMesh, 'positions' | 'indices'>;

/** Null unless every side has exactly one partner running the other way; points that coincide count as one. */
export function meshProperties({ positions, indices }: Triangles): SolidProperties | null {
  const { points, idOf } = weldPoints(positions);
  const welded = indices.map((index) => idOf[index] ?? 0);
  const { isClosed } = meshEdges(welded, facetNormals(points, welded), 0);
  return isClosed ? propertiesOfClosed({ positions: points, indices: welded }) : null;
}

/** Of a mesh that is known to be closed, by the divergence theorem over signed tetrahedra; null when it is inside out. */
export function propertiesOfClosed({ positions, indices }: Triangles): SolidProperties | null {
  let [volumeMm3, areaMm2] = [0, 0];
  let moment: Vector = [0, 0, 0];
  for (let at = 0; at < indices.length; at += 3) {
    const a = tripleAt(positions, indices[at] ?? 0);
    const b = tripleAt(positions, indices[at + 1] ?? 0);
    const c = tripleAt(positions, indices[at + 2] ?? 0);
    const sixth = dot(a, cross(b, c)) / 6;
    volumeMm3 += sixth;
    areaMm2 += size(cross(subtract(b, a), subtract(c, a))) / 2;
    moment = add(moment, scale(add(a, add(b, c)), sixth / 4));
  }
  if (volumeMm3 <= 0) return null;
  const centre = scale(moment, 1 / volumeMm3);
  return { method: 'mesh', volumeMm3, areaMm2, centerOfMassMm: [centre[0], centre[1], centre[2]] };
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
