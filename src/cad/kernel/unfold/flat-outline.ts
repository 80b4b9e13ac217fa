// The ends of a flat sheet, chained to closed contours: the largest is the outline, the others are its holes.
import type { Edge } from 'replicad';
import { Refusal } from '../../../shared/std/result.ts';
import type { Curve } from '../../drawing/projected-model.ts';
import type { FlatBend, FlatPattern } from '../../sheet/flat-pattern.ts';
import { type Placing, readCurve } from '../read-curve.ts';
import { type Flat, type PlanePlacing, placeOnPlane, type RolledBend } from './placing.ts';

/** An edge where the sheet ends, and how its face lies in the flat. */
export interface Cut {
  readonly edge: Edge;
  readonly placing: PlanePlacing | RolledBend;
}

interface Pieces {
  readonly cuts: readonly Cut[];
  readonly bends: readonly FlatBend[];
  readonly thicknessMm: number;
  readonly name: string;
}

/** Polylines for free curves keep within this of them, mm: a tenth of what a laser holds. */
const deflectionMm = 0.01;
/** Ends nearer than this are one, mm. */
const joinMm = 1e-3;

/** Reads the curves, joins them, and moves all to the first quadrant; a `Refusal` when a contour stays open. */
export function flatOutline({ cuts, bends, thicknessMm, name }: Pieces): FlatPattern {
  const curves = cuts.flatMap(({ edge, placing }) => readCurve(edge, deflectionMm, placingOf(placing)));
  const loops = chain(curves);
  if (loops === null)
    throw new Refusal(
      'CAD_FILE',
      `The outline of ${name} in the flat does not close, so it cannot be cut.`,
      'name',
    );
  const [outline = [], ...holes] = loops.toSorted((a, b) => diagonal(b) - diagonal(a));
  const { low, high } = boxOf(outline);
  const shift = (curve: Curve): Curve => movedBy(curve, [-low[0], -low[1]]);
  return {
    thicknessMm,
    widthMm: high[0] - low[0],
    heightMm: high[1] - low[1],
    outline: outline.map(shift),
    holes: holes.map((hole) => hole.map(shift)),
    bends: bends.map((bend) => ({
      ...bend,
      line: [
        [bend.line[0][0] - low[0], bend.line[0][1] - low[1]],
        [bend.line[1][0] - low[0], bend.line[1][1] - low[1]],
      ],
    })),
  };
}

function placingOf(placing: PlanePlacing | RolledBend): Placing {
  const at =
    'place' in placing
      ? placing.place
      : (point: Parameters<RolledBend['place']>[0]) => placeOnPlane(placing, point);
  return { isRigid: !('place' in placing), place: (point) => [...at([point.X(), point.Y(), point.Z()])] };
}

/** Curves in order of their ends; null when one has no neighbour. */
function chain(curves: readonly Curve[]): Curve[][] | null {
  const isWhole = (curve: Curve): boolean => {
    const [from, to] = endsOf(curve);
    return distance(from, to) < joinMm;
  };
  const loops = curves.filter(isWhole).map((curve) => [curve]);
  const left = curves.filter((curve) => !isWhole(curve));
  for (let first = left.shift(); first !== undefined; first = left.shift()) {
    const loop = [first];
    let [start, end] = endsOf(first);
    while (distance(start, end) >= joinMm) {
      const at = left.findIndex((curve) => endsOf(curve).some((point) => distance(point, end) < joinMm));
      const [next] = at === -1 ? [] : left.splice(at, 1);
      if (next === undefined) return null;
      loop.push(next);
      const [from, to] = endsOf(next);
      end = distance(from, end) < joinMm ? to : from;
    }
    loops.push(loop);
  }
  return loops;
}

function endsOf(curve: Curve): [Flat, Flat] {
  if (curve.shape === 'path') return [curve.points[0] ?? [0, 0], curve.points.at(-1) ?? [0, 0]];
  return [onArc(curve, curve.from), onArc(curve, curve.to)];
}

function onArc({ center, radius }: Extract<Curve, { shape: 'arc' }>, degrees: number): Flat {
  const angle = (degrees * Math.PI) / 180;
  return [center[0] + radius * Math.cos(angle), center[1] + radius * Math.sin(angle)];
}

/** Ends, and the quarter points that an arc passes. */
function extremes(curve: Curve): Flat[] {
  if (curve.shape === 'path') return curve.points;
  const quarters = Array.from({ length: 9 }, (_, index) => 90 * index - 360);
  const passed = quarters.filter((degrees) => degrees > curve.from && degrees < curve.to);
  return [...endsOf(curve), ...passed.map((degrees) => onArc(curve, degrees))];
}

function boxOf(curves: readonly Curve[]): { low: Flat; high: Flat } {
  const points = curves.flatMap(extremes);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);
  return { low: [least(xs), least(ys)], high: [most(xs), most(ys)] };
}

function diagonal(curves: readonly Curve[]): number {
  const { low, high } = boxOf(curves);
  return distance(low, high);
}

function movedBy(curve: Curve, [dx, dy]: Flat): Curve {
  if (curve.shape === 'arc') return { ...curve, center: [curve.center[0] + dx, curve.center[1] + dy] };
  return { ...curve, points: curve.points.map(([x, y]) => [x + dx, y + dy]) };
}

function distance([x, y]: Flat, [u, v]: Flat): number {
  return Math.hypot(x - u, y - v);
}
