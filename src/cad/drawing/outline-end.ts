// Where the outline of a view ends over an extension line, which starts there.
import { extremesOf } from './bounds.ts';
import type { Item, Point } from './drawing-model.ts';

/** Nearer than this a point lies on an edge of the view's box, mm of paper: boxes of free forms are a little loose. */
const near = 0.05;

/** At the left or right end of a view: how far down its lines reach there. */
export function lowestAt(lines: readonly Item[], x: number): number {
  return least(lines.flatMap(extremesOf).flatMap(([u, y]) => (Math.abs(u - x) < near ? [y] : [])));
}

/** At the lower or upper end of a view: how far to the left its lines reach there. */
export function leftmostAt(lines: readonly Item[], y: number): number {
  return least(atHeight(lines, y).map(([x]) => x));
}

/** At the lower or upper end of a view: how far to the right its lines reach there. */
export function rightmostAt(lines: readonly Item[], y: number): number {
  return -least(atHeight(lines, y).map(([x]) => -x));
}

function atHeight(lines: readonly Item[], y: number): Point[] {
  return lines.flatMap(extremesOf).filter(([, v]) => Math.abs(v - y) < near);
}

function least(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((low, value) => Math.min(low, value), Infinity);
}
