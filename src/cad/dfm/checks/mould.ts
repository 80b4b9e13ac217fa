// What a mould asks: walls that taper along the pull, and nothing that hooks into it.
import { notChecked, type Observation, type Setting } from '../observation.ts';
import { type PartUnderTest, trianglesOf } from '../part-under-test.ts';
import { gather, type Sample, sampleSurface } from '../samples.ts';
import { add, degrees, dot, scale, type Vector } from '../vectors.ts';

/** Below this share of a face, too little draft is the tangent of a rounding and no wall. */
const wallShare = 0.2;
/** Facets of an upright face may lean by this much of noise (cad.md, §5). */
const upright = 1e-3;

/** Draft of each face against the pull, degrees: the angle between the face and the pull. */
export function draft({ part, limit, direction }: Setting): Observation {
  if (direction === null) return notChecked('no pull direction');
  const drafts = part.faces.map((face, index) => {
    const triangles = trianglesOf(part, face);
    const angles = triangles.map(({ normal, areaMm2, center }) => ({
      angle: degrees(Math.asin(Math.min(1, Math.abs(dot(normal, direction))))),
      areaMm2,
      center,
    }));
    const total = angles.reduce((sum, { areaMm2 }) => sum + areaMm2, 0);
    const steep = angles.filter(({ angle }) => angle < limit - 0.01);
    const low = steep.reduce((sum, { areaMm2 }) => sum + areaMm2, 0);
    const smallest = angles.reduce((a, b) => (b.angle < a.angle ? b : a), angles[0] ?? noAngle);
    return { index, smallest, low, isWall: total > 0 && low > wallShare * total };
  });
  const steep = drafts.filter(({ isWall }) => isWall);
  const measured = drafts.length === 0 ? null : Math.min(...drafts.map(({ smallest }) => smallest.angle));
  if (steep.length === 0) return { measured, violations: [] };
  const groups = Map.groupBy(steep, ({ smallest }) => Math.round(smallest.angle * 10) / 10);
  return {
    measured,
    violations: [...groups].map(([, faces]) => {
      const largest = faces.reduce((a, b) => (b.low > a.low ? b : a));
      return {
        measured: Math.min(...faces.map(({ smallest }) => smallest.angle)),
        point: largest.smallest.center,
        faces: faces.map(({ index }) => index),
        areaMm2: faces.reduce((sum, { low }) => sum + low, 0),
      };
    }),
  };
}

const noAngle = { angle: 90, areaMm2: 0, center: [0, 0, 0] as Vector };

/** Surface that neither half of a mould opening along the pull can reach, mm². */
export function undercut({ part, direction }: Setting): Observation {
  if (direction === null) return notChecked('no pull direction');
  const hidden = hiddenFrom(part, direction, 8000);
  const groups = gather(
    hidden,
    Math.max(1, 3 * Math.sqrt(Math.max(0, ...hidden.map(({ areaMm2 }) => areaMm2)))),
  );
  const violations = groups.flatMap((group) => {
    const areaMm2 = group.reduce((sum, sample) => sum + sample.areaMm2, 0);
    const [first] = group;
    if (first === undefined || areaMm2 < 0.5) return [];
    const faces = [...new Set(group.map(({ face }) => face))];
    return { measured: areaMm2, point: first.point, faces, areaMm2 };
  });
  return { measured: violations.reduce((sum, { areaMm2 }) => sum + areaMm2, 0), violations };
}

/** Samples that a straight pull cannot free: something of the part is in the way on the side they belong to. */
export function hiddenFrom(part: PartUnderTest, pull: Vector, count: number): Sample[] {
  const back = scale(pull, -1);
  return sampleSurface(part, count).filter(({ point, normal }) => {
    const start = add(point, normal, 2e-3);
    const leans = dot(normal, pull);
    const isBlocked = (way: Vector): boolean => part.cast(start, way) !== null;
    if (leans > upright) return isBlocked(pull);
    if (leans < -upright) return isBlocked(back);
    return isBlocked(pull) && isBlocked(back);
  });
}
