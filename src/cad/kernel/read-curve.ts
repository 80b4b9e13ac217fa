// An edge that lies in the plane of a picture, as a straight line, an arc or a polyline.
import { type Edge, getOC } from 'replicad';
import type { Curve } from '../drawing/projected-model.ts';

type Point = [number, number];

/** Shorter lines than this are noise of the projection, mm. */
const shortestMm = 1e-6;
/** A circle seen from its side is a line to this, mm. */
const flatMm = 1e-6;
const stepRad = 0.05;

interface Located {
  X(): number;
  Y(): number;
  Z(): number;
}

/** How points of space come into the picture; where lengths do not keep (a rolled-out cylinder), circles become polylines. */
export interface Placing {
  place(point: Located): Point;
  readonly isRigid: boolean;
}

const asIs: Placing = { place: (point) => [point.X(), point.Y()], isRigid: true };

/** Reads the edge; nothing when it has no length or no curve. Polylines keep within `deflectionMm`. */
export function readCurve(edge: Edge, deflectionMm: number, { place, isRigid }: Placing = asIs): Curve[] {
  const oc = getOC();
  const curve = new oc.BRepAdaptor_Curve(edge.wrapped);
  try {
    const [first, last] = [curve.FirstParameter(), curve.LastParameter()];
    const at = (parameter: number): Point => place(curve.EvalD0(parameter));
    const type = edge.geomType;
    if (type === 'LINE') return toPath([at(first), at(last)]);
    if (type === 'CIRCLE' && isRigid) {
      const circle = curve.Circle();
      const points = [at(first), at((first + last) / 2), at(last)] as const;
      return [toArc({ center: place(circle.Location()), radius: circle.Radius() }, points)];
    }
    const sampler = new oc.GCPnts_TangentialDeflection(curve, first, last, stepRad, deflectionMm, 3);
    const points = Array.from({ length: sampler.NbPoints() }, (_, index) => place(sampler.Value(index + 1)));
    sampler.delete();
    return toPath(straightened(points));
  } catch {
    return [];
  } finally {
    curve.delete();
  }
}

function toPath(points: Point[]): Curve[] {
  const length = points.slice(1).reduce((sum, point, index) => sum + distance(point, points[index]), 0);
  return length < shortestMm ? [] : [{ shape: 'path', points }];
}

function toArc(
  { center, radius }: { readonly center: Point; readonly radius: number },
  [start, middle, end]: readonly [Point, Point, Point],
): Curve {
  const angle = ([x, y]: Point): number => (Math.atan2(y - center[1], x - center[0]) * 180) / Math.PI;
  if (distance(start, end) < shortestMm) return { shape: 'arc', center, radius, from: 0, to: 360 };
  const turn = (from: number, to: number): number => (((to - from) % 360) + 360) % 360;
  const isForward = turn(angle(start), angle(middle)) < turn(angle(start), angle(end));
  const from = isForward ? angle(start) : angle(end);
  const to = isForward ? angle(end) : angle(start);
  return { shape: 'arc', center, radius, from, to: from + turn(from, to) };
}

/** A curve without width becomes the line it covers. */
function straightened(points: Point[]): Point[] {
  const [origin = [0, 0]] = points;
  const far = points.reduce(
    (best, point) => (distance(point, origin) > distance(best, origin) ? point : best),
    origin,
  );
  const size = distance(far, origin);
  if (size < shortestMm) return points;
  const direction: Point = [(far[0] - origin[0]) / size, (far[1] - origin[1]) / size];
  const across = ([x, y]: Point): number => (x - origin[0]) * direction[1] - (y - origin[1]) * direction[0];
  if (points.some((point) => Math.abs(across(point)) > flatMm)) return points;
  const along = points.map(([x, y]) => (x - origin[0]) * direction[0] + (y - origin[1]) * direction[1]);
  const place = (on: number): Point => [origin[0] + on * direction[0], origin[1] + on * direction[1]];
  return [place(Math.min(...along)), place(Math.max(...along))];
}

function distance([x, y]: Point, [u, v]: Point = [x, y]): number {
  return Math.hypot(x - u, y - v);
}
