// Limits of size by ISO 286-1: a tolerance class such as H7 or g6 at a nominal size gives an upper and a lower deviation.
import type { Iso286Table } from './standard-tables.ts';

/** Deviations from the nominal size, µm. */
export interface Limits {
  readonly upper: number;
  readonly lower: number;
}

interface ToleranceClass {
  readonly letter: string;
  readonly grade: number;
}

/** `H7` is a hole, `g6` a shaft; null for what is no class. */
export function readToleranceClass(text: string): ToleranceClass | null {
  const [, letter, grade] = /^([A-Z]{1,2}|[a-z]{1,2})(\d{1,2})$/.exec(text) ?? [];
  return letter === undefined ? null : { letter, grade: Number(grade) };
}

/**
 * The limits of a class at a nominal size in mm, up to 500; null where the table has no such size, letter or grade.
 * Holes follow the shaft of the same letter (ISO 286-1, 4.3): EI = −es, ES = −ei, and ES = −ei + Δ with
 * Δ = IT(n) − IT(n − 1) for K, M, N up to IT8 and P to U up to IT7, above 3 mm.
 */
export function limitsOf(
  sizeMm: number,
  { letter, grade }: ToleranceClass,
  table: Iso286Table,
): Limits | null {
  const tolerance = gradeOf(sizeMm, grade, table);
  if (tolerance === null || grade < 5) return null;
  const shaft = letter.toLowerCase();
  if (shaft === 'js') return { upper: tolerance / 2, lower: -tolerance / 2 };
  const deviation = table.shaftsUm[shaft]?.[placeOf(sizeMm, table.deviationUpToMm)];
  if (deviation === undefined) return null;
  const isShaft = letter === shaft;
  const isAbove = shaft > 'h';
  if (isShaft) {
    const ei = shaft === 'k' && (grade > 7 || grade < 4) ? 0 : deviation;
    return isAbove
      ? { lower: ei, upper: ei + tolerance }
      : { upper: deviation, lower: deviation - tolerance };
  }
  if (!isAbove) return { lower: 0 - deviation, upper: tolerance - deviation };
  const upper = holeUpper(sizeMm, { letter: shaft, grade }, { deviation, table });
  return upper === null ? null : { upper, lower: upper - tolerance };
}

/** ES of the holes K to U, µm; null for K above IT8, which has none above 3 mm. */
function holeUpper(
  sizeMm: number,
  { letter, grade }: ToleranceClass,
  { deviation, table }: { readonly deviation: number; readonly table: Iso286Table },
): number | null {
  if (letter === 'k' && grade > 8) return sizeMm <= 3 ? 0 : null;
  if (letter === 'n' && grade > 8 && sizeMm > 3) return 0;
  // The one exception of the standard: M6 from 250 to 315 mm has −9 µm.
  if (letter === 'm' && grade === 6 && sizeMm > 250 && sizeMm <= 315) return -9;
  const last = 'kmn'.includes(letter) ? 8 : 7;
  if (sizeMm <= 3 || grade > last) return -deviation;
  const [own, finer] = [gradeOf(sizeMm, grade, table), gradeOf(sizeMm, grade - 1, table)];
  return own === null || finer === null ? null : -deviation + own - finer;
}

/** The standard tolerance IT of a grade, µm; null outside the table. */
export function gradeOf(sizeMm: number, grade: number, table: Iso286Table): number | null {
  if (!(sizeMm > 0)) return null;
  return table.gradesUm[String(grade)]?.[placeOf(sizeMm, table.gradeUpToMm)] ?? null;
}

/** The range a size falls into: above the one before, up to and including its own. */
function placeOf(sizeMm: number, upToMm: readonly number[]): number {
  return upToMm.findIndex((limit) => sizeMm <= limit);
}
