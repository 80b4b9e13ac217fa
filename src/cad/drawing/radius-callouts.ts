// Callouts of rounded corners: `4× R5`, from the cylinders that do not go round and the arcs one sees of them.
import { onCircle } from './bounds.ts';
import { type Callout, leaderDegrees, type Tip, tipsOn } from './callouts.ts';
import type { ArcItem, Item } from './drawing-model.ts';
import { isParallel, mm } from './round-features.ts';
import { centerOf } from './center-lines.ts';
import { type ModelCylinder, viewDirections } from './projected-model.ts';
import type { ViewFrame } from './view-frame.ts';

interface Corner {
  readonly arc: ArcItem;
  readonly isConcave: boolean;
  readonly radiusMm: number;
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
    const arc = arcs.find(
      ({ center, radius }) =>
        Math.hypot(center[0] - x, center[1] - y) < 0.01 &&
        Math.abs(radius - cylinder.radiusMm * frame.factor) < 0.01,
    );
    const name = `${cylinder.isConcave} ${mm(cylinder.radiusMm)}`;
    if (arc === undefined) continue;
    const known = groups.get(name) ?? [];
    if (known.some((corner) => corner.arc === arc)) continue;
    groups.set(name, [...known, { arc, isConcave: cylinder.isConcave, radiusMm: cylinder.radiusMm }]);
  }
  return [...groups.values()].map((same) => ({
    words: `${same.length > 1 ? `${same.length}× ` : ''}R${mm(same[0]?.radiusMm ?? 0)}`,
    tips: same.flatMap(tipsOf),
  }));
}

/** Outer corners are met from outside, inner ones through their centre; where a leader cannot, it ends anywhere on the arc. */
function tipsOf({ arc, isConcave }: Corner): Tip[] {
  const tips = tipsOn(arc, isConcave ? leaderDegrees + 180 : leaderDegrees);
  if (tips.length > 0) return tips;
  return [0.5, 0.2, 0.8].map((share) => ({
    at: onCircle(arc.center, arc.radius, arc.from + share * (arc.to - arc.from)),
    aside: 180,
  }));
}
