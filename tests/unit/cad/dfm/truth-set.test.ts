// Every check on parts that are known by construction: it finds what is there, where it is, and nothing else.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Shape3D } from 'replicad';
import { beforeAll, describe, expect, test } from 'vitest';
import { checks } from '../../../../src/cad/dfm/checks.ts';
import { type DfmRule, dfmRuleTableSchema } from '../../../../src/cad/dfm/dfm-rules.ts';
import { axes, cheapestAxis } from '../../../../src/cad/dfm/directions.ts';
import type { Observation } from '../../../../src/cad/dfm/observation.ts';
import type { Vector } from '../../../../src/cad/dfm/vectors.ts';
import { builders } from '../../../../src/cad/kernel/builders.ts';
import { loadOpenCascade } from '../../../../src/cad/kernel/open-cascade.ts';
import { understand } from '../understand-parts.ts';
import * as parts from './truth-parts.ts';

beforeAll(() => loadOpenCascade());

const up: Vector = [0, 0, 1];

function check(
  shape: Shape3D,
  name: DfmRule['check'],
  limit: number,
  { direction = up, ...more }: { direction?: Vector } & Partial<DfmRule> = {},
): Observation {
  const rule: DfmRule = {
    id: 'rule',
    check: name,
    title: 'Rule',
    limit,
    unit: 'mm',
    severity: 'error',
    suggestion: '',
    source: 'test',
    ...more,
  };
  return checks[name]({ part: parts.underTest(shape), rule, limit, direction });
}

/** A family's part from words. */
function made(text: string): Shape3D {
  const { part } = understand(text);
  const shape = builders[part.family]?.(part.values);
  if (shape === undefined) throw new Error(`nothing builds ${part.family}`);
  return shape;
}

describe('[P-DFM-3] walls', () => {
  test.each([
    ['a cube of 60', () => parts.box(60, 60, 60), 60, 1e-3],
    ['a shelled cup of 2', parts.cup, 2, 0.04],
    ['a rib of 1.5 on a plate of 2.5', parts.ribbedPlate, 1.5, 1e-3],
    ['a wedge from 1 to 5', parts.wedge, 1, 0.02],
    ['a hollow ball of 2', parts.hollowBall, 2, 0.04],
    ['a web of 0.8 between holes', parts.thinWeb, 0.8, 0.04],
  ] as const)('%s is measured', (_, build, truth, accuracy) => {
    const { measured } = check(build(), 'wall_thickness', 0.1);
    expect(Math.abs((measured ?? 0) - truth)).toBeLessThanOrEqual(accuracy);
  });

  test('fires below the limit and not at it', () => {
    expect(check(parts.ribbedPlate(), 'wall_thickness', 1.5).violations).toEqual([]);
    expect(check(parts.hollowBall(), 'wall_thickness', 2).violations).toEqual([]);
    expect(check(parts.ribbedPlate(), 'wall_thickness', 1.6).violations).toHaveLength(1);
  });

  test('says where: on the rib, between x = −10.75 and −9.25 above the plate, and not on the thick plate beside it', () => {
    const [violation] = check(parts.ribbedPlate(), 'wall_thickness', 2).violations;
    expect(violation?.point[0]).toBeGreaterThan(-10.76);
    expect(violation?.point[0]).toBeLessThan(-9.24);
    expect(violation?.point[2]).toBeGreaterThan(2.4);
    // Two sides of 30 × 10.
    expect((violation?.areaMm2 ?? 0) / 600).toBeCloseTo(1, 1);
    expect(violation?.faces).toHaveLength(2);
  });

  test('a knife edge of 30° is a sharp edge and no thin wall', () => {
    const { measured, violations } = check(parts.knife(30), 'sharp_edge', 40);
    expect(measured).toBeCloseTo(30, 3);
    expect(violations).toHaveLength(1);
    expect(check(parts.knife(30), 'wall_thickness', 1).violations).toEqual([]);
    expect(check(parts.knife(45), 'sharp_edge', 45).violations).toEqual([]);
  });

  test('the thickest place is a ball: 10 in a plate of 10, 8 in a boss of 8', () => {
    expect(check(parts.box(60, 40, 10), 'wall_maximum', 12).measured).toBeCloseTo(10, 2);
    const { measured, violations } = check(parts.box(60, 40, 10), 'wall_maximum', 6);
    expect(measured).toBeCloseTo(10, 2);
    expect(violations.length).toBeGreaterThan(0);
    expect(check(parts.box(60, 40, 10), 'wall_maximum', 10).violations).toEqual([]);
  });
});

