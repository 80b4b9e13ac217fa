// Measuring between two picked things: exact where the B-rep says what they are, marked as an estimate where only the mesh does.
import type { ModelMesh } from '../../../cad/mesh/part-mesh.ts';
import { edgeOf, faceOf, type Picked } from './picked.ts';
import { type LengthUnit, showLength } from './units.ts';
import {
  add,
  angleDegrees,
  cross,
  distance,
  dot,
  scale,
  size,
  subtract,
  unit as direction,
  type Vector,
} from './vector.ts';

export interface Measurement {
  readonly id: string;
  /** Ends of the dimension line. */
  readonly from: Vector;
  readonly to: Vector;
  readonly distanceMm: number;
  /** Between planes or axes, degrees; null where it has no meaning. */
  readonly angleDegrees: number | null;
  /** Between the rims of two circles of one axis direction; null otherwise. */
  readonly rimToRimMm: number | null;
  readonly what: string;
  /** False: an end lies on a mesh facet. */
  readonly isExact: boolean;
}

/** Two faces count as parallel below this angle, degrees: the noise of single-precision normals. */
const parallelDegrees = 0.01;

/** Measures from `a` to `b`. */
export function measureBetween(model: ModelMesh, [a, b]: readonly [Picked, Picked], id: string): Measurement {
  return planes(model, a, b, id) ?? axes(model, a, b, id) ?? points(model, a, b, id);
}

/** Two planes: their distance where parallel, else the angle between them. */
function planes(model: ModelMesh, a: Picked, b: Picked, id: string): Measurement | null {
  if (a.kind !== 'face' || b.kind !== 'face') return null;
  if (faceOf(model, a)?.type !== 'plane' || faceOf(model, b)?.type !== 'plane') return null;
  const angle = angleDegrees(a.normal, b.normal);
  const between = Math.min(angle, 180 - angle);
  const gap = dot(subtract(b.point, a.point), direction(a.normal));
  if (between > parallelDegrees) {
    const apart = distance(a.point, b.point);
    return {
      id,
      from: a.point,
      to: b.point,
      distanceMm: apart,
      angleDegrees: between,
      rimToRimMm: null,
      what: 'angle between planes',
      isExact: true,
    };
  }
  const to = add(a.point, scale(direction(a.normal), gap));
  return {
    id,
    from: a.point,
    to,
    distanceMm: Math.abs(gap),
    angleDegrees: 0,
    rimToRimMm: null,
    what: 'parallel planes',
    isExact: true,
  };
}

/** Two cylinders with parallel axes: the distance of the axes. */
function axes(model: ModelMesh, a: Picked, b: Picked, id: string): Measurement | null {
  const [first, second] = [faceOf(model, a), faceOf(model, b)];
  if (first?.axis == null || second?.axis == null) return null;
  const along = direction(first.axis.direction);
  const angle = angleDegrees(along, second.axis.direction);
  if (Math.min(angle, 180 - angle) > parallelDegrees) return null;
  const from = onAxis(a.point, first.axis);
  const across = subtract(second.axis.point, from);
  const to = add(from, subtract(across, scale(along, dot(across, along))));
  const apart = size(cross(subtract(second.axis.point, first.axis.point), along));
  const rims = apart - (first.radiusMm ?? 0) - (second.radiusMm ?? 0);
  return {
    id,
    from,
    to,
    distanceMm: apart,
    angleDegrees: 0,
    rimToRimMm: rims > 0 ? rims : null,
    what: 'axis to axis',
    isExact: true,
  };
}

function onAxis(point: Vector, axis: { point: Vector; direction: Vector }): Vector {
  const along = direction(axis.direction);
  return add(axis.point, scale(along, dot(subtract(point, axis.point), along)));
}

function points(model: ModelMesh, a: Picked, b: Picked, id: string): Measurement {
  const [first, second] = [edgeOf(model, a), edgeOf(model, b)];
  const apart = distance(a.point, b.point);
  const isCircles = a.kind === 'centre' && b.kind === 'centre';
  const rims = isCircles ? apart - (first?.radiusMm ?? 0) - (second?.radiusMm ?? 0) : 0;
  return {
    id,
    from: a.point,
    to: b.point,
    distanceMm: apart,
    angleDegrees: null,
    rimToRimMm: rims > 0 ? rims : null,
    what: isCircles ? 'centre to centre' : `${word(a)} to ${word(b)}`,
    isExact: isExactPoint(a) && isExactPoint(b),
  };
}

function isExactPoint(picked: Picked): boolean {
  return picked.kind === 'vertex' || picked.kind === 'centre';
}

function word({ kind }: Picked): string {
  return { face: 'point on face', edge: 'point on edge', vertex: 'vertex', centre: 'centre' }[kind];
}

/** The label on the dimension line. */
export function labelOf(measurement: Measurement, unit: LengthUnit): string {
  const about = measurement.isExact ? '' : '≈ ';
  if (measurement.what === 'angle between planes')
    return `${Number((measurement.angleDegrees ?? 0).toFixed(2))}°`;
  return `${about}${showLength(measurement.distanceMm, unit)}`;
}
