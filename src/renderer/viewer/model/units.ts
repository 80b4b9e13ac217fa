// Millimetres as a person wants them: the unit chosen, and as many digits as the value deserves.

export type LengthUnit = 'mm' | 'in';
const mmPerInch = 25.4;
/** Millimetres in one of the unit. */
export const mmPer: Readonly<Record<LengthUnit, number>> = { mm: 1, in: mmPerInch };

function digits(value: number, places: number): string {
  const rounded = value.toFixed(places);
  return String(Number(rounded) === 0 ? 0 : Number(rounded));
}

/** `12.5 mm` or `0.4921 in`. */
export function showLength(mm: number, unit: LengthUnit): string {
  return unit === 'mm' ? `${digits(mm, 3)} mm` : `${digits(mm / mmPerInch, 4)} in`;
}

/** `12.57 mm²` or `0.0195 in²`. */
export function showArea(mm2: number, unit: LengthUnit): string {
  return unit === 'mm' ? `${digits(mm2, 2)} mm²` : `${digits(mm2 / mmPerInch ** 2, 4)} in²`;
}

/** `30.641 cm³` for what is large, `12.3 mm³` for what is small, or `1.87 in³`. */
export function showVolume(mm3: number, unit: LengthUnit): string {
  if (unit === 'in') return `${digits(mm3 / mmPerInch ** 3, 4)} in³`;
  return mm3 >= 1000 ? `${digits(mm3 / 1000, 3)} cm³` : `${digits(mm3, 2)} mm³`;
}

/** `100 × 80 × 20 mm`. */
export function showSize(sizes: readonly number[], unit: LengthUnit): string {
  const per = unit === 'mm' ? 1 : mmPerInch;
  return `${sizes.map((mm) => digits(mm / per, unit === 'mm' ? 3 : 4)).join(' × ')} ${unit}`;
}

/** `32.2 g`, `1.25 kg`: three significant digits, what a density deserves. */
export function showMass(grams: number): string {
  return grams >= 1000 ? `${Number((grams / 1000).toPrecision(3))} kg` : `${Number(grams.toPrecision(3))} g`;
}
