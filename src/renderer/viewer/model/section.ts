// A section plane as a value: along an axis, at an offset, one side taken away.
import type { Box } from '../../../cad/mesh/part-mesh.ts';
import type { Vector } from './vector.ts';

export type SectionAxis = 'x' | 'y' | 'z';

export interface Section {
  readonly axis: SectionAxis;
  /** Where the plane cuts its axis, mm. */
  readonly offsetMm: number;
  /** Which side is kept: the lower (false) or the upper (true). */
  readonly isFlipped: boolean;
}

const directions: Readonly<Record<SectionAxis, Vector>> = { x: [1, 0, 0], y: [0, 1, 0], z: [0, 0, 1] };
const places: Readonly<Record<SectionAxis, 0 | 1 | 2>> = { x: 0, y: 1, z: 2 };

/** A first cut through the middle of a box. */
export function middleSection(box: Box, axis: SectionAxis): Section {
  const place = places[axis];
  return { axis, offsetMm: (box.min[place] + box.max[place]) / 2, isFlipped: false };
}

/** Lowest and highest offset that still cut the box, mm. */
export function sectionRange(box: Box, axis: SectionAxis): readonly [number, number] {
  return [box.min[places[axis]], box.max[places[axis]]];
}

/** The plane as normal · p + constant ≥ 0 for what is kept. */
export function keptSide({ axis, offsetMm, isFlipped }: Section): { normal: Vector; constant: number } {
  const [x, y, z] = directions[axis];
  return isFlipped
    ? { normal: [x, y, z], constant: -offsetMm }
    : { normal: [-x, -y, -z], constant: offsetMm };
}

/** Whether a point is still there; points on the plane are. */
export function isKept(section: Section | null, point: Vector): boolean {
  if (section === null) return true;
  const { normal, constant } = keptSide(section);
  return normal[0] * point[0] + normal[1] * point[1] + normal[2] * point[2] + constant >= -1e-4;
}
