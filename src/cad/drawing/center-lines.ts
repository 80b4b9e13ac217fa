// Centre lines: a cross where one looks along a cylinder, a chain line where one looks from its side (ISO 128-2, type 04.1).
import { joined } from './tidy-lines.ts';
import { drawCurve, onPaper, project, type ViewFrame } from './view-frame.ts';
import { type Item, type Point } from './drawing-model.ts';
import { isParallel } from './round-features.ts';
import { type Curve, type ModelCylinder, viewDirections } from './projected-model.ts';

/** How far centre lines go beyond the outline, mm of paper. */
export const beyondMm = 3;

/** Centre lines of all full cylinders in a view along an axis. */
export function centerLines(frame: ViewFrame, cylinders: readonly ModelCylinder[]): Item[] {
  const beyond = beyondMm / frame.factor;
  const { eye } = viewDirections[frame.view];
  const curves = cylinders
    .filter(({ isRound }) => isRound)
    .flatMap((cylinder): Curve[] => {
      const center = project(frame.view, cylinder.middle);
      if (isParallel(cylinder.axis, eye)) return cross(center, cylinder.radiusMm + beyond);
      const [u, v] = project(frame.view, cylinder.axis);
      const size = Math.hypot(u, v);
      const half = (cylinder.depthMm / 2) * size + beyond;
      return [segment(center, [u / size, v / size], half)];
    });
  return joined(curves).map((curve) => drawCurve(frame, curve, 'CENTER'));
}

/** The centre of a cylinder seen along its axis, on paper. */
export function centerOf(frame: ViewFrame, { middle }: ModelCylinder): Point {
  return onPaper(frame, project(frame.view, middle));
}

function cross(center: Point, half: number): Curve[] {
  return [segment(center, [1, 0], half), segment(center, [0, 1], half)];
}

function segment([x, y]: Point, [u, v]: Point, half: number): Curve {
  return {
    shape: 'path',
    points: [
      [x - u * half, y - v * half],
      [x + u * half, y + v * half],
    ],
  };
}
