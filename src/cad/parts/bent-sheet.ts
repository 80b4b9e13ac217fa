// Sheet of even thickness, bent by right angles: area of its profile, and the sizes every bent part shares.
import { dinKFactor } from '../sheet/bend-allowance.ts';
import { length, type ParameterDefinition } from './family.ts';

export interface BentProfile {
  /** Outside length of each straight side, corners included, mm, in order. */
  readonly sides: readonly number[];
  readonly thickness: number;
  /** Inside bend radius, mm. */
  readonly radius: number;
}

/** Area of the profile, mm²: flat pieces between bends, and a quarter ring at each bend. */
export function bentArea({ sides, thickness, radius }: BentProfile): number {
  const bends = sides.length - 1;
  const flats = sides.reduce((sum, side) => sum + side, 0) - 2 * bends * (thickness + radius);
  return flats * thickness + bends * (Math.PI / 4) * ((radius + thickness) ** 2 - radius ** 2);
}

/** Thickness, inside bend radius and K-factor. */
export function sheetParameters(thickness: number): ParameterDefinition[] {
  return [
    length('thickness', 'Thickness', {
      min: 0.3,
      max: 40,
      words: ['wall thickness', 'thickness', 'thick', 'wall', 'gauge', 'sheet'],
      assume: () => ({ value: thickness, reason: 'a common stock thickness' }),
    }),
    length('bend_radius', 'Inside bend radius', {
      min: 0.1,
      max: 200,
      words: ['bend radius', 'inside radius', 'inner radius', 'inside bend radius'],
      sayings: [
        {
          called: /\bR\s?(\d{1,4}(?:[.,]\d{1,3})?)(?=\s?(?:bends?\b|inside\b|mm\b|[,;]|$))/,
          value: (radius) => radius,
          reason: 'the inside radius of its bends',
        },
      ],
      assume: ({ thickness: sheet = thickness }) => ({
        value: sheet,
        reason: 'one thickness, a usual inside radius for soft steel and aluminium',
      }),
    }),
    {
      name: 'k_factor',
      title: 'K-factor of the flat pattern',
      unit: 'ratio',
      min: 0,
      max: 1,
      words: ['k-factor', 'k factor'],
      assume: ({ thickness: sheet = thickness, bend_radius: radius = sheet }) => ({
        value: Number(dinKFactor({ radiusMm: radius, thicknessMm: sheet }).toFixed(4)),
        reason: "DIN 6935, for steel; your bender's own value makes the flat pattern exact",
      }),
    },
  ];
}