describe('[P-DFM-3] moulds', () => {
  test('a block has no draft on four sides, a tapered one the draft it was given', () => {
    const block = check(parts.box(40, 30, 20), 'draft', 1);
    expect(block.measured).toBeCloseTo(0, 6);
    expect(block.violations.flatMap(({ faces }) => faces)).toHaveLength(4);
    const tapered = check(parts.drafted(2), 'draft', 1);
    expect(tapered.measured).toBeCloseTo(2, 3);
    expect(tapered.violations).toEqual([]);
    expect(check(parts.drafted(2), 'draft', 2).violations).toEqual([]);
  });

  test('a side hole is an undercut along Z and none along X; the cheapest pull is along X', () => {
    const along = check(parts.sideHole(8), 'undercut', 0);
    // The wall of the hole: π · 8 · 40.
    expect((along.measured ?? 0) / (Math.PI * 8 * 40)).toBeCloseTo(1, 1);
    expect(check(parts.sideHole(8), 'undercut', 0, { direction: [1, 0, 0] }).violations).toEqual([]);
    expect(cheapestAxis(parts.underTest(parts.sideHole(8)), 'pull')).toBe('+X');
  });

  test('cups, tapered blocks and knives are free of undercuts', () => {
    for (const shape of [
      parts.cup(),
      parts.drafted(2),
      parts.knife(30),
      parts.thinWeb(),
      parts.ribbedPlate(),
    ])
      expect(check(shape, 'undercut', 0).violations).toEqual([]);
  });
});

describe('[P-DFM-3] layers', () => {
  test('an arm hangs over with its 15 × 10 underside; standing on its side it needs none', () => {
    const { measured, violations } = check(parts.gallows(), 'overhang', 45);
    expect(measured).toBeCloseTo(90, 3);
    expect((violations[0]?.areaMm2 ?? 0) / 150).toBeCloseTo(1, 1);
    expect(violations[0]?.point[2]).toBeCloseTo(20, 3);
    expect(check(parts.gallows(), 'overhang', 45, { direction: [0, 1, 0] }).violations).toEqual([]);
    expect(['+Y', '-Y', '+X', '-Z']).toContain(cheapestAxis(parts.underTest(parts.gallows()), 'build'));
  });

  test('a deck between two posts is a bridge of its span and no overhang', () => {
    expect(check(parts.gate(8), 'overhang', 45).violations).toEqual([]);
    const { measured, violations } = check(parts.gate(8), 'bridge', 5);
    expect(measured).toBeCloseTo(8, 2);
    expect(violations).toHaveLength(1);
    expect(check(parts.gate(8), 'bridge', 8).violations).toEqual([]);
  });

  test('a face that leans by exactly the limit is not told; a small lying hole needs no support', () => {
    expect(check(parts.knife(45), 'overhang', 45, { direction: [1, 0, 0] }).violations).toEqual([]);
    expect(check(parts.sideHole(6), 'overhang', 45).violations).toEqual([]);
    expect(check(parts.sideHole(16), 'overhang', 45).violations.length).toBeGreaterThan(0);
  });
});

