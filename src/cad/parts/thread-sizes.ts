// Sizes that follow from a metric coarse thread: core hole, clearance, width across flats, flat washers.
import type { Problem } from './family.ts';

interface ThreadSizes {
  /** Drill before tapping, mm (ISO 2306:1972, coarse series). */
  readonly tapDrill: number;
  /** Clearance hole, mm (ISO 273:1979, medium). */
  readonly clearance: number;
  /** Width across flats of its nut, mm (ISO 4032:2012). */
  readonly acrossFlats: number;
  /** Normal flat washer: bore, outside, thickness, mm (ISO 7089:2000). */
  readonly washer: readonly [number, number, number];
}

const sizes: Readonly<Record<string, ThreadSizes>> = {
  1.6: { tapDrill: 1.25, clearance: 1.8, acrossFlats: 3.2, washer: [1.7, 4, 0.3] },
  2: { tapDrill: 1.6, clearance: 2.4, acrossFlats: 4, washer: [2.2, 5, 0.3] },
  2.5: { tapDrill: 2.05, clearance: 2.9, acrossFlats: 5, washer: [2.7, 6, 0.5] },
  3: { tapDrill: 2.5, clearance: 3.4, acrossFlats: 5.5, washer: [3.2, 7, 0.5] },
  4: { tapDrill: 3.3, clearance: 4.5, acrossFlats: 7, washer: [4.3, 9, 0.8] },
  5: { tapDrill: 4.2, clearance: 5.5, acrossFlats: 8, washer: [5.3, 10, 1] },
  6: { tapDrill: 5, clearance: 6.6, acrossFlats: 10, washer: [6.4, 12, 1.6] },
  8: { tapDrill: 6.8, clearance: 9, acrossFlats: 13, washer: [8.4, 16, 1.6] },
  10: { tapDrill: 8.5, clearance: 11, acrossFlats: 16, washer: [10.5, 20, 2] },
  12: { tapDrill: 10.2, clearance: 13.5, acrossFlats: 18, washer: [13, 24, 2.5] },
  14: { tapDrill: 12, clearance: 15.5, acrossFlats: 21, washer: [15, 28, 2.5] },
  16: { tapDrill: 14, clearance: 17.5, acrossFlats: 24, washer: [17, 30, 3] },
  20: { tapDrill: 17.5, clearance: 22, acrossFlats: 30, washer: [21, 37, 3] },
  24: { tapDrill: 21, clearance: 26, acrossFlats: 36, washer: [25, 44, 4] },
  30: { tapDrill: 26.5, clearance: 33, acrossFlats: 46, washer: [31, 56, 4] },
  36: { tapDrill: 32, clearance: 39, acrossFlats: 55, washer: [37, 66, 5] },
};
const usual: ThreadSizes = { tapDrill: 2.5, clearance: 3.4, acrossFlats: 5.5, washer: [3.2, 7, 0.5] };

/** The sizes of M`thread`; those of M3 for a thread that is not in the table, which `checkThread` refuses. */
export function sizesOfThread(thread = 3): ThreadSizes {
  return sizes[String(thread)] ?? usual;
}

/** The largest thread whose screw passes a hole of this diameter, mm, with a tenth of play; M2 where none does. */
export function threadThrough(diameterMm: number): number {
  const passing = Object.keys(sizes)
    .map(Number)
    .filter((thread) => thread + 0.1 <= diameterMm);
  return Math.max(2, ...passing);
}

/** Refuses a thread that is not in the table. */
export function checkThread(thread: number): Problem[] {
  if (Object.hasOwn(sizes, String(thread))) return [];
  const known = Object.keys(sizes)
    .map(Number)
    .sort((a, b) => a - b)
    .map((size) => `M${size}`);
  return [{ field: 'thread', message: `M${thread} is not in the table; known are ${known.join(', ')}` }];
}
