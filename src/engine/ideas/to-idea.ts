// An idea as it is told: what it is, how it works, why it meets each constraint, what it costs and risks.
import type { Idea } from '../../shared/protocol/response-data.ts';
import type { Candidate } from './domain-concepts.ts';
import { costOf } from './rank-concepts.ts';

const effortWords = [
  '',
  'days',
  'two to four weeks',
  'one to two months',
  'three to five months',
  'half a year or more',
];

export interface Telling {
  readonly candidate: Candidate;
  readonly rank: number;
  readonly subject: string;
  /** What the cost range rests on. */
  readonly basis: string;
}

/** Puts a candidate into words. */
export function toIdea({ candidate, rank, subject, basis }: Telling): Idea {
  const { idea, chosen, concept, reasons, total } = candidate;
  const { low, high } = costOf(concept);
  const effort = Math.max(...concept.map((option) => option.effort));
  const choices = chosen.map(({ name }) => name);
  return {
    id: `idea-${[idea.id, ...chosen.map(({ id }) => id)].join('-')}`,
    rank,
    title: capital(idea.title.replaceAll('{product}', subject)),
    summary: `${idea.summary} For ${subject}, what fits best: ${listOf(choices)}.`,
    how_it_works: [idea.how, ...chosen.map(({ how }) => `${capital(how)}.`)].join(' '),
    method: `SCAMPER: ${idea.method.toLowerCase()}; the rest from a morphological box`,
    scamper: idea.method,
    options: chosen.map(({ id }) => id),
    score: Math.round(total * 100) / 100,
    reasons: reasons.map((reason) => ({ ...reason })),
    risks: [...new Set(concept.map(({ risk }) => risk))],
    cost_range: {
      low: Math.round(low * 10) / 10,
      high: Math.round(high * 10) / 10,
      currency: 'EUR',
      basis,
    },
    effort: `about ${effortWords[effort]} for the hardest block`,
  };
}

function listOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
