// Measuring between two picked things: exact where the B-rep says what they are, marked as an estimate where only the mesh does.
import type { ModelMesh } from '../../../cad/mesh/part-mesh.ts';
import { type Feature, featureOf } from './feature.ts';
import type { Picked } from './picked.ts';
import { type LengthUnit, showLength } from './units.ts';
import { add, angleDegrees, distance, dot, scale, subtract, type Vector } from './vector.ts';

export interface Measurement {
  readonly id: string;
  /** What a person called it; empty at first. */
  readonly name: string;
  /** Ends of the dimension line. */
  readonly from: Vector;
  readonly to: Vector;
  readonly distanceMm: number;
  /** Between planes, lines and axes, degrees from 0 to 90; null where it has no meaning. */
  readonly angleDegrees: number | null;
  /** Between two circles of one plane, or two parallel cylinders: the gap or wall between their rims; null otherwise. */
  readonly rimToRimMm: number | null;
  readonly what: string;
  /** False: an end lies on a mesh facet. */
  readonly isExact: boolean;
}

type Found = Pick<Measurement, 'from' | 'to'> & Partial<Measurement>;
type Plane = Extract<Feature, { kind: 'plane' }>;
type Line = Extract<Feature, { kind: 'line' }>;

/** Two directions count as parallel below this angle, degrees: the noise of single-precision normals. */
const parallelDegrees = 0.01;
/** Two circles lie in one plane when their centres miss it by less, mm. */
const planeToleranceMm = 1e-3;

/** Measures from `a` to `b`. */
export function measureBetween(model: ModelMesh, [a, b]: readonly [Picked, Picked], id: string): Measurement {
  const [first, second] = [featureOf(model, a), featureOf(model, b)];
  const what = first.name === second.name ? sameNames(first.name) : `${first.name} to ${second.name}`;
  const found = find(first, second, [a.point, b.point]);
  return {
    id,
    name: '',
    what,
    distanceMm: distance(found.from, found.to),
    angleDegrees: null,
    rimToRimMm: null,
    isExact: [first, second].every((feature) => feature.kind !== 'point' || feature.isExact),
    ...found,
  };
}

function sameNames(name: string): string {
  return name === 'plane' ? 'parallel planes' : `${name} to ${name}`;
}

/** `pressed`: where the pointer was, for dimension lines that have no place of their own. */
function find(a: Feature, b: Feature, pressed: readonly [Vector, Vector]): Found {
  if (a.kind === 'plane') {
    if (b.kind === 'plane') return planes(a, b, pressed);
    return b.kind === 'line' ? planeLine(a, b, pressed) : turned(pointPlane(b.point, a));
  }
  if (b.kind === 'plane') {
    if (a.kind === 'point') return pointPlane(a.point, b);
    return turned(planeLine(b, a, [pressed[1], pressed[0]]));
  }
  if (a.kind === 'line') {
    if (b.kind === 'line') return lines(a, b, pressed);
    return turned({ from: b.point, to: footOn(a, b.point) });
  }
  if (b.kind === 'line') return { from: a.point, to: footOn(b, a.point) };
  return { from: a.point, to: b.point, rimToRimMm: circles(a, b) };
}

function turned(found: Found): Found {
  return { ...found, from: found.to, to: found.from };
}

function pointPlane(point: Vector, { point: on, normal }: Plane): Found {
  return { from: point, to: add(point, scale(normal, dot(subtract(on, point), normal))) };
}

function planes(a: Plane, b: Plane, [from, to]: readonly [Vector, Vector]): Found {
  const between = acute(a.normal, b.normal);
  if (between > parallelDegrees) return { from, to, angleDegrees: between, what: 'angle between planes' };
  return { ...pointPlane(from, b), angleDegrees: 0 };
}

function planeLine(plane: Plane, line: Line, [from, to]: readonly [Vector, Vector]): Found {
  const between = 90 - acute(plane.normal, line.direction);
  if (between > parallelDegrees)
    return { from, to, angleDegrees: between, what: `angle between plane and ${line.name}` };
  return { ...turned(pointPlane(footOn(line, from), plane)), angleDegrees: 0 };
}

function lines(a: Line, b: Line, [pressed, to]: readonly [Vector, Vector]): Found {
  const between = acute(a.direction, b.direction);
  if (between > parallelDegrees)
    return { from: pressed, to, angleDegrees: between, what: `angle between ${a.name} and ${b.name}` };
  const from = footOn(a, pressed);
  const across = { from, to: footOn(b, from), angleDegrees: 0 };
  if (a.radiusMm === 0 || b.radiusMm === 0) return across;
  return { ...across, rimToRimMm: rims(distance(from, across.to), a.radiusMm, b.radiusMm) };
}

function circles(
  a: Extract<Feature, { kind: 'point' }>,
  b: Extract<Feature, { kind: 'point' }>,
): number | null {
  if (a.circle === null || b.circle === null) return null;
  if (acute(a.circle.normal, b.circle.normal) > 0.1) return null;
  const across = subtract(b.point, a.point);
  if (Math.abs(dot(across, a.circle.normal)) > planeToleranceMm) return null;
  return rims(distance(a.point, b.point), a.circle.radiusMm, b.circle.radiusMm);
}

/** The gap beside each other, or the wall where one lies within the other; null where they cross. */
function rims(apart: number, first: number, second: number): number | null {
  const gap = Math.max(apart - first - second, Math.abs(first - second) - apart);
  return gap > 0 ? gap : null;
}

function footOn({ point, direction }: Line, from: Vector): Vector {
  return add(point, scale(direction, dot(subtract(from, point), direction)));
}

function acute(a: Vector, b: Vector): number {
  const angle = angleDegrees(a, b);
  return Math.min(angle, 180 - angle);
}

/** Whether the angle is what was asked: the two are not parallel. */
function isAngle({ angleDegrees: between }: Measurement): boolean {
  return between !== null && between > parallelDegrees;
}

/** The label on the dimension line. */
export function labelOf(measurement: Measurement, unit: LengthUnit): string {
  const about = measurement.isExact ? '' : '≈ ';
  if (isAngle(measurement)) return `${about}${Number((measurement.angleDegrees ?? 0).toFixed(2))}°`;
  return `${about}${showLength(measurement.distanceMm, unit)}`;
}

/** The label with the name before it, where there is one. */
export function namedLabel(measurement: Measurement, unit: LengthUnit): string {
  const label = labelOf(measurement, unit);
  return measurement.name === '' ? label : `${measurement.name}: ${label}`;
}
