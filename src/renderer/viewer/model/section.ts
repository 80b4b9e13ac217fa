// A section plane as a value: a direction, an offset along it, one side taken away. What several leave is what all keep.
import type { Box } from '../../../cad/mesh/part-mesh.ts';
import { dot, scale, unit, type Vector } from './vector.ts';

export type SectionAxis = 'x' | 'y' | 'z';
/** What a plane was placed from: a main axis, a flat face, the axis of something round, a straight edge. */
export type SectionKind = SectionAxis | 'face' | 'axis' | 'edge';

export interface Section {
  readonly kind: SectionKind;
  /** Square to the plane, of length 1; the side it points to is taken away unless `isFlipped`. */
  readonly direction: Vector;
  /** Where offset 0 lies, mm along the direction: 0 for the main axes, else the picked thing. */
  readonly baseMm: number;
  /** Millimetres along the direction, from the base. */
  readonly offsetMm: number;
  readonly isFlipped: boolean;
}

/** How many planes may cut at once. */
export const mostSections = 3;

const directions: Readonly<Record<SectionAxis, Vector>> = { x: [1, 0, 0], y: [0, 1, 0], z: [0, 0, 1] };

/** A cut across a main axis through the middle of a box; the side towards the eye is taken away. */
export function middleSection(box: Box, axis: SectionAxis, toward: Vector = directions[axis]): Section {
  const direction = directions[axis];
  const middle = { kind: axis, direction, baseMm: 0, offsetMm: 0, isFlipped: dot(direction, toward) < 0 };
  const [low, high] = sectionRange(box, middle);
  return { ...middle, offsetMm: (low + high) / 2 };
}

/** Lowest and highest offset that still cut the box, mm. */
export function sectionRange(
  { min, max }: Box,
  { direction, baseMm }: Pick<Section, 'direction' | 'baseMm'>,
): readonly [number, number] {
  const reach = direction.map((part, axis) => [part * (min[axis] ?? 0), part * (max[axis] ?? 0)]);
  const sum = (pick: (...values: number[]) => number): number =>
    reach.reduce((total, ends) => total + pick(...ends), 0);
  return [sum(Math.min) - baseMm, sum(Math.max) - baseMm];
}

/** The plane as normal · p + constant ≥ 0 for what is kept, mm. */
export function keptSide({ direction, baseMm, offsetMm, isFlipped }: Section): {
  normal: Vector;
  constant: number;
} {
  const at = baseMm + offsetMm;
  return isFlipped ? { normal: direction, constant: -at } : { normal: scale(direction, -1), constant: at };
}

/** Whether a point is still there; points on a plane are. */
export function isKept(sections: readonly Section[], point: Vector): boolean {
  return sections.every((section) => {
    const { normal, constant } = keptSide(section);
    return dot(normal, point) + constant >= -1e-4;
  });
}

/** A plane at a point, square to `direction`, with its offset counted from there. */
export function sectionAt(kind: SectionKind, point: Vector, direction: Vector): Section {
  const along = unit(direction);
  return { kind, direction: along, baseMm: dot(along, point), offsetMm: 0, isFlipped: false };
}
