// The round number that a scale bar shows.
import { type LengthUnit, mmPer } from './units.ts';

/** The largest 1, 2 or 5 times a power of ten of the unit that is not longer than `mostMm`; mm. */
export function roundLength(mostMm: number, unit: LengthUnit): number {
  const most = mostMm / mmPer[unit];
  if (!Number.isFinite(most) || most <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [5, 2, 1].find((factor) => factor * power <= most * (1 + 1e-12)) ?? 1;
  return step * power * mmPer[unit];
}
