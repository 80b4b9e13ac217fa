// The countersink of a hole: a cone on its axis that begins where the cylinder ends and widens.
import type { Cylinder } from './find-holes.ts';
import { type PartUnderTest, type TestFace, trianglesOf } from './part-under-test.ts';
import { degrees, dot, minus, norm, scale, type Vector } from './vectors.ts';

export interface Countersink {
  readonly diameterMm: number;
  /** From side to side, as ISO 15065 counts it. */
  readonly angleDegrees: number;
}

/** Lengths that differ less are equal; corners of the mesh lie on the true edges, mm. */
const same = 1e-3;

/** The widest countersink of a hole; null when it has none. Chamfered rims are countersinks too. */
export function countersinkOf(part: PartUnderTest, hole: Cylinder): Countersink | null {
  const found = part.faces
    .filter(({ type }) => type === 'cone')
    .map((face) => coneOf(part, { face, hole }))
    .filter((cone) => cone !== null)
    .sort((a, b) => b.diameterMm - a.diameterMm);
  return found[0] ?? null;
}

function coneOf(part: PartUnderTest, { face, hole }: { face: TestFace; hole: Cylinder }): Countersink | null {
  const corners = trianglesOf(part, face).flatMap((triangle) => triangle.corners);
  const places = corners.map((corner) => placeOf(corner, hole));
  const radii = places.map(({ radius }) => radius);
  const along = places.map(({ height }) => Math.abs(height));
  const [least, most] = [Math.min(...radii), Math.max(...radii)];
  const [near, far] = [Math.min(...along), Math.max(...along)];
  const touches = Math.abs(least - hole.radiusMm) < same && Math.abs(near - hole.depthMm / 2) < same;
  const slope = (most - least) / (far - near);
  // A cone about this axis: every corner lies on one slope.
  const isOnAxis = places.every(
    ({ radius, height }) => Math.abs(radius - least - (Math.abs(height) - near) * slope) < same,
  );
  if (!touches || !isOnAxis || most < least + same) return null;
  return { diameterMm: 2 * most, angleDegrees: degrees(2 * Math.atan(slope)) };
}

/** A point by its distance from the axis and its height over the middle of the cylinder. */
function placeOf(corner: Vector, { axis, middle }: Cylinder): { radius: number; height: number } {
  const from = minus(corner, middle);
  const height = dot(from, axis);
  return { height, radius: norm(minus(from, scale(axis, height))) };
}
