// Dashes of one line, stretched a little so that it begins and ends with a dash (ISO 128-2, 5).
import { type ArcItem, type Drawing, layers, type LineItem } from './drawing-model.ts';

/** Lengths of dash, gap, dash …, mm; empty for a line without gaps, which short ones are. */
export function dashesOf(item: ArcItem | LineItem, { lineGroup }: Pick<Drawing, 'lineGroup'>): number[] {
  const pattern = layers[item.layer].dashes.map((dash) => dash * lineGroup.narrowMm);
  const [dash] = pattern;
  if (dash === undefined) return [];
  const period = pattern.reduce((sum, part) => sum + part, 0);
  const length = lengthOf(item);
  const isClosed = item.shape === 'arc' && item.to - item.from > 359.999;
  const end = isClosed ? 0 : dash;
  // Centre lines have an even number of periods: then a dash lies in the middle, where they cross.
  const step = item.layer === 'CENTER' ? 2 : 1;
  const periods = Math.max(step, step * Math.round((length - end) / period / step));
  const stretch = length / (periods * period + end);
  return stretch < 0.25 ? [] : pattern.map((part) => part * stretch);
}

/** The length of a line, mm of paper. */
export function lengthOf(item: ArcItem | LineItem): number {
  if (item.shape === 'arc') return (item.radius * (item.to - item.from) * Math.PI) / 180;
  return item.points.slice(1).reduce((sum, [x, y], index) => {
    const [u, v] = item.points[index] ?? [x, y];
    return sum + Math.hypot(x - u, y - v);
  }, 0);
}
