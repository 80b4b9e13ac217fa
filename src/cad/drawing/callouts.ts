// Callouts of holes, bosses and radii: parallel leaders up and to the right of a view, one row of words each, that never cross.
import { covers, onCircle } from './bounds.ts';
import { arrowhead } from './dimensions.ts';
import { type Item, line, type Point, text } from './drawing-model.ts';
import { textWidth } from './text-width.ts';

/** Leaders rise at this angle. */
export const leaderDegrees = 60;
const slope = Math.tan((leaderDegrees * Math.PI) / 180);
/** From the view to the first row, and how far leaders keep apart, mm. */
const firstRow = 7;
const apart = 4;

/** Where a leader may end: points of a circle, mm of paper, and how far each is from pointing to the centre, degrees. */
export interface Callout {
  readonly words: string;
  readonly tips: readonly Tip[];
}
export interface Tip {
  readonly at: Point;
  readonly aside: number;
}

const asides = [0, 15, -15, 30, -30, 45, -45, 60, -60];

/** Tips on an arc where a leader comes from outside (`square` 60°) or through the centre (240°). */
export function tipsOn(arc: Arc, square: number): Tip[] {
  return asides
    .filter((aside) => covers(arc, square + aside))
    .map((aside) => ({ at: onCircle(arc.center, arc.radius, square + aside), aside }));
}

interface Arc {
  readonly center: Point;
  readonly radius: number;
  readonly from: number;
  readonly to: number;
}

/** Draws the callouts above a view of this height. */
export function drawCallouts(
  callouts: readonly Callout[],
  { height, textMm }: { height: number; textMm: number },
): Item[] {
  const taken: number[] = [];
  const placed = callouts.map(({ words, tips }) => {
    const cost = ({ at, aside }: Tip): number => height - at[1] + Math.abs(aside) / 10;
    const cheapest = [...tips].sort((a, b) => cost(a) - cost(b)).map(({ at }) => at);
    const free = cheapest.find((at) => taken.every((other) => Math.abs(other - lane(at)) >= apart));
    const tip = free ?? cheapest[0] ?? [0, height];
    taken.push(lane(tip));
    return { words, tip };
  });
  // The rightmost leader takes the lowest row: parallel leaders then pass beside every other row's words.
  placed.sort((a, b) => lane(b.tip) - lane(a.tip));
  return placed.flatMap(({ words, tip }, row) => {
    const y = height + firstRow + row * 2 * textMm;
    const knee: Point = [tip[0] + (y - tip[1]) / slope, y];
    const width = textWidth(words, textMm);
    return [
      line('DIM', tip, knee, [knee[0] + width + 2, y]),
      arrowhead(tip, knee, textMm * 0.85),
      text([knee[0] + 1.5, y + 1], words, { height: textMm }),
    ];
  });
}

/** Where a leader through this point meets the base of the view. */
function lane([x, y]: Point): number {
  return x - y / slope;
}
