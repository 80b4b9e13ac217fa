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

/** Scores a concept: an option that fails a constraint pulls harder than one that serves it. */
export function scoreConcept(concept: Concept, criteria: readonly Criterion[]): ScoredConcept {
  const reasons = criteria.map(({ constraint, key }) => {
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
  const says = (option: Option | undefined): string => `${option?.name} (${option?.scores[key]})`;
  return best === worst || (worst?.scores[key] ?? 5) >= 4
    ? `${says(best)} serves it`
    : `${says(best)} serves it, ${says(worst)} holds it back`;
}

/** The best concepts of which no two share more than half of their options (greedy, after maximal marginal relevance). */
export function pickDistinct(scored: readonly ScoredConcept[], count: number): ScoredConcept[] {
  const sorted = [...scored].sort((a, b) => b.total - a.total || nameOf(a).localeCompare(nameOf(b)));
  const picked: ScoredConcept[] = [];
  for (const candidate of sorted) {
    if (picked.length === count) break;
    const shared = (other: ScoredConcept): number =>
      candidate.concept.filter((option, axis) => other.concept[axis] === option).length;
    if (picked.every((other) => shared(other) <= Math.floor(candidate.concept.length / 2)))
      picked.push(candidate);
  }
  return picked;
}

function nameOf({ concept }: ScoredConcept): string {
  return concept.map(({ id }) => id).join(' ');
}
