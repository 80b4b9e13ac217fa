// Linear dimensions after ISO 129-1: extension lines, dimension line with filled arrowheads, the value above it.
import { type AreaItem, type Item, line, type Point, text } from './drawing-model.ts';
import { textWidth } from './text-width.ts';

/** Extension lines start off the outline by this and end beyond the dimension line by twice as much, mm. */
const gap = 1;
/** Length of arrowheads in text heights; a third as wide. */
const arrowLength = 0.85;

export interface LinearDimension {
  readonly from: number;
  readonly to: number;
  /** Across the measured direction: where the outline ends at either end, and where the dimension line lies. */
  readonly outline: readonly [number, number];
  readonly at: number;
  readonly words: string;
  readonly textMm: number;
}

/** A horizontal dimension below (or above) a view. */
export function horizontalDimension(dimension: LinearDimension): Item[] {
  return draw(dimension, (along, across) => [along, across], false);
}

/** A vertical dimension beside a view, read from the right. */
export function verticalDimension(dimension: LinearDimension): Item[] {
  return draw(dimension, (along, across) => [across, along], true);
}

function draw(
  { from, to, outline, at, words, textMm }: LinearDimension,
  place: (along: number, across: number) => Point,
  isTurned: boolean,
): Item[] {
  const side = Math.sign(at - outline[0]);
  const size = textMm * arrowLength;
  const extension = (along: number, end: number): Item =>
    line('DIM', place(along, end + side * gap), place(along, at + side * 2 * gap));
  // Where arrows do not fit between, they point inwards from outside.
  const isTight = to - from < 2.5 * size;
  const reach = isTight ? 2 * size : 0;
  const isTextOutside = textWidth(words, textMm) + 1 > to - from;
  const width = textWidth(words, textMm);
  const middle = isTextOutside ? to + Math.max(reach, 1) + width / 2 : (from + to) / 2;
  const end = isTextOutside ? middle + width / 2 : to + reach;
  // Above the line as one reads it: to the left of a vertical one.
  const above = isTurned ? -1 : 1;
  return [
    extension(from, outline[0]),
    extension(to, outline[1]),
    line('DIM', place(from - reach, at), place(end, at)),
    arrowhead(place(from, at), place(isTight ? from - 1 : from + 1, at), size),
    arrowhead(place(to, at), place(isTight ? to + 1 : to - 1, at), size),
    text(place(middle, at + above * gap), words, { height: textMm, align: 'middle', isTurned }),
  ];
}

/** A filled arrowhead with its tip at `tip`, its shaft towards `shaft`. */
export function arrowhead(tip: Point, shaft: Point, size: number): AreaItem {
  const reach = Math.hypot(shaft[0] - tip[0], shaft[1] - tip[1]);
  const [u, v] = [(shaft[0] - tip[0]) / reach, (shaft[1] - tip[1]) / reach];
  const half = size / 6;
  return {
    shape: 'area',
    layer: 'DIM',
    points: [
      tip,
      [tip[0] + u * size - v * half, tip[1] + v * size + u * half],
      [tip[0] + u * size + v * half, tip[1] + v * size - u * half],
    ],
  };
}
