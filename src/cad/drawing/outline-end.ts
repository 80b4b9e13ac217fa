// Where the outline of a view ends over an extension line, which starts there.
import { boundsOf, type Bounds } from './bounds.ts';
import type { Item } from './drawing-model.ts';

/** Nearer than this a point lies on an edge of the view's box, mm of paper. */
const near = 1e-2;

/** At the left or right end of a view: how far down its lines reach there. */
export function lowestAt(lines: readonly Item[], x: number): number {
  return least(
    lines,
    (one) => Math.abs(one.left - x) < near || Math.abs(one.right - x) < near,
    ({ bottom }) => bottom,
  );
}

/** At the lower or upper end of a view: how far to the left its lines reach there. */
export function leftmostAt(lines: readonly Item[], y: number): number {
  return least(
    lines,
    (one) => isLevel(one, y),
    ({ left }) => left,
  );
}

/** At the lower or upper end of a view: how far to the right its lines reach there. */
export function rightmostAt(lines: readonly Item[], y: number): number {
  return -least(
    lines,
    (one) => isLevel(one, y),
    ({ right }) => -right,
  );
}

function isLevel({ bottom, top }: Bounds, y: number): boolean {
  return Math.abs(bottom - y) < near || Math.abs(top - y) < near;
}

function least(
  lines: readonly Item[],
  test: (bounds: Bounds) => boolean,
  measure: (bounds: Bounds) => number,
): number {
  const found = lines
    .map((item) => boundsOf([item]))
    .filter(test)
    .map(measure);
  return found.length === 0 ? 0 : Math.min(...found);
}
