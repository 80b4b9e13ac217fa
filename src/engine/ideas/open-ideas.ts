// The ideas desk: a morphological box, scored against the constraints and the market, widened by SCAMPER; no language model.
import { z } from 'zod';
import { type IdeaData, ideaDataSchema } from '../../shared/protocol/request-data.ts';
import type { Idea } from '../../shared/protocol/response-data.ts';
import { type Desk, DeskRefusal } from '../desk.ts';
import { competitiveAnalysis, featurePriority } from './analyses.ts';
import { allConcepts, loadBox, type MorphologicalBox } from './blocks.ts';
import { keyOf } from './constraints.ts';
import { type Criterion, pickDistinct, scoreConcept, type ScoredConcept } from './rank-concepts.ts';
import { subjectOf } from './subject.ts';

const yes = z.boolean().catch(false).default(false);
const metadataSchema = z.looseObject({ competitive_analysis: yes, feature_priority: yes });
const ideaCount = 6;
const marketWeight = 0.5;
const effortWords = [
  '',
  'days',
  'two to four weeks',
  'one to two months',
  'three to five months',
  'half a year or more',
];

/** SCAMPER questions (Eberle, 1971), one per idea, so that each is widened another way. */
const scamper = [
  'Substitute',
  'Combine',
  'Adapt',
  'Modify',
  'Put to another use',
  'Eliminate',
  'Reverse',
] as const;

/** Opens the desk; the box is read once. */
export async function openIdeasDesk({
  resourcesDir,
}: {
  readonly resourcesDir: string;
}): Promise<Desk<IdeaData>> {
  const box = await loadBox(resourcesDir);
  const concepts = allConcepts(box);
  return async (request) => {
    const data = ideaDataSchema.parse(request.data);
    const subject = subjectOf(data.message);
    if (subject === '')
      throw new DeskRefusal('IDEA_GENERATION_ERROR', 'data.message: say what the ideas should be for.');
    const { criteria, unknown } = readCriteria(box, data);
    request.progress(`Scoring ${concepts.length} combinations`);
    const picked = pickDistinct(
      concepts.map((concept) => scoreConcept(concept, criteria)),
      ideaCount,
    );
    const ideas = picked.map((scored, index) => toIdea({ scored, rank: index + 1, subject, box }));
    const metadata = metadataSchema.parse(data.metadata ?? {});
    return {
      message: summary({ ideas, subject, unknown, count: concepts.length }),
      body: {
        ideas,
        title: `Ideas for ${subject}`,
        constraints: data.constraints ?? [],
        ...(data.target_market === undefined ? {} : { target_market: data.target_market }),
        ...(metadata.competitive_analysis
          ? { competitive_analysis: competitiveAnalysis(subject, picked) }
          : {}),
        ...(metadata.feature_priority ? { feature_priority: featurePriority(box, criteria) } : {}),
        method: `morphological box of ${concepts.length} combinations, weighted scores, SCAMPER`,
        not_judged: unknown,
      },
      files: [],
    };
  };
}

/** Constraints weigh one, what the market asks for a half; a constraint the box knows nothing of is named. */
function readCriteria(box: MorphologicalBox, data: IdeaData): { criteria: Criterion[]; unknown: string[] } {
  const asked = (data.constraints ?? []).map((constraint) => ({ constraint, key: keyOf(constraint) }));
  const own = asked.flatMap(({ constraint, key }) => (key === null ? [] : [{ constraint, key, weight: 1 }]));
  const market = Object.entries(box.markets).find(
    ([name]) => data.target_market?.toLowerCase().includes(name) === true,
  );
  const fromMarket = (market?.[1] ?? [])
    .filter((key) => !own.some((one) => one.key === key))
    .map((key) => ({ constraint: `${market?.[0]}: ${key.replaceAll('_', ' ')}`, key, weight: marketWeight }));
  const criteria = [...own, ...fromMarket];
  const usual = ['affordable', 'easy_to_use', 'reliable'].map((key) => ({ constraint: key, key, weight: 1 }));
  return {
    criteria: criteria.length > 0 ? criteria : usual,
    unknown: asked.flatMap(({ constraint, key }) => (key === null ? [constraint] : [])),
  };
}

interface Making {
  readonly scored: ScoredConcept;
  readonly rank: number;
  readonly subject: string;
  readonly box: MorphologicalBox;
}

function toIdea({ scored, rank, subject, box }: Making): Idea {
  const { concept } = scored;
  const [sensing, power, connection, operation, housing] = concept;
  const low = concept.reduce((sum, { cost }) => sum + cost[0], 0);
  const high = concept.reduce((sum, { cost }) => sum + cost[1], 0);
  const effort = Math.max(...concept.map((option) => option.effort));
  const question = scamper[(rank - 1) % scamper.length] ?? 'Adapt';
  return {
    id: `idea-${concept.map(({ id }) => id).join('-')}`,
    rank,
    title: `${capital(operation?.name ?? '')}, ${connection?.name ?? ''}`,
    summary: `${capital(subject)}. Sensing: ${sensing?.name}. Power: ${power?.name}. Connection: ${connection?.name}. Operation: ${operation?.name}. Housing: ${housing?.name}.`,
    how_it_works: `${concept.map(({ how }) => capital(how)).join('. ')}. ${question}: ${widen(question, concept)}.`,
    score: Math.round(scored.total * 100) / 100,
    reasons: scored.reasons.map((reason) => ({ ...reason })),
    risks: [...new Set(concept.map(({ risk }) => risk))],
    cost_range: {
      low: Math.round(low * 10) / 10,
      high: Math.round(high * 10) / 10,
      currency: 'EUR',
      basis: box.basis,
    },
    effort: `about ${effortWords[effort]} for the hardest block`,
  };
}

/** What a SCAMPER question makes of a concept. */
function widen(question: (typeof scamper)[number], concept: ScoredConcept['concept']): string {
  const [sensing, power, connection, operation, housing] = concept.map(({ name }) => name);
  const answers: Readonly<Record<(typeof scamper)[number], string>> = {
    Substitute: `offer the same with another supply than ${power} where that is missing`,
    Combine: `let ${sensing} serve a second device, so that its cost is shared`,
    Adapt: `take over ${connection} unchanged from a product that already has its approval`,
    Modify: `make the ${housing} half as thick and see what has to give`,
    'Put to another use': `sell ${sensing} with ${connection} alone, as a module`,
    Eliminate: `leave out ${operation} in the smallest version`,
    Reverse: `let people correct it after the fact instead of setting it before`,
  };
  return answers[question];
}

interface Telling {
  readonly ideas: readonly Idea[];
  readonly subject: string;
  readonly unknown: readonly string[];
  readonly count: number;
}

function summary({ ideas, subject, unknown, count }: Telling): string {
  const [best] = ideas;
  return [
    `**${ideas.length} ideas for ${subject}**, from ${count} combinations. First: ${best?.title}, score ${best?.score} of 5.`,
    ...(unknown.length === 0
      ? []
      : [
          `Not judged, since my tables say nothing on it: ${unknown.map((one) => one.replaceAll('_', ' ')).join(', ')}.`,
        ]),
    'Made by rules without a language model: the blocks are real, the fit to your product is yours to judge.',
  ].join(' ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
