// What growing in layers asks: faces that hang over, and bridges.
import { innerCylinders } from '../find-holes.ts';
import { notChecked, type Observation, oncePerPart, type Setting, type Violation } from '../observation.ts';
import type { PartUnderTest } from '../part-under-test.ts';
import { gather, type Sample, sampleSurface } from '../samples.ts';
import { add, besideAxis, degrees, dot, scale, type Vector } from '../vectors.ts';

/** Lying holes up to this diameter print without support, mm (cad.md, §5). */
const selfSupportingHole = 10;
/** Steeper than this from the upright a face is a ceiling: it bridges or it hangs. */
const ceilingDeg = 80;

/** Faces that lean out by more than the limit, degrees from the upright; what lies on the plate and bridges are left out. */
export function overhang({ part, limit, direction }: Setting): Observation {
  if (direction === null) return notChecked('no build direction');
  const down = lookingDown(part, direction);
  const hanging = down
    .map((sample) => ({ ...sample, angle: leanDeg(sample.normal, direction) }))
    .filter(({ angle }) => angle > limit + 0.1)
    .filter((sample) => !isBridged(part, sample, direction));
  const leans = (
    hanging.length > 0 ? hanging : down.filter(({ normal }) => leanDeg(normal, direction) <= limit + 0.1)
  ).map(({ normal }) => leanDeg(normal, direction));
  return {
    measured: leans.length === 0 ? null : Math.max(...leans),
    violations: places(hanging, ({ angle }) => angle),
  };
}

/** Ceilings between two walls: their free span, mm. */
export function bridge({ part, limit, direction }: Setting): Observation {
  if (direction === null) return notChecked('no build direction');
  const spans = lookingDown(part, direction)
    .filter(({ normal }) => leanDeg(normal, direction) > ceilingDeg)
    .map((sample) => ({ ...sample, span: spanOf(part, sample, direction) }))
    .filter(({ span }) => Number.isFinite(span));
  return {
    measured: spans.length === 0 ? null : Math.max(...spans.map(({ span }) => span)),
    violations: places(
      spans.filter(({ span }) => span > limit + 0.01),
      ({ span }) => span,
    ),
  };
}

/** How much surface would need support when layers grow along `direction`, mm². */
export function supportArea(part: PartUnderTest, direction: Vector): number {
  return lookingDown(part, direction)
    .filter(({ normal }) => leanDeg(normal, direction) > 45.1)
    .filter((sample) => !isBridged(part, sample, direction))
    .reduce((sum, { areaMm2 }) => sum + areaMm2, 0);
}

const samplesOf = oncePerPart((part: PartUnderTest) => sampleSurface(part, 6000));

/** Samples that look down, but not those on the build plate nor those in small lying holes. */
function lookingDown(part: PartUnderTest, up: Vector): Sample[] {
  const heights = part.triangles.flatMap(({ corners }) => corners.map((corner) => dot(corner, up)));
  const bottom = heights.reduce((low, height) => Math.min(low, height), Infinity);
  const holes = new Set(
    innerCylinders(part)
      .filter(
        ({ isRound, radiusMm, axis }) =>
          isRound && 2 * radiusMm <= selfSupportingHole && Math.abs(dot(axis, up)) < 0.1,
      )
      .flatMap(({ faces }) => faces),
  );
  return samplesOf(part).filter(
    ({ point, normal, face }) =>
      dot(normal, up) < -1e-3 && dot(point, up) > bottom + 0.05 && !holes.has(face),
  );
}

/** From the upright: 0 for a wall, 90 for a ceiling. */
function leanDeg(normal: Vector, up: Vector): number {
  return degrees(Math.asin(Math.min(1, Math.max(0, -dot(normal, up)))));
}

function isBridged(part: PartUnderTest, sample: Sample, up: Vector): boolean {
  return leanDeg(sample.normal, up) > ceilingDeg && Number.isFinite(spanOf(part, sample, up));
}

/** The shortest way between two walls just below the sample, of 16 directions; infinite where it hangs free. */
function spanOf(part: PartUnderTest, { point, normal }: Sample, up: Vector): number {
  const below = add(point, normal, 0.05);
  const [u, v] = besideAxis(up);
  let shortest = Infinity;
  for (let step = 0; step < 16; step += 1) {
    const angle = (step / 16) * Math.PI;
    const way = add(scale(u, Math.cos(angle)), v, Math.sin(angle));
    const one = part.cast(below, way);
    const other = one === null ? null : part.cast(below, scale(way, -1));
    if (one !== null && other !== null) shortest = Math.min(shortest, one.distance + other.distance);
  }
  return shortest;
}

function places<T extends Sample>(samples: readonly T[], value: (sample: T) => number): Violation[] {
  const reach = Math.max(1, 3 * Math.sqrt(Math.max(0, ...samples.map(({ areaMm2 }) => areaMm2))));
  return gather(samples, reach).flatMap((group) => {
    const areaMm2 = group.reduce((sum, sample) => sum + sample.areaMm2, 0);
    const worst = group.reduce((a, b) => (value(b) > value(a) ? b : a));
    if (areaMm2 < 1) return [];
    return {
      measured: value(worst),
      point: worst.point,
      faces: [...new Set(group.map(({ face }) => face))],
      areaMm2,
    };
  });
}
