// Bends that a notch or a hole cut into pieces are one bend: they lie on one line and are made in one stroke.
import type { FlatBend } from './flat-pattern.ts';

const nearMm = 1e-3;

/** Joins pieces of one line, angle, way and radius; the length is that of the pieces together. */
export function joinBends(bends: readonly FlatBend[]): FlatBend[] {
  const joined: FlatBend[] = [];
  for (const bend of bends) {
    const at = joined.findIndex((other) => isSameBend(other, bend));
    const known = joined[at];
    if (known === undefined) joined.push(bend);
    else joined[at] = { ...known, lengthMm: known.lengthMm + bend.lengthMm, line: widest(known, bend) };
  }
  return joined;
}

function isSameBend(a: FlatBend, b: FlatBend): boolean {
  const isAlike =
    a.isUp === b.isUp &&
    Math.abs(a.angleDeg - b.angleDeg) < 1e-3 &&
    Math.abs(a.radiusMm - b.radiusMm) < nearMm;
  return isAlike && b.line.every((point) => distanceToLine(point, a.line) < nearMm);
}

function distanceToLine([x, y]: readonly [number, number], [[ax, ay], [bx, by]]: FlatBend['line']): number {
  const size = Math.hypot(bx - ax, by - ay);
  return size === 0 ? Infinity : Math.abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / size;
}

/** From the first end to the last one of both. */
function widest(a: FlatBend, b: FlatBend): FlatBend['line'] {
  const points = [...a.line, ...b.line];
  const pairs = points.flatMap((from) => points.map((to): FlatBend['line'] => [from, to]));
  const long = ([from, to]: FlatBend['line']): number => Math.hypot(to[0] - from[0], to[1] - from[1]);
  return pairs.reduce((best, pair) => (long(pair) > long(best) ? pair : best), a.line);
}
