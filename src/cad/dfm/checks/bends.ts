// Bends of a sheet: two cylinders round one axis, a thickness apart.
import { type Cylinder, innerCylinders } from '../find-holes.ts';
import { notChecked, type Observation, oncePerPart, type Setting } from '../observation.ts';
import { type PartUnderTest, trianglesOf } from '../part-under-test.ts';
import { usualThickness } from '../thickness.ts';
import { add, cross, dot, minus, norm, scale, unit, type Vector } from '../vectors.ts';
import { roundHoles } from './holes.ts';

/** Inside radius of bends over the sheet's thickness. */
export function bendRadius({ part, limit }: Setting): Observation {
  const { mm } = usualThickness(part);
  if (mm === null) return notChecked('no sheet thickness was found');
  const bends = bendsOf(part).map((bend) => ({ ...bend, ratio: bend.radiusMm / mm }));
  return {
    measured: bends.length === 0 ? null : Math.min(...bends.map(({ ratio }) => ratio)),
    violations: bends
      .filter(({ ratio }) => ratio < limit - 1e-3)
      .map(({ ratio, middle, faces }) => ({ measured: ratio, point: middle, faces })),
  };
}

/** From the rim of a hole to where the nearest bend starts, over the sheet's thickness. */
export function holeToBend({ part, limit }: Setting): Observation {
  const { mm } = usualThickness(part);
  if (mm === null) return notChecked('no sheet thickness was found');
  const bends = bendsOf(part);
  const ways = roundHoles(part).flatMap((hole) => {
    const distances = bends.map((bend) => distanceToBend(part, hole, bend));
    return distances.length === 0 ? [] : { hole, ratio: Math.min(...distances) / mm };
  });
  return {
    measured: ways.length === 0 ? null : Math.min(...ways.map(({ ratio }) => ratio)),
    violations: ways
      .filter(({ ratio }) => ratio < limit - 1e-3)
      .map(({ hole, ratio }) => ({ measured: ratio, point: hole.middle, faces: hole.faces })),
  };
}

const bendsOf = oncePerPart((part: PartUnderTest): Cylinder[] => {
  const { mm } = usualThickness(part);
  if (mm === null) return [];
  return innerCylinders(part).filter(
    (inner) =>
      !inner.isRound &&
      part.faces.some(
        ({ type, radiusMm, axis }) =>
          type === 'cylinder' &&
          radiusMm !== null &&
          axis !== null &&
          Math.abs(radiusMm - inner.radiusMm - mm) < 0.01 * mm + 1e-3 &&
          Math.abs(dot(unit(axis.direction), inner.axis)) > 1 - 1e-6 &&
          norm(cross(inner.axis, minus(axis.point, inner.middle))) < 1e-2,
      ),
  );
});

/** To the corners of the bend's mesh, which lie on the line where it starts; both lie along it, so that corners at the hole's height are interpolated. */
function distanceToBend(part: PartUnderTest, hole: Cylinder, bend: Cylinder): number {
  const ends: [number, number] = [Infinity, -Infinity];
  const lines: Vector[] = [];
  for (const index of bend.faces) {
    const face = part.faces[index];
    if (face === undefined) continue;
    for (const { corners } of trianglesOf(part, face)) {
      for (const corner of corners) {
        const along = dot(corner, bend.axis);
        ends[0] = Math.min(ends[0], along);
        ends[1] = Math.max(ends[1], along);
        lines.push(minus(corner, scale(bend.axis, along)));
      }
    }
  }
  const at = dot(hole.middle, bend.axis);
  const beyond = Math.max(0, ends[0] - at - hole.radiusMm, at - hole.radiusMm - ends[1]);
  const flat = minus(hole.middle, scale(bend.axis, at));
  const square = Math.min(...lines.map((line) => norm(squareTo(minus(line, flat), hole.axis))));
  return Math.hypot(Math.max(0, square - hole.radiusMm), beyond);
}

/** What is left of `a` square to `axis`: the way within the sheet that the hole goes through. */
function squareTo(a: Vector, axis: Vector): Vector {
  return add(a, axis, -dot(a, axis));
}
