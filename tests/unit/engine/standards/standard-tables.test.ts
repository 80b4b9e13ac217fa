// Tables of threads, fasteners and sheet gauges, each against a formula or a table of its own.
import { describe, expect, test } from 'vitest';
import { sizesOfThread } from '../../../../src/cad/parts/thread-sizes.ts';
import { loadKnowledge } from '../../../../src/engine/haitch/knowledge.ts';
import { resourcesDir } from '../desk-rig.ts';

const { standardTables, standards } = await loadKnowledge(resourcesDir);
const { unThreads, fineThreads, fasteners, gauges } = standardTables;
const rising = (numbers: readonly number[], what: string): void =>
  expect(numbers, what).toEqual(numbers.toSorted((a, b) => a - b));

describe('unified threads', () => {
  test('a number size is 0.060 + 0.013 n inches, a fraction itself (ASME B1.1)', () => {
    for (const { size, majorIn } of unThreads.rows) {
      const [numerator = 1, denominator = 1] = size.split('/').map(Number);
      const expected = size.startsWith('#') ? 0.06 + 0.013 * Number(size.slice(1)) : numerator / denominator;
      expect(majorIn, size).toBeCloseTo(expected, 4);
    }
  });

  test('a tap drill leaves 60 to 85 % of the thread: (D − drill) n / 1.299 (Machinery’s Handbook)', () => {
    for (const { size, threadsPerInch, majorIn, tapDrillIn } of unThreads.rows) {
      const share = ((majorIn - tapDrillIn) * threadsPerInch) / 1.299;
      expect(share, `${size}-${threadsPerInch}`).toBeGreaterThan(0.6);
      expect(share, `${size}-${threadsPerInch}`).toBeLessThan(0.85);
    }
  });

  test('fine is finer than coarse, and clearance widens from close to loose and with the size', () => {
    for (const { size, threadsPerInch, majorIn, series, clearanceIn } of unThreads.rows) {
      const other = unThreads.rows.find((row) => row.size === size && row.series !== series);
      if (other !== undefined && series === 'UNC')
        expect(other.threadsPerInch, size).toBeGreaterThan(threadsPerInch);
      if (clearanceIn !== undefined) rising([majorIn, ...clearanceIn], size);
    }
    for (const fit of [0, 1, 2])
      rising(
        unThreads.rows.flatMap(({ clearanceIn }) => clearanceIn?.[fit] ?? []),
        `fit ${fit}`,
      );
  });
});

describe('metric fine threads', () => {
  test('are finer than the coarse thread, and drilled at d − P', () => {
    for (const { size, pitchMm, tapDrillMm } of fineThreads.rows) {
      const coarse = standards.threads.rows.find(({ name }) => name === size);
      if (coarse !== undefined) expect(pitchMm, size).toBeLessThan(coarse.pitchMm);
      expect(
        Math.abs(tapDrillMm - (Number(size.slice(1)) - pitchMm)),
        `${size}x${pitchMm}`,
      ).toBeLessThanOrEqual(0.051);
    }
  });
});

