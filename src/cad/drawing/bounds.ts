// The box around items of a drawing.
import type { Item, Point, TextItem } from './drawing-model.ts';
import { textWidth } from './text-width.ts';

export interface Bounds {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** The box around all items, widths of texts included; widths of lines are not. */
export function boundsOf(items: readonly Item[]): Bounds {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of items.flatMap(extremesOf)) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [bottom, top] = [Math.min(bottom, y), Math.max(top, y)];
  }
  return { left, bottom, right, top };
}

/** Corners, ends, and where arcs are leftmost, rightmost, lowest and highest: the box is the one around these points. */
export function extremesOf(item: Item): readonly Point[] {
  if (item.shape === 'text') return cornersOf(item);
  if (item.shape !== 'arc') return item.points;
  const { center, radius, from, to } = item;
  const quarters = [0, 90, 180, 270, 360, 450, 540, 630].filter((angle) => covers(item, angle));
  return [from, to, ...quarters].map((angle) => onCircle(center, radius, angle));
}

/** Whether an arc passes an angle, degrees. */
export function covers({ from, to }: { from: number; to: number }, angle: number): boolean {
  const past = (((angle - from) % 360) + 360) % 360;
  return past <= to - from + 1e-9;
}

/** The point of a circle at an angle, degrees. */
export function onCircle([x, y]: Point, radius: number, angle: number): Point {
  const radians = (angle * Math.PI) / 180;
  return [x + radius * Math.cos(radians), y + radius * Math.sin(radians)];
}

/** Letters may hang a third of their height below the base line. */
function cornersOf({ at: [x, y], text, height, align, isTurned }: TextItem): Point[] {
  const width = textWidth(text, height);
  const start = { left: 0, middle: -width / 2, right: -width }[align];
  const box: Point[] = [
    [start, -height / 3],
    [start + width, height],
  ];
  return box.map(([along, up]) => (isTurned ? [x - up, y + along] : [x + along, y + up]));
}
