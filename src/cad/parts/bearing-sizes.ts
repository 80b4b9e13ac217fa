// Deep-groove ball bearings by designation: bore d, outside D, width B, mm (ISO 15:2017, series 60 and 62; 608).
import type { Problem } from './family.ts';

const sizes: Readonly<Record<string, readonly [bore: number, outside: number, width: number]>> = {
  608: [8, 22, 7],
  6000: [10, 26, 8],
  6001: [12, 28, 8],
  6002: [15, 32, 9],
  6003: [17, 35, 10],
  6004: [20, 42, 12],
  6005: [25, 47, 12],
  6006: [30, 55, 13],
  6007: [35, 62, 14],
  6008: [40, 68, 15],
  6200: [10, 30, 9],
  6201: [12, 32, 10],
  6202: [15, 35, 11],
  6203: [17, 40, 12],
  6204: [20, 47, 14],
  6205: [25, 52, 15],
  6206: [30, 62, 16],
  6207: [35, 72, 17],
  6208: [40, 80, 18],
};
const usual = 6204;

export interface BearingSizes {
  readonly bore: number;
  readonly outside: number;
  readonly width: number;
}

/** The sizes of a bearing; those of 6204 for a designation that is not in the table, which `checkBearing` refuses. */
export function sizesOfBearing(designation = usual): BearingSizes {
  const [bore, outside, width] = sizes[String(designation)] ?? [20, 47, 14];
  return { bore, outside, width };
}

/** Refuses a designation that is not in the table. */
export function checkBearing(designation: number): Problem[] {
  if (Object.hasOwn(sizes, String(designation))) return [];
  const known = Object.keys(sizes).join(', ');
  return [{ field: 'bearing', message: `${designation} is not in the table; known are ${known}` }];
}