describe('fasteners', () => {
  const of = (id: string) => fasteners.kinds.find((kind) => kind.id === id)?.rows ?? [];
  const diameter = (size: string): number => Number(size.slice(1));

  test('every size grows with the thread', () => {
    for (const { id, rows } of fasteners.kinds)
      for (const key of ['headMm', 'flatsMm', 'heightMm', 'keyMm', 'boreMm', 'outsideMm'] as const)
        rising(
          rows.flatMap((row) => row[key] ?? []),
          `${id} ${key}`,
        );
  });

  test('a socket head is as high as the thread is wide (ISO 4762), and its key fits into it', () => {
    for (const { size, heightMm, headMm, keyMm } of of('socket')) {
      expect(heightMm, size).toBe(diameter(size));
      expect(headMm, size).toBeLessThanOrEqual(1.9 * diameter(size));
      // Across the corners of the hexagon there must be wall left.
      expect((keyMm ?? 0) / Math.cos(Math.PI / 6), size).toBeLessThan(headMm ?? 0);
    }
  });

  test('a head of 90° is (dk − d) / 2 high (ISO 10642)', () => {
    for (const { size, headMm, heightMm } of of('countersunk_socket'))
      expect(heightMm, size).toBeCloseTo(((headMm ?? 0) - diameter(size)) / 2, 2);
  });

  test('a nut takes the spanner of its bolt, and is some four fifths of the thread high', () => {
    for (const [index, { size, flatsMm, heightMm }] of of('nut').entries()) {
      expect(flatsMm, size).toBe(of('hex')[index]?.flatsMm);
      expect(heightMm / diameter(size), size).toBeGreaterThan(0.75);
      expect(heightMm / diameter(size), size).toBeLessThan(0.95);
      // ISO 272 and ISO 4014: the head is about 0.7 d high.
      expect(Math.abs((of('hex')[index]?.heightMm ?? 0) / diameter(size) - 0.67), size).toBeLessThan(0.06);
    }
  });

  test('a washer lets the screw through; nuts and washers are those the parts are made with', () => {
    for (const { size, boreMm, outsideMm, heightMm } of of('washer')) {
      expect(boreMm, size).toBeGreaterThan(diameter(size));
      const made = sizesOfThread(diameter(size));
      if (made.washer[0] > diameter(size) && made.washer[0] < diameter(size) * 1.2)
        expect([boreMm, outsideMm, heightMm], size).toEqual([...made.washer]);
    }
    for (const { size, flatsMm } of of('nut').filter((row) => /^M(2|2\.5|3|4|5|6|8|10|12)$/.test(row.size)))
      expect(flatsMm, size).toBe(sizesOfThread(diameter(size)).acrossFlats);
  });
});

describe('sheet gauges', () => {
  /** Ounces per square foot by gauge: the U.S. Standard Gauge of 1893, which all but aluminium follow. */
  const ounces: Record<string, number> = {
    7: 120,
    8: 110,
    9: 100,
    10: 90,
    11: 80,
    12: 70,
    13: 60,
    14: 50,
    15: 45,
    16: 40,
    17: 36,
    18: 32,
    19: 28,
    20: 24,
    21: 22,
    22: 20,
    23: 18,
    24: 16,
    25: 14,
    26: 12,
    27: 11,
    28: 10,
    29: 9,
    30: 8,
  };
  const thickness: Record<string, (gauge: string) => number> = {
    steel: (gauge) => (ounces[gauge] ?? 0) / 16 / 41.82,
    galvanised: (gauge) => ((ounces[gauge] ?? 0) + 2.5) / 16 / 41.82,
    stainless: (gauge) => (ounces[gauge] ?? 0) / 640,
    // Brown & Sharpe: 0.005 inch at gauge 36, and 92 times that 39 steps on.
    aluminium: (gauge) => 0.005 * 92 ** ((36 - Number(gauge)) / 39),
  };

  test('follow their weights per square foot, or the geometric series', () => {
    for (const { id, inches } of gauges.kinds)
      for (const [gauge, inch] of Object.entries(inches))
        expect(Math.abs(inch - (thickness[id]?.(gauge) ?? 0)), `${id} ${gauge}`).toBeLessThanOrEqual(0.00011);
  });
});

describe('ISO 2768-1', () => {
  test('angles narrow with the side and widen with the class; edges widen with both', () => {
    const { angles, edges } = standards.generalTolerances;
    for (const [name, minutes] of Object.entries(angles.minutes)) rising(minutes.toReversed(), name);
    for (const [name, mm] of Object.entries(edges.classes)) rising(mm, name);
    for (const place of [0, 1, 2, 3, 4])
      rising(
        ['f', 'm', 'c', 'v'].map((name) => angles.minutes[name]?.[place] ?? 0),
        `${place}`,
      );
  });
});
