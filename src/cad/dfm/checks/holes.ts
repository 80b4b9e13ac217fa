// Round holes: how small, how deep, and how much material stands beside them.
import { type Cylinder, innerCylinders } from '../find-holes.ts';
import { notChecked, type Observation, type Setting, type Violation } from '../observation.ts';
import { type PartUnderTest, trianglesOf } from '../part-under-test.ts';
import { usualThickness } from '../thickness.ts';
import { add, dot, minus, scale, type Vector } from '../vectors.ts';

/** Round holes only; rounded inside corners are another check. */
export function roundHoles(part: PartUnderTest): Cylinder[] {
  return innerCylinders(part).filter(({ isRound }) => isRound);
}

/** Holes of less than the limit, mm. */
export function holeDiameter({ part, limit }: Setting): Observation {
  return leastOf(part, limit, ({ radiusMm }) => 2 * radiusMm);
}

/** Holes of less than the limit times the sheet's thickness. */
export function holeDiameterByThickness({ part, limit }: Setting): Observation {
  return byThickness(part, (mm) => leastOf(part, limit, ({ radiusMm }) => (2 * radiusMm) / mm));
}

/** Holes deeper than the limit times their diameter. */
export function holeDepth({ part, limit }: Setting): Observation {
  const holes = roundHoles(part);
  const ratio = ({ depthMm, radiusMm }: Cylinder): number => depthMm / (2 * radiusMm);
  return {
    measured: holes.length === 0 ? null : Math.max(...holes.map(ratio)),
    violations: holes
      .filter((hole) => ratio(hole) > limit + 1e-6)
      .map((hole) => toViolation(hole, ratio(hole))),
  };
}

/** Material between a hole and whatever is next to it, mm. */
export function holeEdge({ part, limit }: Setting): Observation {
  return leastOf(part, limit, (hole) => besideHole(part, hole), part.deflectionMm);
}

/** The same in thicknesses of the sheet. */
export function holeEdgeByThickness({ part, limit }: Setting): Observation {
  return byThickness(part, (mm) =>
    leastOf(part, limit, (hole) => besideHole(part, hole) / mm, part.deflectionMm / mm),
  );
}

/** The shortest way from the hole's wall through the material to another face, square to the axis. */
function besideHole(part: PartUnderTest, { faces, axis, radiusMm, middle }: Cylinder): number {
  let nearest = Infinity;
  for (const index of faces) {
    const face = part.faces[index];
    if (face === undefined) continue;
    for (const { center } of trianglesOf(part, face)) {
      const along = dot(minus(center, middle), axis);
      const onAxis = add(middle, axis, along);
      const out = minus(center, onAxis);
      const way = scale(out, 1 / Math.hypot(...out));
      const hit = part.cast(add(onAxis, way, radiusMm + 0.05), way);
      if (hit !== null) nearest = Math.min(nearest, hit.distance + 0.05);
    }
  }
  return nearest;
}

function leastOf(
  part: PartUnderTest,
  limit: number,
  measure: (hole: Cylinder) => number,
  slack = 0,
): Observation {
  const measured = roundHoles(part)
    .map((hole) => ({ hole, value: measure(hole) }))
    .filter(({ value }) => Number.isFinite(value));
  return {
    measured: measured.length === 0 ? null : Math.min(...measured.map(({ value }) => value)),
    violations: measured
      .filter(({ value }) => value < limit - slack - 1e-6)
      .map(({ hole, value }) => toViolation(hole, value)),
  };
}

function byThickness(part: PartUnderTest, check: (mm: number) => Observation): Observation {
  const { mm } = usualThickness(part);
  return mm === null ? notChecked('no sheet thickness was found') : check(mm);
}

function toViolation({ axis, middle, depthMm, faces, radiusMm }: Cylinder, measured: number): Violation {
  const rim: Vector = add(middle, axis, depthMm / 2);
  return { measured, point: rim, faces, areaMm2: 2 * Math.PI * radiusMm * depthMm };
}
