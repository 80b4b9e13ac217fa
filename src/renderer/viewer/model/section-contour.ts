// The outline that a section plane cuts out of a part, with its area and length: by plane and triangle, exact on flat faces.
import type { PartMesh } from '../../../cad/mesh/part-mesh.ts';
import { keptSide, type Section } from './section.ts';
import { add, cross, distance, dot, scale, size, subtract, tripleAt, type Vector } from './vector.ts';

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

/** Cuts a part. Area by the shoelace sum, which needs no chaining: each triangle says on which side its material is. */
export function cutPart(part: PartMesh, section: Section): SectionContour {
  const { normal, constant } = keptSide(section);
  const ends = cutEnds(part, normal, constant);
  const [origin = [0, 0, 0]] = ends;
  let [lengthMm, twice] = [0, 0];
  let gap: Vector = [0, 0, 0];
  for (let at = 0; at < ends.length; at += 2) {
    const [from, to] = [ends[at] ?? origin, ends[at + 1] ?? origin];
    lengthMm += distance(from, to);
    twice += dot(normal, cross(subtract(from, origin), subtract(to, origin)));
    gap = add(gap, subtract(to, from));
  }
  const isClosed = size(gap) <= lengthMm * closingShare && twice >= 0;
  return {
    segments: Float32Array.from(ends.flat()),
    lengthMm,
    areaMm2: isClosed ? twice / 2 : null,
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

function cutEnds({ positions, indices }: PartMesh, normal: Vector, constant: number): Vector[] {
  const ends: Vector[] = [];
  const height = (index: number): number => {
    const at = index * 3;
    return (
      normal[0] * (positions[at] ?? 0) +
      normal[1] * (positions[at + 1] ?? 0) +
      normal[2] * (positions[at + 2] ?? 0) +
      constant
    );
  };
  for (let at = 0; at < indices.length; at += 3) {
    const corners = [indices[at] ?? 0, indices[at + 1] ?? 0, indices[at + 2] ?? 0];
    const heights = corners.map(height);
    const above = heights.filter((value) => value >= 0).length;
    if (above === 0 || above === 3) continue;
    const crossing = (isFalling: boolean): Vector => {
      const side = [0, 1, 2].find((from) => {
        const [here, next] = [heights[from] ?? 0, heights[(from + 1) % 3] ?? 0];
        return isFalling ? here >= 0 && next < 0 : here < 0 && next >= 0;
      });
      const from = side ?? 0;
      const to = (from + 1) % 3;
      const [here, next] = [heights[from] ?? 0, heights[to] ?? 0];
      const a = tripleAt(positions, corners[from] ?? 0);
      const b = tripleAt(positions, corners[to] ?? 0);
      return add(a, scale(subtract(b, a), here / (here - next)));
    };
    ends.push(crossing(true), crossing(false));
  }
  return ends;
}
