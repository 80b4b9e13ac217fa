// Concepts scored against constraints, and a few that differ from one another.
import type { Concept, Option } from './blocks.ts';

/** One constraint as it counts: its words, its score key and its weight. */
export interface Criterion {
  readonly constraint: string;
  readonly key: string;
  readonly weight: number;
}

export interface ScoredConcept {
  readonly concept: Concept;
  /** 0 to 5, weighted. */
  readonly total: number;
  readonly reasons: readonly { constraint: string; score: number; reason: string }[];
}

const least = 2.5;
/** Parts of this cost, EUR, score 5 for a price constraint; each doubling scores one less. */
const cheapEur = 8;

/** Parts cost of a concept in EUR, low and high. */
export function costOf(concept: Concept): { low: number; high: number } {
  return {
    low: concept.reduce((sum, { cost }) => sum + cost[0], 0),
    high: concept.reduce((sum, { cost }) => sum + cost[1], 0),
  };
}

function judgeCost(concept: Concept): { score: number; reason: string } {
  const { low, high } = costOf(concept);
  const score = 5 - Math.log2(Math.max(1, (low + high) / 2) / cheapEur);
  return {
    score: Math.round(Math.min(5, Math.max(0, score)) * 10) / 10,
    reason: `parts for about ${Math.round(low)} to ${Math.round(high)} EUR; ${cheapEur} EUR would score 5, each doubling one less`,
  };
}

/** Scores a concept: an option that fails a constraint pulls harder than one that serves it. */
export function scoreConcept(concept: Concept, criteria: readonly Criterion[]): ScoredConcept {
  const reasons = criteria.map(({ constraint, key }) => {
    if (key === 'affordable') return { constraint, ...judgeCost(concept) };
    const told = concept.filter((option) => option.scores[key] !== undefined);
    const scores = told.map((option) => option.scores[key] ?? least);
    const mean = scores.length === 0 ? least : scores.reduce((sum, one) => sum + one, 0) / scores.length;
    const worst = scores.length === 0 ? least : Math.min(...scores);
    return {
      constraint,
      score: Math.round((0.6 * mean + 0.4 * worst) * 10) / 10,
      reason: reasonOf(told, key),
    };
  });
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const total =
    criteria.reduce((sum, { weight }, index) => sum + weight * (reasons[index]?.score ?? 0), 0) / weights;
  return { concept, total, reasons };
}

function reasonOf(told: readonly Option[], key: string): string {
  if (told.length === 0) return 'none of its blocks speaks for or against it';
  const sorted = [...told].sort((a, b) => (b.scores[key] ?? 0) - (a.scores[key] ?? 0));
  const [best, worst] = [sorted[0], sorted.at(-1)];
  const says = (option: Option | undefined): string =>
    `${option?.name} (${option?.why?.[key] ?? option?.scores[key]})`;
  if ((best?.scores[key] ?? 0) < least) return `${says(worst)} holds it back`;
  return best === worst || (worst?.scores[key] ?? 5) >= 4
    ? `${says(best)} serves it`
    : `${says(best)} serves it, ${says(worst)} holds it back`;
}
