// ISO 286 limits: published ones, and the formulas that ISO 286-1 (annex) made its tables by.
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../../../src/engine/haitch/knowledge.ts';
import { gradeOf, limitsOf, readToleranceClass } from '../../../../src/engine/standards/iso-286.ts';
import { resourcesDir } from '../desk-rig.ts';

const table = (await loadKnowledge(resourcesDir)).standardTables.iso286;
const limits = (size: number, name: string) => {
  const toleranceClass = readToleranceClass(name);
  return toleranceClass === null ? null : limitsOf(size, toleranceClass, table);
};
/** Geometric mean of a range, mm; the first begins at 1. */
const meanOf = (ranges: readonly number[], place: number): number =>
  Math.sqrt((ranges[place - 1] ?? 1) * (ranges[place] ?? 1));

describe('limits of ISO 286', () => {
  /** Upper and lower deviation, µm, as printed in ISO 286-2 and in every engineer's handbook. */
  test.each([
    [20, 'H7', 21, 0],
    [20, 'g6', -7, -20],
    [50, 'f7', -25, -50],
    [30, 'p6', 35, 22],
    [25, 'k6', 15, 2],
    [60, 's6', 72, 53],
    [100, 'N7', -10, -45],
    [80, 'K7', 9, -21],
    [20, 'P7', -14, -35],
    [20, 'M8', 4, -29],
    [20, 'K8', 10, -23],
    [30, 'N9', 0, -52],
    [300, 'M6', -9, -41],
    [2, 'P7', -6, -16],
    [2, 'N9', -4, -29],
    [200, 'r6', 106, 77],
    [120, 'H8', 54, 0],
    [40, 'h9', 0, -62],
    [6, 'm6', 12, 4],
    [10, 'D10', 98, 40],
    [63, 'js7', 15, -15],
    [500, 'u6', 580, 540],
    [18, 'c11', -95, -205],
  ])('Ø%d %s is %d / %d µm', (size, name, upper, lower) => {
    expect(limits(size, name)).toEqual({ upper, lower });
  });

  test('grades follow i = 0.45 ∛D + 0.001 D, IT6 to IT14 by ISO 286-1: 10, 16, 25, 40, 64, 100, 160, 250, 400 i', () => {
    const multiples = [10, 16, 25, 40, 64, 100, 160, 250, 400];
    for (const [index, multiple] of multiples.entries())
      for (const [place, upTo] of table.gradeUpToMm.entries()) {
        const mean = place === 0 ? Math.sqrt(3) : meanOf(table.gradeUpToMm, place);
        const unit = 0.45 * Math.cbrt(mean) + 0.001 * mean;
        const grade = gradeOf(upTo, index + 6, table) ?? 0;
        // The tables are rounded, up to 3 mm by up to a sixth.
        expect(Math.abs(grade / (multiple * unit) - 1), `IT${index + 6} to ${upTo}`).toBeLessThan(0.16);
      }
  });

  test('shaft deviations follow the formulas of ISO 286-1, annex, but for rounding', () => {
    const of: Record<string, (d: number, it7: number) => number> = {
      d: (d) => -16 * d ** 0.44,
      e: (d) => -11 * d ** 0.41,
      f: (d) => -5.5 * d ** 0.41,
      g: (d) => -2.5 * d ** 0.34,
      k: (d) => 0.6 * Math.cbrt(d),
      n: (d) => 5 * d ** 0.34,
      u: (d, it7) => it7 + d,
    };
    for (const [letter, formula] of Object.entries(of))
      for (const [place, upTo] of table.deviationUpToMm.entries()) {
        if (upTo <= 3 || (letter === 'u' && upTo <= 18)) continue;
        const ranges = 'u' === letter ? table.deviationUpToMm : table.gradeUpToMm;
        const at = letter === 'u' ? place : ranges.findIndex((limit) => upTo <= limit);
        const expected = formula(meanOf(ranges, at), gradeOf(upTo, 7, table) ?? 0);
        const found = table.shaftsUm[letter]?.[place] ?? 0;
        expect(Math.abs(found - expected), `${letter} to ${upTo}`).toBeLessThan(
          Math.max(1.1, 0.08 * Math.abs(expected)),
        );
      }
  });

  test('deviations grow with the size, and r is the mean of p and s', () => {
    for (const [letter, values] of Object.entries(table.shaftsUm)) {
      const sizes = values.map((value) => Math.abs(value));
      expect(sizes, letter).toEqual(sizes.toSorted((a, b) => a - b));
    }
    for (const [place, upTo] of table.deviationUpToMm.entries()) {
      const [p = 0, r = 0, s = 0] = ['p', 'r', 's'].map((letter) => table.shaftsUm[letter]?.[place] ?? 0);
      expect(Math.abs(r - Math.sqrt(p * s)), `r to ${upTo}`).toBeLessThan(Math.max(1, 0.03 * r));
    }
  });

  test('what the standard does not have is not made up', () => {
    for (const [size, name] of [
      [20, 'H4'],
      [20, 'H15'],
      [600, 'H7'],
      [0, 'H7'],
      [20, 'q6'],
      [20, 'K9'],
      [-5, 'g6'],
    ] as const)
      expect(limits(size, name), `${size} ${name}`).toBeNull();
  });
});
