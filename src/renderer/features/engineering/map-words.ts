// A map's figures in words: the limit, how much is beyond it, and what is under the pointer. Pure.
import { type LengthUnit, type MapKind, type MapSummary, showArea, showLength } from '../../viewer/index.ts';

const beyond: Readonly<Record<MapKind, string>> = {
  thickness: 'thinner than',
  overhang: 'hangs over by more than',
  draft: 'has less draft than',
};

/** `1.5 mm`, `0.0591 in` or `45°`. */
export function showMapValue(kind: MapKind, value: number, unit: LengthUnit): string {
  if (kind === 'thickness') return showLength(Number(value.toPrecision(4)), unit);
  return `${Number(value.toFixed(1)) + 0}°`;
}

/** `12.3 % (340 mm²) thinner than 1.5 mm` and the like. */
export function beyondWords(
  kind: MapKind,
  { areaMm2, beyondMm2 }: MapSummary,
  { limit, unit }: { readonly limit: number; readonly unit: LengthUnit },
): string {
  const percent = areaMm2 === 0 ? 0 : (beyondMm2 / areaMm2) * 100;
  const share = percent > 0 && percent < 0.1 ? 'under 0.1' : String(Number(percent.toFixed(1)));
  return `${share} % (${showArea(beyondMm2, unit)}) ${beyond[kind]} ${showMapValue(kind, limit, unit)}`;
}

/** `2.9 to 20 mm`, `-90° to 45°`; empty where the map says nothing. */
export function rangeWords(kind: MapKind, { range }: MapSummary, unit: LengthUnit): string {
  if (range === null) return 'nothing was found';
  return `${showMapValue(kind, range[0], unit)} to ${showMapValue(kind, range[1], unit)}`;
}
