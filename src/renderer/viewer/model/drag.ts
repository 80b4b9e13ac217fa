// Dragging along a line in space: which of its points is meant when the pointer looks along a ray.
import { dot, subtract, type Vector } from './vector.ts';

export interface Ray {
  readonly origin: Vector;
  /** Of length 1. */
  readonly direction: Vector;
}

/** Below this sine between line and ray the pointer says nothing about the place on the line. */
const leastSine = 0.08;

/**
 * How far along the line (mm from `point`, along `direction` of length 1) it comes nearest to the ray; null where the
 * line is seen end on. The common perpendicular of two lines: Schneider and Eberly, Geometric Tools, 2003, 10.1.
 */
export function alongLine({ origin, direction: view }: Ray, point: Vector, direction: Vector): number | null {
  const cosine = dot(view, direction);
  const squaredSine = 1 - cosine ** 2;
  if (squaredSine < leastSine ** 2) return null;
  const between = subtract(origin, point);
  return (dot(between, direction) - cosine * dot(between, view)) / squaredSine;
}
