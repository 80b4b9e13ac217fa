// Points and directions as plain triples: what the model knows without a 3-D library.

export type Vector = readonly [number, number, number];

export function subtract(a: Vector, b: Vector): Vector {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

export function add(a: Vector, b: Vector): Vector {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

export function scale(a: Vector, factor: number): Vector {
  return [a[0] * factor, a[1] * factor, a[2] * factor];
}

export function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

export function size(a: Vector): number {
  return Math.hypot(a[0], a[1], a[2]);
}

/** The direction of `a`, of length 1; the null vector stays what it is. */
export function unit(a: Vector): Vector {
  const length = size(a);
  return length === 0 ? a : scale(a, 1 / length);
}

export function distance(a: Vector, b: Vector): number {
  return size(subtract(a, b));
}

/** The angle between two directions, degrees from 0 to 180. */
export function angleDegrees(a: Vector, b: Vector): number {
  return (Math.atan2(size(cross(a, b)), dot(a, b)) * 180) / Math.PI;
}

/** The triple at place `index` of an array of triples. */
export function tripleAt(triples: ArrayLike<number>, index: number): Vector {
  return [triples[index * 3] ?? 0, triples[index * 3 + 1] ?? 0, triples[index * 3 + 2] ?? 0];
}

/** The point of the segment from `a` to `b` that is nearest to `p`. */
export function nearestOnSegment(p: Vector, a: Vector, b: Vector): Vector {
  const along = subtract(b, a);
  const squared = dot(along, along);
  const t = squared === 0 ? 0 : Math.min(1, Math.max(0, dot(subtract(p, a), along) / squared));
  return add(a, scale(along, t));
}
