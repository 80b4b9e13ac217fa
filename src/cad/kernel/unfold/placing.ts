// Where a side of the sheet lies in the flat: straight faces move as they are, bends are rolled out.
import { cross, dot, minus, norm, scale, unit, type Vector } from '../../dfm/vectors.ts';
import { type RoundFace, radial } from './sheet-faces.ts';

export type Flat = readonly [number, number];

/** A plane of space laid into the flat: `origin` comes to `at`, the unit vectors `u` and `v` to `flatU` and `flatV`. */
export interface PlanePlacing {
  readonly origin: Vector;
  readonly u: Vector;
  readonly v: Vector;
  readonly at: Flat;
  readonly flatU: Flat;
  readonly flatV: Flat;
}

/** The first plane: its own coordinates, looking against its normal. */
export function firstPlacing(origin: Vector, u: Vector, normal: Vector): PlanePlacing {
  return { origin, u, v: cross(normal, u), at: [0, 0], flatU: [1, 0], flatV: [0, 1] };
}

export function placeOnPlane(placing: PlanePlacing, point: Vector): Flat {
  const from = minus(point, placing.origin);
  return along(placing.at, placing, [dot(from, placing.u), dot(from, placing.v)]);
}

function along([x, y]: Flat, { flatU, flatV }: Pick<PlanePlacing, 'flatU' | 'flatV'>, [a, b]: Flat): Flat {
  return [x + a * flatU[0] + b * flatV[0], y + a * flatU[1] + b * flatV[1]];
}

/** A bend in the flat: it starts on a line of its first face and ends `allowanceMm` further. */
export interface RolledBend {
  readonly angleRad: number;
  /** A point of the cylinder, or of the lines where it starts and ends, in the flat. */
  place(point: Vector): Flat;
  /** How far round the bend a point is, 0 to 1. */
  shareOf(point: Vector): number;
  /** `share` of the bend, 0 to 1, and mm along its axis, in the flat. */
  at(share: number, alongMm: number): Flat;
  /** Along the axis, from its point, mm. */
  readonly ends: readonly [number, number];
  /** The plane behind the bend. */
  readonly next: PlanePlacing;
}

export interface BendStart {
  readonly placing: PlanePlacing;
  readonly round: RoundFace;
  /** The ends of the edges on which the straight face becomes the bend. */
  readonly edge: readonly [Vector, ...Vector[]];
  /** A point on the edge where it ends. */
  readonly far: Vector;
}

/** Rolls a bend out; `allowanceOf` says its length in the flat from its angle, rad. */
export function rollOut(
  { placing, round, edge, far }: BendStart,
  allowanceOf: (angleRad: number) => number,
): RolledBend {
  const { axis } = round;
  const { direction } = axis;
  const [first, last] = [unit(radial(edge[0], axis)), unit(radial(far, axis))];
  // Which way round: that of the middle of the face.
  const middle = radial(round.point, axis);
  const turn = dot(cross(first, middle), direction) < 0 ? -1 : 1;
  const angleFrom = (point: Vector): number => {
    const to = unit(radial(point, axis));
    const angle = Math.atan2(turn * dot(cross(first, to), direction), dot(first, to));
    // A little before the start is before it, and not a whole turn behind.
    return angle < -1e-3 ? angle + 2 * Math.PI : angle;
  };
  const angleRad = angleFrom(far);
  const allowance = allowanceOf(angleRad);
  const tangent = (radius: Vector): Vector => scale(cross(direction, radius), turn);
  const onAxis = (point: Vector): number => dot(minus(point, axis.point), direction);
  const start = placeOnPlane(placing, edge[0]);
  const flat = { flatU: toFlat(placing, direction), flatV: toFlat(placing, tangent(first)) };
  const startAlong = onAxis(edge[0]);
  const at = (share: number, alongMm: number): Flat =>
    along(start, flat, [alongMm - startAlong, share * allowance]);
  const shareOf = (point: Vector): number => angleFrom(point) / angleRad;
  const ends = edge.map(onAxis);
  return {
    angleRad,
    place: (point) => at(shareOf(point), onAxis(point)),
    shareOf,
    at,
    ends: [Math.min(...ends), Math.max(...ends)],
    next: {
      origin: far,
      u: direction,
      v: tangent(last),
      at: at(1, onAxis(far)),
      ...flat,
    },
  };
}

function toFlat({ u, v, flatU, flatV }: PlanePlacing, direction: Vector): Flat {
  return along([0, 0], { flatU, flatV }, [dot(direction, u), dot(direction, v)]);
}

/** Whether two directions are the same one, or opposite ones. */
export function isAlong(a: Vector, b: Vector): boolean {
  return norm(cross(unit(a), unit(b))) < 1e-4;
}
