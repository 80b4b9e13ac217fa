// Three numbers as a point or a direction, and the few operations the checks need.

export type Vector = readonly [number, number, number];

export function add(a: Vector, b: Vector, times = 1): Vector {
  return [a[0] + b[0] * times, a[1] + b[1] * times, a[2] + b[2] * times];
}

export function minus(a: Vector, b: Vector): Vector {
  return add(a, b, -1);
}

export function scale(a: Vector, by: number): Vector {
  return [a[0] * by, a[1] * by, a[2] * by];
}

export function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

export function norm(a: Vector): number {
  return Math.hypot(a[0], a[1], a[2]);
}

/** Length one; the zero vector stays zero. */
export function unit(a: Vector): Vector {
  const size = norm(a);
  return size === 0 ? a : scale(a, 1 / size);
}

/** Two directions at right angles to `axis` and to each other. */
export function besideAxis(axis: Vector): readonly [Vector, Vector] {
  const other: Vector = Math.abs(axis[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0];
  const first = unit(cross(other, axis));
  return [first, cross(axis, first)];
}

export function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}
