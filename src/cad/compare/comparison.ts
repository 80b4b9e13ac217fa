// What changed between two models: the shape of the answer, and how holes are matched. Pure.
import { z } from 'zod';
import type { Cylinder } from '../dfm/find-holes.ts';
import { add, cross, dot, minus, norm, type Vector } from '../dfm/vectors.ts';

const triple = z.tuple([z.number(), z.number(), z.number()]);

export const modelFactsSchema = z.object({
  solids: z.number().int(),
  faces: z.number().int(),
  holes: z.number().int(),
  volumeMm3: z.number(),
  areaMm2: z.number(),
  boxMm: triple,
  centerOfMassMm: triple,
});
export type ModelFacts = z.infer<typeof modelFactsSchema>;

/** A hole that is not where or what it was; `before` null: new, `after` null: gone. Middles and diameters in mm. */
export const holeChangeSchema = z.object({
  change: z.enum(['moved', 'resized', 'added', 'removed']),
  before: z.object({ middle: triple, diameterMm: z.number() }).nullable(),
  after: z.object({ middle: triple, diameterMm: z.number() }).nullable(),
  movedMm: z.number().nullable(),
});
export type HoleChange = z.infer<typeof holeChangeSchema>;

export const comparisonSchema = z.object({
  before: modelFactsSchema,
  after: modelFactsSchema,
  /** Material only the new model has, only the old one had, and both have; mm³. Null where the kernel's booleans do not add up. */
  addedMm3: z.number().nullable(),
  removedMm3: z.number().nullable(),
  unchangedMm3: z.number().nullable(),
  /** Faces without a like one at the same place in the other model. */
  facesAdded: z.number().int(),
  facesRemoved: z.number().int(),
  holeChanges: z.array(holeChangeSchema),
});
export type Comparison = z.infer<typeof comparisonSchema>;

/** Nearer than this two places are one, mm. */
const sameMm = 1e-3;

/**
 * Pairs the holes of both models: first those that stayed, then of the same diameter those that lie nearest, then those
 * on the same axis with another diameter; what is left was added or removed.
 */
export function matchHoles(before: readonly Cylinder[], after: readonly Cylinder[]): HoleChange[] {
  const [left, right] = [new Set(before), new Set(after)];
  const pair = (
    isPair: (a: Cylinder, b: Cylinder) => boolean,
    change: HoleChange['change'] | null,
  ): HoleChange[] => {
    const found: HoleChange[] = [];
    const pairs = [...left]
      .flatMap((a) => [...right].filter((b) => isPair(a, b)).map((b) => ({ a, b, away: apart(a, b) })))
      .sort((one, other) => one.away - other.away);
    for (const { a, b, away } of pairs) {
      if (!left.has(a) || !right.has(b)) continue;
      left.delete(a);
      right.delete(b);
      if (change !== null) found.push({ change, before: placeOf(a), after: placeOf(b), movedMm: away });
    }
    return found;
  };
  pair((a, b) => isSameSize(a, b) && isParallel(a, b) && apart(a, b) < sameMm, null);
  const resized = pair((a, b) => isParallel(a, b) && apart(a, b) < sameMm, 'resized');
  const moved = pair((a, b) => isSameSize(a, b) && isParallel(a, b), 'moved');
  const gone = [...left].map(
    (a): HoleChange => ({ change: 'removed', before: placeOf(a), after: null, movedMm: null }),
  );
  const fresh = [...right].map(
    (b): HoleChange => ({ change: 'added', before: null, after: placeOf(b), movedMm: null }),
  );
  return [...moved, ...resized, ...fresh, ...gone];
}

function isSameSize(a: Cylinder, b: Cylinder): boolean {
  return Math.abs(a.radiusMm - b.radiusMm) < sameMm;
}

function isParallel(a: Cylinder, b: Cylinder): boolean {
  return norm(cross(a.axis, b.axis)) < 1e-6;
}

/** Between the axes, square to them: a hole that only became deeper has not moved. */
function apart(a: Cylinder, b: Cylinder): number {
  const way = minus(b.middle, a.middle);
  return norm(add(way, a.axis, -dot(way, a.axis)));
}

function placeOf({ middle, radiusMm }: Cylinder): NonNullable<HoleChange['before']> {
  const [x, y, z] = middle.map((value) => Number(value.toFixed(6)) + 0) as unknown as Vector;
  return { middle: [x, y, z], diameterMm: Number((2 * radiusMm).toFixed(6)) };
}
