// Figures in the unit a question asks for: "yield of 6061 in psi".

interface Conversion {
  readonly from: string;
  readonly asked: RegExp;
  readonly unit: string;
  readonly convert: (value: number) => number;
}

const times =
  (factor: number) =>
  (value: number): number =>
    value * factor;
/** 1 lbf/in² in MPa and 1 lb/in³ in g/cm³, from 1 lb = 0.45359237 kg, 1 in = 25.4 mm, g = 9.80665 m/s². */
const psi = 0.006894757293168;
const poundPerCubicInch = 27.679904710191;

const conversions: readonly Conversion[] = [
  { from: 'g/cm³', asked: /kg\s?\/\s?m(\^?3|³)/i, unit: 'kg/m³', convert: times(1000) },
  { from: 'g/cm³', asked: /lbm?\s?\/\s?in(\^?3|³)/i, unit: 'lb/in³', convert: times(1 / poundPerCubicInch) },
  { from: 'MPa', asked: /\bksi\b/i, unit: 'ksi', convert: times(1 / psi / 1000) },
  { from: 'MPa', asked: /\bpsi\b/i, unit: 'psi', convert: times(1 / psi) },
  { from: 'MPa', asked: /N\s?\/\s?mm(\^?2|²)/, unit: 'N/mm²', convert: times(1) },
  { from: 'MPa', asked: /\bGPa\b/i, unit: 'GPa', convert: times(0.001) },
  { from: 'GPa', asked: /\bksi\b/i, unit: 'ksi', convert: times(1 / psi) },
  { from: 'GPa', asked: /\bpsi\b/i, unit: 'psi', convert: times(1000 / psi) },
  { from: 'GPa', asked: /\bMPa\b|N\s?\/\s?mm(\^?2|²)/, unit: 'MPa', convert: times(1000) },
  { from: '°C', asked: /°\s?F\b|fahrenheit/i, unit: '°F', convert: (value) => value * 1.8 + 32 },
  { from: '°C', asked: /\bkelvin\b|\bin K\b/, unit: 'K', convert: (value) => value + 273.15 },
];

/** The figure in the unit the text asks for, three or four digits; null when it asks for none of this kind. */
export function inAskedUnit(value: number, from: string, text: string): string | null {
  const found = conversions.find((one) => one.from === from && one.asked.test(text));
  if (found === undefined) return null;
  return `${Number(found.convert(value).toPrecision(4))} ${found.unit}`;
}
