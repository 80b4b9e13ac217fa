// A section plane from what was picked: in a flat face, through the axis of something round, square to a straight edge.
import type { ModelMesh } from '../../../cad/mesh/part-mesh.ts';
import { featureOf } from './feature.ts';
import { edgeOf, type Picked } from './picked.ts';
import { type Section, sectionAt } from './section.ts';
import { cross, dot, scale, size, type Vector } from './vector.ts';

/** Null for what gives no plane: vertices, and faces and edges that are neither flat, straight nor round. */
export function sectionFromPicked(model: ModelMesh, picked: Picked, toward: Vector): Section | null {
  const center = edgeOf(model, picked)?.centerMm ?? null;
  const isCircle = picked.kind === 'edge' && center !== null;
  const feature = featureOf(model, isCircle ? { ...picked, kind: 'centre', point: center } : picked);
  if (feature.kind === 'plane') return sectionAt('face', feature.point, feature.normal);
  if (feature.kind === 'line' && picked.kind === 'face')
    return sectionAt('axis', feature.point, acrossAxis(feature.direction, toward));
  if (feature.kind === 'line') return sectionAt('edge', picked.point, facing(feature.direction, toward));
  if (feature.kind !== 'point' || feature.circle === null) return null;
  return sectionAt('axis', feature.point, acrossAxis(feature.circle.normal, toward));
}

/** Square to an axis: of the directions that also lie square to a main axis, the one that faces the eye most. */
function acrossAxis(axis: Vector, toward: Vector): Vector {
  const main: Vector[] = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  const [best = main[0]] = main
    .map((one) => cross(axis, one))
    .filter((way) => size(way) > 0.1)
    .map((way) => facing(scale(way, 1 / size(way)), toward))
    .toSorted((a, b) => dot(b, toward) - dot(a, toward));
  return best ?? [1, 0, 0];
}

function facing(direction: Vector, toward: Vector): Vector {
  return dot(direction, toward) < 0 ? scale(direction, -1) : direction;
}
