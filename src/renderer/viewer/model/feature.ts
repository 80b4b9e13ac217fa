// What a picked thing is to a measurement: a plane, a line (an axis has a radius), or a point.
import type { ModelMesh } from '../../../cad/mesh/part-mesh.ts';
import { edgeOf, faceOf, type Picked } from './picked.ts';
import { cross, size, subtract, tripleAt, unit, type Vector } from './vector.ts';

export type Feature =
  | { readonly kind: 'plane'; readonly name: string; readonly point: Vector; readonly normal: Vector }
  | {
      readonly kind: 'line';
      readonly name: string;
      readonly point: Vector;
      readonly direction: Vector;
      /** Of the cylinder round an axis, mm; 0 for an edge. */
      readonly radiusMm: number;
    }
  | {
      readonly kind: 'point';
      readonly name: string;
      readonly point: Vector;
      /** False where only the mesh says where the point lies. */
      readonly isExact: boolean;
      readonly circle: { readonly radiusMm: number; readonly normal: Vector } | null;
    };

/** Planes, cylinder axes and straight edges by what the B-rep says of them; everything else by its point. */
export function featureOf(model: ModelMesh, picked: Picked): Feature {
  const { point } = picked;
  const loose = { kind: 'point', point, isExact: false, circle: null } as const;
  switch (picked.kind) {
    case 'cut':
      return { kind: 'plane', name: 'cut', point, normal: unit(picked.normal) };
    case 'vertex':
      return { kind: 'point', name: 'vertex', point, isExact: true, circle: null };
    case 'centre':
      return { kind: 'point', name: 'centre', point, isExact: true, circle: circleOf(model, picked) };
    case 'face': {
      const face = faceOf(model, picked);
      if (face?.type === 'plane') return { kind: 'plane', name: 'plane', point, normal: unit(picked.normal) };
      if (face?.type !== 'cylinder' || face.axis === null) return { ...loose, name: 'point on face' };
      const direction = unit(face.axis.direction);
      return { kind: 'line', name: 'axis', point: face.axis.point, direction, radiusMm: face.radiusMm ?? 0 };
    }
    case 'edge':
      return lineOf(model, picked) ?? { ...loose, name: 'point on edge' };
  }
}

function lineOf(model: ModelMesh, picked: Picked): Feature | null {
  const edge = edgeOf(model, picked);
  const positions = model.parts[picked.part]?.edgePositions;
  if (edge?.type !== 'line' || positions === undefined) return null;
  const from = tripleAt(positions, edge.first * 2);
  const to = tripleAt(positions, (edge.first + edge.count) * 2 - 1);
  const direction = unit(subtract(to, from));
  return size(direction) === 0
    ? null
    : { kind: 'line', name: 'straight edge', point: from, direction, radiusMm: 0 };
}

/** Radius and plane of a circular edge; the plane from two of its points a good turn apart. */
function circleOf(model: ModelMesh, picked: Picked): { radiusMm: number; normal: Vector } | null {
  const edge = edgeOf(model, picked);
  const positions = model.parts[picked.part]?.edgePositions;
  if (edge?.centerMm == null || edge.radiusMm === null || positions === undefined) return null;
  const spoke = (segment: number): Vector => {
    const end = tripleAt(positions, (edge.first + segment) * 2);
    return subtract(end, edge.centerMm ?? end);
  };
  const normals = [1, 2, 3].map((share) => cross(spoke(0), spoke(Math.floor((edge.count * share) / 4))));
  const [normal] = normals.toSorted((a, b) => size(b) - size(a));
  if (normal === undefined || size(normal) < edge.radiusMm ** 2 * 0.01) return null;
  return { radiusMm: edge.radiusMm, normal: unit(normal) };
}
