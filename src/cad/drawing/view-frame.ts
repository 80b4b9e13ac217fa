// A view on paper: where its model coordinates come to lie, its own lower left corner being the origin.
import type { ArcItem, LayerName, LineItem, Point } from './drawing-model.ts';
import { type Curve, type ProjectedModel, viewDirections, type ViewName } from './projected-model.ts';

export interface ViewFrame {
  readonly view: ViewName;
  /** Millimetres of paper per millimetre of the part. */
  readonly factor: number;
  /** Lower left corner in the picture's coordinates, mm of the part. */
  readonly origin: Point;
  /** On paper, mm. */
  readonly width: number;
  readonly height: number;
}

type Vector = readonly [number, number, number];

/** The frame of a view along an axis, around the model's box. */
export function frameOfBox(view: ViewName, { box }: Pick<ProjectedModel, 'box'>, factor: number): ViewFrame {
  const corners = [project(view, box.min), project(view, box.max)];
  return around(view, corners, factor);
}

/** The frame of a view around its own lines. */
export function frameOfCurves(view: ViewName, curves: readonly Curve[], factor: number): ViewFrame {
  const points = curves.flatMap((curve): Point[] =>
    curve.shape === 'path'
      ? curve.points
      : [
          [curve.center[0] - curve.radius, curve.center[1] - curve.radius],
          [curve.center[0] + curve.radius, curve.center[1] + curve.radius],
        ],
  );
  return around(view, points, factor);
}

function around(view: ViewName, points: readonly Point[], factor: number): ViewFrame {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const origin: Point = [least(xs), least(ys)];
  return {
    view,
    factor,
    origin,
    width: (-least(xs.map((x) => -x)) - origin[0]) * factor,
    height: (-least(ys.map((y) => -y)) - origin[1]) * factor,
  };
}

function least(values: readonly number[]): number {
  return values.reduce((low, value) => Math.min(low, value), Infinity);
}

/** A point of the model in the picture, mm of the part; both directions of a view are of any length here. */
export function project(view: ViewName, [x, y, z]: Vector): Point {
  const { eye, right } = viewDirections[view];
  const up: Vector = [
    eye[1] * right[2] - eye[2] * right[1],
    eye[2] * right[0] - eye[0] * right[2],
    eye[0] * right[1] - eye[1] * right[0],
  ];
  const along = (direction: Vector): number =>
    (x * direction[0] + y * direction[1] + z * direction[2]) / Math.hypot(...direction);
  return [along(right), along(up)];
}

/** A point of the picture on paper. */
export function onPaper({ origin, factor }: ViewFrame, [x, y]: Point): Point {
  return [(x - origin[0]) * factor, (y - origin[1]) * factor];
}

/** A line of the picture on paper. */
export function drawCurve(frame: ViewFrame, curve: Curve, layer: LayerName): ArcItem | LineItem {
  if (curve.shape === 'path')
    return { shape: 'line', layer, points: curve.points.map((point) => onPaper(frame, point)) };
  const { center, radius, from, to } = curve;
  return { shape: 'arc', layer, center: onPaper(frame, center), radius: radius * frame.factor, from, to };
}
