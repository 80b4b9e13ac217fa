// An L-bracket of bent sheet: a base along Y, an upright along Z, a row of holes along X in each leg.
import { bentArea, sheetParameters } from '../bent-sheet.ts';
import { circleArea, count, type Family, length, type Problem, readValues } from '../family.ts';
import type { PartValues } from '../part-specification.ts';

const names = [
  'base',
  'upright',
  'width',
  'thickness',
  'bend_radius',
  'hole_count',
  'hole_diameter',
] as const;

export const lBracket: Family = {
  id: 'l_bracket',
  title: 'L-bracket',
  example: 'L-bracket 50x40x30 mm',
  called: /\b(?:l|angle|corner|right[\s-]angle)[\s-]*brackets?\b|\bangle\s+(?:iron|cleat)s?\b/i,
  usualMaterial: { name: 'Mild steel S235JR', reason: 'bent brackets are usually mild steel' },
  isBentSheet: true,
  envelope: ['base', 'upright', 'width'],
  // An angle section is written as its legs and its thickness.
  envelopeFor: ([base = 0, upright = 0, third = 0]) =>
    third <= Math.min(base, upright) / 8 ? ['base', 'upright', 'thickness'] : ['base', 'upright', 'width'],
  parameters: [
    length('base', 'Base (Y)', { min: 5, words: ['base', 'leg', 'legs', 'length', 'long'] }),
    length('upright', 'Upright (Z)', {
      min: 5,
      words: ['upright', 'height', 'high', 'tall'],
      assume: ({ base = 0 }) => ({ value: base, reason: 'equal legs, as only one was given' }),
    }),
    length('width', 'Width (X)', {
      min: 3,
      words: ['width', 'wide'],
      assume: ({ base = 0 }) => ({ value: base * 0.6, reason: 'three fifths of the base' }),
    }),
    ...sheetParameters(3),
    count('hole_count', 'Holes', {
      max: 40,
      words: ['holes', 'hole'],
      assume: () => ({ value: 2, reason: 'one screw in each leg' }),
    }),
    length('hole_diameter', 'Hole diameter', {
      matters: ({ hole_count: held = 0 }) => held > 0,
      max: 200,
      words: ['hole diameter', 'holes'],
      assume: () => ({ value: 5.5, reason: 'clearance for M5 screws, ISO 273 medium' }),
    }),
  ],
  check,
  volumeMm3(values) {
    const v = readValues(values, ...names);
    const profile = { sides: [v.base, v.upright], thickness: v.thickness, radius: v.bend_radius };
    return bentArea(profile) * v.width - v.hole_count * circleArea(v.hole_diameter) * v.thickness;
  },
  boxMm(values) {
    const v = readValues(values, 'width', 'base', 'upright');
    return [v.width, v.base, v.upright];
  },
};

/** Places along X of the holes of one leg, origin in the middle. */
export function rowPlaces(values: PartValues): number[] {
  const { hole_count: holes, width } = readValues(values, 'hole_count', 'width');
  const inRow = holes / 2;
  return Array.from({ length: inRow }, (_, index) => ((index + 0.5) / inRow - 0.5) * width);
}

/** Distance from the outer corner to the holes of a leg: the middle of its flat piece. */
export function rowDistance(leg: number, values: PartValues): number {
  const { thickness, bend_radius: radius } = readValues(values, 'thickness', 'bend_radius');
  return (leg + thickness + radius) / 2;
}

function check(values: PartValues): Problem[] {
  const v = readValues(values, ...names);
  const flat = Math.min(v.base, v.upright) - v.thickness - v.bend_radius;
  if (flat < 0.5) {
    const message = `a bend of ${v.bend_radius} mm in ${v.thickness} mm leaves nothing straight of the shorter leg`;
    return [{ field: 'bend_radius', message }];
  }
  if (v.hole_count % 2 !== 0)
    return [{ field: 'hole_count', message: 'must be even: each leg takes half of the holes' }];
  const pitch = v.hole_count === 0 ? Infinity : (2 * v.width) / v.hole_count;
  if (v.hole_count === 0 || v.hole_diameter + 1 <= Math.min(flat, pitch)) return [];
  const message = `${v.hole_count} holes of Ø${v.hole_diameter} mm do not fit on legs ${v.width} mm wide with ${flat} mm straight`;
  return [{ field: 'hole_diameter', message }];
}
