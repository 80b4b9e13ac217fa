// How long the material of a bend is in the flat: the neutral fibre keeps its length.

/** A bend of sheet: inside radius and thickness, mm; how far it is bent from the flat, rad. */
export interface BendSize {
  readonly radiusMm: number;
  readonly thicknessMm: number;
  readonly angleRad: number;
}

/**
 * Place of the neutral fibre from the inside, as a share of the thickness: DIN 6935, half of its correction
 * k = 0.65 + 0.5 · lg(r / s), which is 1 from r = 5 s on. For steel; no less than the inside itself.
 */
export function dinKFactor({ radiusMm, thicknessMm }: Pick<BendSize, 'radiusMm' | 'thicknessMm'>): number {
  const correction = 0.65 + 0.5 * Math.log10(radiusMm / thicknessMm);
  return Math.min(1, Math.max(0, correction)) / 2;
}

/** Length of the bend in the flat, mm: the arc of the neutral fibre, α · (r + K · s). */
export function bendAllowance({ radiusMm, thicknessMm, angleRad }: BendSize, kFactor: number): number {
  return angleRad * (radiusMm + kFactor * thicknessMm);
}

/** What the flat is shorter than the sum of the outside lengths to the bend's corner, mm; null from 180° on, where there is no corner. */
export function bendDeduction(size: BendSize, kFactor: number): number | null {
  if (size.angleRad >= Math.PI - 1e-6) return null;
  const setback = Math.tan(size.angleRad / 2) * (size.radiusMm + size.thicknessMm);
  return 2 * setback - bendAllowance(size, kFactor);
}
