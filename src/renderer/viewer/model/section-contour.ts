// The outline that a section plane cuts out of a part, with its area and length: by plane and triangle, exact on flat faces.
import type { PartMesh } from '../../../cad/mesh/part-mesh.ts';
import { clipOutline, type Outline } from './clip-outline.ts';
import { keptSide, type Section } from './section.ts';
import { cross, dot, size, subtract, tripleAt, type Vector } from './vector.ts';

export interface SectionContour {
  /** Pairs of points, mm, running round the material counter-clockwise as seen against the kept side's normal. */
  readonly segments: Float32Array;
  /** Length of all outlines, holes too, mm. */
  readonly lengthMm: number;
  /** Area of the cut face, mm²; null where the outline does not close, as on an open shell. */
  readonly areaMm2: number | null;
}

/** Outlines count as closed when their ends miss each other by less than this share of their length. */
const closingShare = 1e-5;
/** Points this near to a plane lie in it, mm: the noise of single-precision coordinates of a face that it was placed on. */
const inPlaneMm = 2e-5;

/** Cuts a part at `section`, and the cut face at the planes of `others`. */
export function cutPart(part: PartMesh, section: Section, others: readonly Section[] = []): SectionContour {
  const { normal, constant } = keptSide(section);
  let outline: Outline = { ends: cutEnds(part, normal, constant), isClosed: true };
  for (const other of others) outline = clipOutline(outline, normal, keptSide(other));
  return measured(outline, normal);
}

/** Length, and area by the shoelace sum, which needs no chaining: each segment says on which side its material is. */
function measured({ ends, isClosed }: Outline, normal: Vector): SectionContour {
  const origin = tripleAt(ends, 0);
  const gap: [number, number, number] = [0, 0, 0];
  let [lengthMm, twice] = [0, 0];
  for (let at = 0; at * 6 < ends.length; at += 1) {
    const from = subtract(tripleAt(ends, at * 2), origin);
    const to = subtract(tripleAt(ends, at * 2 + 1), origin);
    const way = subtract(to, from);
    lengthMm += size(way);
    twice += dot(normal, cross(from, to));
    for (const axis of [0, 1, 2] as const) gap[axis] += way[axis];
  }
  const closes = isClosed && size(gap) <= lengthMm * closingShare && twice >= -1e-9;
  return {
    segments: Float32Array.from(ends),
    lengthMm,
    areaMm2: closes ? Math.max(0, twice / 2) : null,
  };
}

/** Sums the cuts of several parts; the area is null where one of them has none. */
export function sumContours(contours: readonly SectionContour[]): Omit<SectionContour, 'segments'> {
  return {
    lengthMm: contours.reduce((sum, { lengthMm }) => sum + lengthMm, 0),
    areaMm2: contours.reduce<number | null>(
      (sum, { areaMm2 }) => (sum === null || areaMm2 === null ? null : sum + areaMm2),
      0,
    ),
  };
}

/** Ends of the segments, six numbers each; a triangle that only touches the plane from the kept side is not cut. */
function cutEnds({ positions, indices }: PartMesh, [nx, ny, nz]: Vector, constant: number): number[] {
  const ends: number[] = [];
  const heights = new Float64Array(positions.length / 3);
  for (let at = 0; at < heights.length; at += 1) {
    const height =
      nx * (positions[at * 3] ?? 0) +
      ny * (positions[at * 3 + 1] ?? 0) +
      nz * (positions[at * 3 + 2] ?? 0) +
      constant;
    heights[at] = Math.abs(height) < inPlaneMm ? 0 : height;
  }
  const crossing = (from: number, to: number): void => {
    const [here, next] = [heights[from] ?? 0, heights[to] ?? 0];
    const share = here / (here - next);
    for (let axis = 0; axis < 3; axis += 1) {
      const start = positions[from * 3 + axis] ?? 0;
      ends.push(start + ((positions[to * 3 + axis] ?? 0) - start) * share);
    }
  };
  // From where the triangle falls below the plane to where it rises above it.
  const isAbove = (corner: number): boolean => (heights[corner] ?? 0) >= 0;
  const cutTriangle = (a: number, b: number, c: number): void => {
    const [isA, isB, isC] = [isAbove(a), isAbove(b), isAbove(c)];
    if (isA === isB && isB === isC) return;
    if (isA && !isB) crossing(a, b);
    else if (isB && !isC) crossing(b, c);
    else crossing(c, a);
    if (!isA && isB) crossing(a, b);
    else if (!isB && isC) crossing(b, c);
    else crossing(c, a);
  };
  for (let at = 0; at < indices.length; at += 3)
    cutTriangle(indices[at] ?? 0, indices[at + 1] ?? 0, indices[at + 2] ?? 0);
  return ends;
}
