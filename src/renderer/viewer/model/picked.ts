// What a person points at or has chosen: the one currency of hovering, selecting and measuring.
import type { EdgeInfo, FaceInfo, ModelMesh } from '../../../cad/mesh/part-mesh.ts';
import type { Vector } from './vector.ts';

export type Picked =
  | {
      readonly kind: 'face';
      readonly part: number;
      readonly face: number;
      /** The triangle of the part under the pointer. */
      readonly triangle?: number;
      readonly point: Vector;
      readonly normal: Vector;
    }
  | { readonly kind: 'edge'; readonly part: number; readonly edge: number; readonly point: Vector }
  /** The face that the section plane cut. */
  | { readonly kind: 'cut'; readonly part: number; readonly point: Vector; readonly normal: Vector }
  /** An end of a true edge. */
  | { readonly kind: 'vertex'; readonly part: number; readonly point: Vector }
  /** The middle of a circular edge. */
  | { readonly kind: 'centre'; readonly part: number; readonly edge: number; readonly point: Vector };

export function faceOf(model: ModelMesh, picked: Picked): FaceInfo | null {
  return picked.kind === 'face' ? (model.parts[picked.part]?.faces[picked.face] ?? null) : null;
}

export function edgeOf(model: ModelMesh, picked: Picked): EdgeInfo | null {
  if (picked.kind !== 'edge' && picked.kind !== 'centre') return null;
  return model.parts[picked.part]?.edges[picked.edge] ?? null;
}

/** Whether two picks mean the same thing, wherever on it the pointer is. */
export function isSame(a: Picked | null, b: Picked | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind !== b.kind || a.part !== b.part) return false;
  if (a.kind === 'cut' && b.kind === 'cut') return a.normal.every((value, axis) => value === b.normal[axis]);
  if (a.kind === 'face' && b.kind === 'face') return a.face === b.face;
  if ((a.kind === 'edge' && b.kind === 'edge') || (a.kind === 'centre' && b.kind === 'centre'))
    return a.edge === b.edge;
  return a.point.every((value, axis) => value === b.point[axis]);
}
