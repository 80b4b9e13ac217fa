// What a map's values mean: colours on both sides of a limit, and how much surface is beyond it. Pure.
import type { MapKind, PartMap } from '../../../cad/maps/compute-map.ts';

export type Rgb = readonly [number, number, number];

/** Stops of a map's colours: `at` in multiples of the limit (walls, draft) or of the way from it to 90° (overhang). */
interface Stop {
  readonly at: number;
  readonly color: Rgb;
}

const red: Rgb = [0.76, 0.13, 0.12];
const orange: Rgb = [0.95, 0.5, 0.18];
const straw: Rgb = [0.98, 0.86, 0.5];
const sky: Rgb = [0.45, 0.68, 0.85];
const blue: Rgb = [0.16, 0.36, 0.68];
const green: Rgb = [0.3, 0.6, 0.42];
/** Where the map says nothing. */
const silent: Rgb = [0.6, 0.62, 0.65];

/** Red to straw is beyond the limit, sky and blue (or green) within: told apart by people who see no red or no green. */
const stops: Readonly<Record<MapKind, readonly Stop[]>> = {
  thickness: [
    { at: 0, color: red },
    { at: 0.6, color: orange },
    { at: 1, color: straw },
    { at: 1, color: sky },
    { at: 3, color: blue },
  ],
  overhang: [
    { at: -2, color: blue },
    { at: 0, color: sky },
    { at: 0, color: straw },
    { at: 0.5, color: orange },
    { at: 1, color: red },
  ],
  draft: [
    { at: -10, color: blue },
    { at: -1, color: sky },
    { at: -1, color: orange },
    { at: 0, color: red },
    { at: 1, color: orange },
    { at: 1, color: green },
    { at: 10, color: green },
  ],
};

/** Where a value stands on the scale of its stops. */
function placeOn(kind: MapKind, value: number, limit: number): number {
  if (kind !== 'overhang') return limit > 0 ? value / limit : Math.sign(value) * Infinity;
  return value > limit ? (value - limit) / Math.max(90 - limit, 1e-9) : (value - limit) / 45;
}

/** The colour of a value, sRGB from 0 to 1; `limit` in the value's unit. */
export function mapColor(kind: MapKind, value: number, limit: number): Rgb {
  if (Number.isNaN(value)) return silent;
  const place = placeOn(kind, value, limit);
  const row = stops[kind];
  // Two stops at one place are a step: what is exactly at the limit is within it.
  const isIncluded = kind === 'overhang' || (kind === 'draft' && value < 0);
  const next = row.findIndex(({ at }) => (isIncluded ? at >= place : at > place));
  const [low, high] = [row[next - 1], row[next]];
  if (high === undefined) return row.at(-1)?.color ?? silent;
  if (low === undefined) return high.color;
  const share = high.at === low.at ? 0 : (place - low.at) / (high.at - low.at);
  const mix = (channel: 0 | 1 | 2): number =>
    low.color[channel] + (high.color[channel] - low.color[channel]) * share;
  return [mix(0), mix(1), mix(2)];
}

/** Whether a value breaks the limit: too thin, too steep, too little draft. Exactly at it is allowed. */
export function isBeyond(kind: MapKind, value: number, limit: number): boolean {
  const slack = 1e-4 * Math.max(1, Math.abs(limit));
  if (kind === 'thickness') return value < limit - slack;
  return kind === 'overhang' ? value > limit + slack : Math.abs(value) < limit - slack;
}

export interface MapSummary {
  /** Least and greatest value; null when the map says nothing anywhere. */
  readonly range: readonly [number, number] | null;
  readonly areaMm2: number;
  /** Surface beyond the limit, mm². */
  readonly beyondMm2: number;
  /** Surface that the map says nothing about, mm². */
  readonly silentMm2: number;
}

/** Sums a map up at a limit. */
export function summarise(kind: MapKind, maps: readonly PartMap[], limit: number): MapSummary {
  let [low, high, areaMm2, beyondMm2, silentMm2] = [Infinity, -Infinity, 0, 0, 0];
  for (const { values, areas } of maps) {
    values.forEach((value, patch) => {
      const area = areas[patch] ?? 0;
      areaMm2 += area;
      if (Number.isNaN(value)) {
        silentMm2 += area;
        return;
      }
      low = Math.min(low, value);
      high = Math.max(high, value);
      if (isBeyond(kind, value, limit)) beyondMm2 += area;
    });
  }
  return { range: low <= high ? [low, high] : null, areaMm2, beyondMm2, silentMm2 };
}

/** The value of the patch of `triangle` whose middle is nearest to `point`; NaN where there is none. */
export function valueNear(map: PartMap, triangle: number, point: readonly number[]): number {
  const [first = 0, end = 0] = [map.firstOf[triangle], map.firstOf[triangle + 1]];
  let best = { away: Infinity, value: Number.NaN };
  for (let patch = first; patch < end; patch += 1) {
    const away = [0, 1, 2].reduce((sum, axis) => {
      const at = patch * 9 + axis;
      const { corners } = map;
      const middle = ((corners[at] ?? 0) + (corners[at + 3] ?? 0) + (corners[at + 6] ?? 0)) / 3;
      return Math.hypot(sum, middle - (point[axis] ?? 0));
    }, 0);
    if (away < best.away) best = { away, value: map.values[patch] ?? Number.NaN };
  }
  return best.value;
}
