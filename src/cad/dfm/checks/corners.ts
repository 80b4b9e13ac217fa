// Corners and edges: inside corners that a cutter or a mould cannot make, outer edges that are too sharp.
import { type FaceEdge, faceEdges } from '../face-edges.ts';
import { type Cylinder, innerCylinders } from '../find-holes.ts';
import { type Observation, oncePerPart, type Setting, type Violation } from '../observation.ts';
import { type PartUnderTest, trianglesOf } from '../part-under-test.ts';
import { add, unit } from '../vectors.ts';

const edgesOf = oncePerPart(faceEdges);

/** Radius of inside corners, mm; a sharp one has none. With `everyCorner` also those whose floor an end mill can cut. */
export function insideCornerRadius({ part, rule, limit }: Setting): Observation {
  const rounded = innerCylinders(part).filter(({ isRound }) => !isRound);
  const small = rounded
    .filter(({ radiusMm }) => radiusMm < limit - 1e-6)
    .map(({ radiusMm, middle, faces }) => ({ measured: radiusMm, point: middle, faces }));
  const sharp = joined(
    edgesOf(part).filter((edge) => edge.angleDeg > 190 && (rule.everyCorner === true || !canCut(part, edge))),
    () => 0,
  );
  const all = [...sharp.map(() => 0), ...rounded.map(({ radiusMm }) => radiusMm)];
  return { measured: all.length === 0 ? null : Math.min(...all), violations: [...sharp, ...small] };
}

/** Height of rounded inside corners over their radius; those that a cutter reaches from the side, as along a shelf, are no pockets. */
export function insideCornerDepth({ part, limit }: Setting): Observation {
  const ratios = innerCylinders(part)
    .filter((corner) => !corner.isRound && !isReached(part, corner))
    .map((corner) => ({ ...corner, ratio: corner.depthMm / corner.radiusMm }));
  return {
    measured: ratios.length === 0 ? null : Math.max(...ratios.map(({ ratio }) => ratio)),
    violations: ratios
      .filter(({ ratio }) => ratio > limit + 1e-6)
      .map(({ ratio, middle, faces }) => ({ measured: ratio, point: middle, faces })),
  };
}

/** From the axis of the rounding, which lies in the air, some way square to its surface is free. */
function isReached(part: PartUnderTest, { faces, middle }: Cylinder): boolean {
  return faces.some((index) => {
    const face = part.faces[index];
    return (
      face !== undefined && trianglesOf(part, face).some(({ normal }) => part.cast(middle, normal) === null)
    );
  });
}

/** Outer edges with less material between their faces than the limit, degrees. */
export function sharpEdge({ part, limit }: Setting): Observation {
  const outer = edgesOf(part).filter(({ angleDeg }) => angleDeg < 170);
  return {
    measured:
      outer.length === 0 ? null : outer.reduce((least, { angleDeg }) => Math.min(least, angleDeg), 180),
    violations: joined(
      outer.filter(({ angleDeg }) => angleDeg < limit - 0.1),
      ({ angleDeg }) => angleDeg,
    ),
  };
}

/** Whether an end mill reaches the corner: one of its faces is then the floor, and the way up from it is free. */
function canCut(part: PartUnderTest, { middle, normals }: FaceEdge): boolean {
  const inside = add(middle, unit(add(normals[0], normals[1])), 0.02);
  return normals.some((up) => part.cast(inside, up) === null);
}

/** One violation per pair of faces, at the longest stretch of their edge. */
function joined(edges: readonly FaceEdge[], measure: (edge: FaceEdge) => number): Violation[] {
  return [...Map.groupBy(edges, ({ faces }) => faces.join()).values()].flatMap((stretches) => {
    const longest = stretches.reduce((a, b) => (b.lengthMm > a.lengthMm ? b : a));
    return { measured: Math.min(...stretches.map(measure)), point: longest.middle, faces: longest.faces };
  });
}
