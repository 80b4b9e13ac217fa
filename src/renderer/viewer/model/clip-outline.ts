// An outline in a plane, cut by a second plane and closed again along the line where the two meet.
import { cross, dot, tripleAt, type Vector } from './vector.ts';

/** Directed segments, six numbers each, mm. */
export interface Outline {
  readonly ends: ArrayLike<number>;
  /** False when segments were missing where it had to be closed. */
  readonly isClosed: boolean;
}

interface Crossing {
  readonly point: Vector;
  /** The outline leaves what is kept (true) or enters it. */
  readonly isLeaving: boolean;
  readonly along: number;
}

/**
 * Keeps normal · p + constant ≥ 0 of an outline that lies square to `planeNormal`. An outline that closes crosses the
 * line of the cut an even number of times, leaving and entering in turn; these are joined in their order along the line.
 */
export function clipOutline(
  { ends, isClosed }: Outline,
  planeNormal: Vector,
  { normal, constant }: { readonly normal: Vector; readonly constant: number },
): Outline {
  const line = cross(planeNormal, normal);
  const kept: number[] = [];
  const crossings: Crossing[] = [];
  for (let at = 0; at * 6 < ends.length; at += 1) {
    const [from, to] = [tripleAt(ends, at * 2), tripleAt(ends, at * 2 + 1)];
    const [here, next] = [dot(normal, from) + constant, dot(normal, to) + constant];
    if (here < 0 && next < 0) continue;
    if (here >= 0 && next >= 0) {
      kept.push(...from, ...to);
      continue;
    }
    const share = here / (here - next);
    const point: Vector = [
      from[0] + (to[0] - from[0]) * share,
      from[1] + (to[1] - from[1]) * share,
      from[2] + (to[2] - from[2]) * share,
    ];
    const isLeaving = here >= 0;
    if (isLeaving) kept.push(...from, ...point);
    else kept.push(...point, ...to);
    crossings.push({ point, isLeaving, along: dot(line, point) });
  }
  const inOrder = crossings.toSorted((a, b) => a.along - b.along);
  let closes = isClosed && crossings.length % 2 === 0;
  for (let at = 0; at + 1 < inOrder.length; at += 2) {
    const [one, other] = [inOrder[at], inOrder[at + 1]];
    if (one === undefined || other === undefined) break;
    if (one.isLeaving === other.isLeaving) closes = false;
    const [leaves, enters] = one.isLeaving ? [one, other] : [other, one];
    kept.push(...leaves.point, ...enters.point);
  }
  return { ends: kept, isClosed: closes };
}