describe('[P-DFM-3] holes and corners', () => {
  test('diameter, depth and the metal beside are those that were built', () => {
    expect(check(parts.blindHole(3, 24), 'hole_diameter', 1).measured).toBeCloseTo(3, 6);
    expect(check(parts.blindHole(3, 24), 'hole_depth', 5).measured).toBeCloseTo(8, 5);
    expect(check(parts.blindHole(3, 24), 'hole_depth', 8).violations).toEqual([]);
    expect(check(parts.blindHole(3, 24), 'hole_depth', 7.9).violations).toHaveLength(1);
    expect(check(parts.thinWeb(), 'hole_edge', 1).measured).toBeCloseTo(0.8, 1);
    expect(check(parts.thinWeb(), 'hole_edge', 1).violations).toHaveLength(2);
    expect(check(parts.box(20, 20, 20), 'hole_diameter', 1).measured).toBeNull();
  });

  test('a sharp pocket cannot be milled, a rounded one has its radius and depth; its floor is no fault', () => {
    const sharp = check(parts.pocket(0), 'inside_corner_radius', 1);
    expect(sharp.measured).toBe(0);
    expect(sharp.violations).toHaveLength(4);
    const round = check(parts.pocket(2), 'inside_corner_radius', 1);
    expect(round.measured).toBeCloseTo(2, 6);
    expect(round.violations).toEqual([]);
    expect(check(parts.pocket(2), 'inside_corner_depth', 8).measured).toBeCloseTo(5, 6);
    // A fillet along a shelf is long and no pocket: a ball cutter runs along it.
    const shelf = made('wall mount bracket 100x80x20');
    expect(check(shelf, 'inside_corner_depth', 8).violations).toEqual([]);
    expect(check(parts.gallows(), 'inside_corner_radius', 1).violations).toEqual([]);
  });

  test('the machine: 120 mm long in a box of 100 does not fit, however it lies', () => {
    const boxMm = [100, 100, 60] as [number, number, number];
    expect(check(parts.box(10, 20, 120), 'build_volume', 1, { boxMm }).measured).toBeCloseTo(1.2, 6);
    expect(check(parts.box(10, 20, 100), 'build_volume', 1, { boxMm }).violations).toEqual([]);
    expect(check(parts.box(61, 61, 61), 'build_volume', 1, { boxMm }).violations).toHaveLength(1);
  });
});

describe('[P-DFM-3] sheet metal', () => {
  const bracket = 'L-bracket 50x40x30, 3 mm thick, bend radius 2 mm, four 5 mm holes';

  test('a bent bracket is of one thickness, and its bend has the radius it was given', () => {
    const even = check(made(bracket), 'even_thickness', 2);
    expect(even.violations).toEqual([]);
    const bend = check(made(bracket), 'bend_radius', 1);
    expect(bend.measured).toBeCloseTo(2 / 3, 3);
    expect(bend.violations).toHaveLength(1);
    expect(
      check(made('U-channel 40x20x100, 2 mm thick, bend radius 2 mm'), 'bend_radius', 1).violations,
    ).toEqual([]);
  });

  test('from the rim of a hole to the bend: 15 − 4 − 2 mm are 4.5 thicknesses of 2 mm', () => {
    const strip = parts.bentStrip();
    expect(check(strip, 'bend_radius', 1).measured).toBeCloseTo(1, 6);
    expect(check(strip, 'hole_to_bend', 4.5).measured).toBeCloseTo(4.5, 3);
    expect(check(strip, 'hole_to_bend', 4.5).violations).toEqual([]);
    expect(check(strip, 'hole_to_bend', 5).violations).toHaveLength(1);
  });

  test('a solid with two thicknesses is no sheet', () => {
    expect(check(parts.ribbedPlate(), 'even_thickness', 2).violations.length).toBeGreaterThan(0);
  });
});

test('[P-DFM-1] every rule has a check, a source that is spelt out, and words', () => {
  const path = join(import.meta.dirname, '../../../../resources/dfm-rules.json');
  const table = dfmRuleTableSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  expect(table.processes.length).toBeGreaterThanOrEqual(8);
  for (const { id, rules, called } of table.processes) {
    expect(called.length).toBeGreaterThan(0);
    for (const rule of rules) {
      expect(table.sources[rule.source], `${id}.${rule.id}`).toBeDefined();
      expect(rule.check === 'unmeasured' ? rule.reason : rule.suggestion, `${id}.${rule.id}`).toBeTruthy();
      expect(rule.limit === null).toBe(rule.check === 'unmeasured');
    }
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
  }
  expect(Object.keys(axes)).toHaveLength(6);
});
