// Callouts of rounded corners: `4× R5`, from the cylinders that do not go round and the arcs one sees of them; several arcs of one circle are a diameter.
import { onCircle } from './bounds.ts';
import { type Callout, leaderDegrees, type Tip, tipsOn } from './callouts.ts';
import type { ArcItem, Item } from './drawing-model.ts';
import { isParallel, mm } from './round-features.ts';
import { centerOf } from './center-lines.ts';
import { type ModelCylinder, viewDirections } from './projected-model.ts';
import type { ViewFrame } from './view-frame.ts';

interface Corner {
  readonly arcs: readonly ArcItem[];
  readonly isConcave: boolean;
  readonly size: string;
}

/** One callout for each radius of rounded corners that this view shows as visible arcs. */
export function radiusCallouts(
  frame: ViewFrame,
  cylinders: readonly ModelCylinder[],
  visible: readonly Item[],
): Callout[] {
  const arcs = visible.filter((item): item is ArcItem => item.shape === 'arc' && item.to - item.from < 359);
  const groups = new Map<string, Corner[]>();
  for (const cylinder of cylinders) {
    if (cylinder.isRound || !isParallel(cylinder.axis, viewDirections[frame.view].eye)) continue;
    const [x, y] = centerOf(frame, cylinder);
    const own = arcs.filter(
      ({ center, radius }) =>
        Math.hypot(center[0] - x, center[1] - y) < 0.01 &&
        Math.abs(radius - cylinder.radiusMm * frame.factor) < 0.01,
    );
    const [arc] = own;
    if (arc === undefined) continue;
    const size = goRound(own) ? `Ø${mm(2 * cylinder.radiusMm)}` : `R${mm(cylinder.radiusMm)}`;
    const key = `${cylinder.isConcave} ${size}`;
    const known = groups.get(key) ?? [];
    if (known.some((corner) => corner.arcs[0] === arc)) continue;
    groups.set(key, [...known, { arcs: own, isConcave: cylinder.isConcave, size }]);
  }
  return [...groups.values()].map((same) => ({
    words: `${same.length > 1 ? `${same.length}× ` : ''}${same[0]?.size ?? ''}`,
    tips: same.flatMap(({ arcs: own, isConcave }) => own.flatMap((arc) => tipsOf(arc, isConcave))),
  }));
}

/** Whether arcs of one circle lie all round it: no gap between neighbours is half the circle. */
function goRound(arcs: readonly ArcItem[]): boolean {
  const middles = arcs.map(({ from, to }) => ((from + to) / 2) % 360).sort((a, b) => a - b);
  return (
    middles.length > 1 &&
    middles.every((angle, index) => (middles[index + 1] ?? 360 + (middles[0] ?? 0)) - angle <= 181)
  );
}

/** Outer corners are met from outside, inner ones through their centre; where a leader cannot, it ends anywhere on the arc. */
function tipsOf(arc: ArcItem, isConcave: boolean): Tip[] {
  const tips = tipsOn(arc, isConcave ? leaderDegrees + 180 : leaderDegrees);
  if (tips.length > 0) return tips;
  return [0.5, 0.2, 0.8].map((share) => ({
    at: onCircle(arc.center, arc.radius, arc.from + share * (arc.to - arc.from)),
    aside: 180,
  }));
}
