// Places of holes as coordinates from the lower left corner of a view: one extension line and one value per place (ISO 129-1, coordinates).
import { type Item, line, type Point, text } from './drawing-model.ts';
import { mm } from './round-features.ts';

/** More values than this on a side do not help a reader. */
const most = 16;

export interface Place {
  /** On paper, from the corner of the view. */
  readonly center: Point;
  /** Where its centre lines end. */
  readonly reach: number;
}

interface Side {
  readonly textMm: number;
  readonly factor: number;
  /** The length of the side on paper. */
  readonly length: number;
  /** Where the outline begins at the zero, across. */
  readonly zero: number;
}

/** Values below the view: distances to the right of its left edge. Null when there are too many for the side. */
export function placesBelow(places: readonly Place[], side: Side): Item[] | null {
  if (places.length === 0) return [];
  const shown = spread(values(places, 0), side);
  if (shown === null) return null;
  const { textMm, factor } = side;
  // The zero stands aside, as the extension line of the overall width goes down there.
  const zero = Math.min(-textMm, (shown[0]?.shown ?? 0) - textMm * 1.3);
  return [...shown, { at: 0, shown: zero, start: side.zero }].flatMap(({ at, shown: label, start }) => [
    line('DIM', [at, start - 0.5], [at, -3], [label, -5.5], [label, -7]),
    text([label + textMm / 2, -8], mm(at / factor), { height: textMm, align: 'right', isTurned: true }),
  ]);
}

/** Values at the right of a view of this width: distances above its lower edge. Null when there are too many. */
export function placesRight(
  places: readonly Place[],
  side: Side & { readonly width: number },
): Item[] | null {
  if (places.length === 0) return [];
  const shown = spread(values(places, 1), side);
  if (shown === null) return null;
  const { textMm, factor, width } = side;
  return [
    ...shown,
    { at: 0, shown: Math.min(0, (shown[0]?.shown ?? 0) - textMm * 1.3), start: side.zero },
  ].flatMap(({ at, shown: label, start }) => [
    line('DIM', [start + 0.5, at], [width + 3, at], [width + 5.5, label], [width + 7, label]),
    text([width + 8, label - textMm / 2], mm(at / factor), { height: textMm }),
  ]);
}

interface Value {
  readonly at: number;
  /** Where the extension line starts, across. */
  readonly start: number;
}

/** Different coordinates, each from the outermost place that has it. */
function values(places: readonly Place[], axis: 0 | 1): Value[] {
  const found: Value[] = [];
  for (const { center, reach } of places) {
    const at = center[axis];
    const across = axis === 0 ? center[1] - reach : center[0] + reach;
    const known = found.findIndex((value) => Math.abs(value.at - at) < 1e-3);
    const outermost = axis === 0 ? Math.min : Math.max;
    if (known < 0) found.push({ at, start: across });
    else found[known] = { at, start: outermost(found[known]?.start ?? across, across) };
  }
  return found.sort((a, b) => a.at - b.at);
}

/** Moves labels apart so that each has its room, in order. */
function spread(sorted: readonly Value[], { textMm, length }: Side): (Value & { shown: number })[] | null {
  const room = textMm * 1.3;
  if (sorted.length > most || sorted.length * room > length + 4 * room) return null;
  const shown = sorted.map(({ at }) => at);
  for (let pass = 0; pass < 200; pass += 1) {
    let isMoved = false;
    for (let index = 1; index < shown.length; index += 1) {
      const lack = room - ((shown[index] ?? 0) - (shown[index - 1] ?? 0));
      if (lack <= 1e-6) continue;
      shown[index - 1] = (shown[index - 1] ?? 0) - lack / 2;
      shown[index] = (shown[index] ?? 0) + lack / 2;
      isMoved = true;
    }
    if (!isMoved) break;
  }
  return sorted.map((value, index) => ({ ...value, shown: shown[index] ?? value.at }));
}
