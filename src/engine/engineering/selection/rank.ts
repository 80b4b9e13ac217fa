// Screening and ranking: what keeps the limits, in the order of its index; and why each other one fell out.
import type { Material } from '../../../shared/model/material.ts';
import type { Objective } from './objectives.ts';
import type { Span } from './spans.ts';

export interface Ranked {
  readonly material: Material;
  readonly x: Span;
  readonly y: Span;
  /** Of the typical values, and of the worst and the best ends of the grades. */
  readonly index: Span;
}

export interface Excluded {
  readonly material: Material;
  readonly reasons: readonly string[];
  /** What its index would be; null where a property is missing. */
  readonly index: number | null;
}

export interface Selection {
  readonly ranked: readonly Ranked[];
  readonly excluded: readonly Excluded[];
}

/** A limit as a question to a material: the reason to leave it out, or null. */
export type Screen = (material: Material) => string | null;

/** The index y^a / x^b of one pair of values. */
export function indexOf(
  { yPower, xPower }: Pick<Objective, 'yPower' | 'xPower'>,
  x: number,
  y: number,
): number {
  return y ** yPower / x ** xPower;
}

/** Materials that pass every screen and have both properties, best first; the others with their reasons. */
export function selectMaterials(
  materials: readonly Material[],
  objective: Objective,
  screens: readonly Screen[],
): Selection {
  const ranked: Ranked[] = [];
  const excluded: Excluded[] = [];
  for (const material of materials) {
    const x = objective.x.of(material);
    const y = objective.y.of(material);
    const reasons = screens.flatMap((screen) => screen(material) ?? []);
    const needed = [
      ...(objective.xPower === 0 ? [] : [[objective.x, x] as const]),
      ...(objective.yPower === 0 ? [] : [[objective.y, y] as const]),
    ];
    for (const [property, span] of needed)
      if (span === null) reasons.push(`its ${property.title.toLowerCase()} is not in the table`);
    if (reasons.length > 0 || x === null || y === null) {
      const index = x === null || y === null ? null : indexOf(objective, x.value, y.value);
      excluded.push({
        material,
        reasons: reasons.length > 0 ? reasons : ['it has no place on the chart'],
        index,
      });
      continue;
    }
    const index = {
      value: indexOf(objective, x.value, y.value),
      low: indexOf(objective, x.high, y.low),
      high: indexOf(objective, x.low, y.high),
    };
    ranked.push({ material, x, y, index });
  }
  const byName = (a: { material: Material }, b: { material: Material }): number =>
    a.material.name.localeCompare(b.material.name);
  ranked.sort((a, b) => b.index.value - a.index.value || byName(a, b));
  // What nearly was in, and would have been good, comes first.
  excluded.sort(
    (a, b) => a.reasons.length - b.reasons.length || (b.index ?? 0) - (a.index ?? 0) || byName(a, b),
  );
  return { ranked, excluded };
}
