// What the load makes of the index: the mass and the section that each material would need, by the closed forms the index comes from.
import type { Objective } from './objectives.ts';
import { modulus, strength } from './spans.ts';
import type { Material } from '../../../shared/model/material.ts';

/** A tie in tension or a cantilever with the load at its end, of square section. Lengths in mm, force in N. */
export interface LoadCase {
  readonly forceN: number;
  readonly lengthMm: number;
  readonly deflectionMm: number | null;
}

export interface Sized {
  readonly massG: number;
  /** Edge of the square section. */
  readonly edgeMm: number;
}

/** Whether an objective has a closed form here: stiff or strong, tie or beam. */
export function hasLoadCase({ id }: Objective): boolean {
  return /_(stiff|strong)_(tie|beam)$/.test(id);
}

/**
 * The least square section: tie A = F / σ or F L / (E δ); cantilever, load at its end, b³ = 6 F L / σ or
 * b⁴ = 4 F L³ / (E δ) (Ashby, section 5.3; Roark, table 8.1). Null without the property.
 */
export function sizeFor(material: Material, { id }: Objective, load: LoadCase): Sized | null {
  const { forceN: force, lengthMm: length, deflectionMm: deflection } = load;
  const isStiff = id.includes('stiff');
  const figure = (isStiff ? modulus : strength).of(material)?.value;
  if (figure === undefined || (isStiff && deflection === null)) return null;
  const perMm2 = isStiff ? figure * 1000 : figure;
  const isTie = id.endsWith('tie');
  const area = isTie
    ? isStiff
      ? (force * length) / (perMm2 * (deflection ?? 1))
      : force / perMm2
    : isStiff
      ? Math.sqrt((4 * force * length ** 3) / (perMm2 * (deflection ?? 1)))
      : ((6 * force * length) / perMm2) ** (2 / 3);
  return { massG: (area * length * material.densityGramsPerCm3) / 1000, edgeMm: Math.sqrt(area) };
}
