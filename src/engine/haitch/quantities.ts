// Quantities as people write them in a sentence: a number and one of the units asked for.

const escaped = (unit: string): string => unit.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** "1,000" and "1,000.5" are thousands, "12,5" has a decimal comma. */
export function readNumber(digits: string): number {
  const isGrouped = /^[-−]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits);
  return Number(digits.replaceAll(',', isGrouped ? '' : '.').replace('−', '-'));
}

/** All quantities with one of the units, in order, in the unit whose factor is 1. Units are told apart by case. */
export function quantitiesIn(text: string, units: Readonly<Record<string, number>>): number[] {
  const names = Object.keys(units).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(?<![\\w.,])([-−]?\\d+(?:[.,]\\d+)*)\\s*(${names.map(escaped).join('|')})(?![\\w²³^°])`,
    'g',
  );
  return [...text.matchAll(pattern)].map(
    ([, number = '', unit = '']) => readNumber(number) * (units[unit] ?? 1),
  );
}

/** Three significant digits, four from a thousand on: for results. */
export function show(value: number): string {
  const digits = value.toPrecision(Math.abs(value) >= 1000 ? 4 : 3);
  return String(Number(digits));
}

/** What was said, shown again with the digits it had. */
export function said(value: number): string {
  return String(Number(value.toPrecision(8)));
}

/** To millimetres. */
export const lengths = { mm: 1, cm: 10, m: 1000, in: 25.4, inch: 25.4, inches: 25.4, ft: 304.8 } as const;
/** To square millimetres. */
export const areas = {
  'mm²': 1,
  mm2: 1,
  'mm^2': 1,
  'cm²': 100,
  cm2: 100,
  'cm^2': 100,
  'in²': 645.16,
  in2: 645.16,
  'in^2': 645.16,
} as const;
/** To newtons; a pound that loads something is a pound-force. */
export const forces = {
  N: 1,
  kN: 1000,
  lbf: 4.4482216152605,
  kgf: 9.80665,
  lb: 4.4482216152605,
  lbs: 4.4482216152605,
} as const;
/** To megapascals. */
export const pressures = {
  bar: 0.1,
  mbar: 1e-4,
  Pa: 1e-6,
  kPa: 1e-3,
  MPa: 1,
  psi: 0.006894757293168,
  ksi: 6.894757293168,
} as const;
