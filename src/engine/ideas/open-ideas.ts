// The ideas desk: concepts of the domain asked for, completed from a morphological box and scored; no language model.
import { z } from 'zod';
import { type IdeaData, ideaDataSchema } from '../../shared/protocol/request-data.ts';
import type { Idea, IdeaResponseData } from '../../shared/protocol/response-data.ts';
import { type Desk, DeskRefusal } from '../desk.ts';
import { competitiveAnalysis, featurePriority } from './analyses.ts';
import { loadBox, type MorphologicalBox } from './blocks.ts';
import { keyOf } from './constraints.ts';
import { type Candidate, candidatesOf } from './domain-concepts.ts';
import { type Domain, domainOf, loadDomains } from './domains.ts';
import type { Criterion } from './rank-concepts.ts';
import { subjectOf } from './subject.ts';
import { toIdea } from './to-idea.ts';

const yes = z
  .union([
    z.boolean(),
    z.enum(['true', 'yes', 'false', 'no']).transform((word) => word === 'true' || word === 'yes'),
  ])
  .catch(false)
  .default(false);
const metadataSchema = z.looseObject({ competitive_analysis: yes, feature_priority: yes });
const marketWeight = 0.5;

/** Opens the desk; the tables are read once. */
export async function openIdeasDesk({
  resourcesDir,
}: {
  readonly resourcesDir: string;
}): Promise<Desk<IdeaData>> {
  const [box, table] = await Promise.all([loadBox(resourcesDir), loadDomains(resourcesDir)]);
  return async (request) => {
    const data = ideaDataSchema.parse(request.data);
    const subject = subjectOf(data.message);
    if (subject === '')
      throw new DeskRefusal('IDEA_GENERATION_ERROR', 'data.message: say what the ideas should be for.');
    const { criteria, unknown } = readCriteria(box, data);
    const known = domainOf(table, subject) ?? domainOf(table, data.message);
    const domain = known ?? table.generic;
    request.progress(`Weighing ideas for ${subject}`);
    const candidates = candidatesOf(domain, { table, box, criteria });
    const ideas = candidates.map((candidate, index) =>
      toIdea({ candidate, rank: index + 1, subject, basis: box.basis }),
    );
    const notes = notesOf({ unknown, known, unknownFiles: request.unknownFiles, data, criteria });
    return {
      message: [headline({ ideas, subject, candidates }), ...notes].join('\n\n'),
      body: {
        ideas,
        title: `Ideas for ${subject}`,
        constraints: data.constraints ?? [],
        ...(data.target_market === undefined ? {} : { target_market: data.target_market }),
        ...analysesOf({ data, domain, candidates, criteria }),
        domain: known?.name ?? 'not recognised',
        morphological_box: boxOf(box, candidates),
        method: 'SCAMPER concepts of the domain, completed from a morphological box, weighted scores',
        weights: criteria.map(({ constraint, weight }) => ({ constraint, weight })),
        not_judged: unknown,
      },
      files: [],
    };
  };
}

/** The axes the ideas were completed on, each with its options: an idea's `options` are its way through them. */
function boxOf(
  { axes }: MorphologicalBox,
  candidates: readonly Candidate[],
): IdeaResponseData['morphological_box'] {
  const used = new Set(candidates.flatMap(({ chosen }) => chosen.map(({ id }) => id)));
  return axes
    .filter(({ options }) => options.some(({ id }) => used.has(id)))
    .map(({ name, options }) => ({
      axis: name,
      options: options.map(({ id, name: title }) => ({ id, name: title })),
    }));
}

interface Analysing {
  readonly data: IdeaData;
  readonly domain: Domain;
  readonly candidates: readonly Candidate[];
  readonly criteria: readonly Criterion[];
}

function analysesOf({ data, domain, candidates, criteria }: Analysing): Record<string, unknown> {
  const asked = metadataSchema.parse(data.metadata ?? {});
  const [best] = candidates;
  return {
    ...(asked.competitive_analysis && best !== undefined
      ? { competitive_analysis: competitiveAnalysis(domain, best, criteria) }
      : {}),
    ...(asked.feature_priority ? { feature_priority: featurePriority(domain, criteria) } : {}),
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

function headline({
  ideas,
  subject,
  candidates,
}: {
  readonly ideas: readonly Idea[];
  readonly subject: string;
  readonly candidates: readonly Candidate[];
}): string {
  const weighed = candidates.reduce((sum, candidate) => sum + candidate.weighed, 0);
  const rows = ideas.map(({ rank, title, score, cost_range }) =>
    [`| ${rank}`, title, score, `${cost_range?.low} to ${cost_range?.high} EUR |`].join(' | '),
  );
  return [
    `**${ideas.length} ideas for ${subject}**, the best of ${weighed} combinations.`,
    '',
    '| | Idea | Score of 5 | Parts |',
    '| --: | --- | --: | --- |',
    ...rows,
  ].join('\n');
}

interface Noting {
  readonly unknown: readonly string[];
  readonly known: Domain | null;
  readonly unknownFiles: readonly string[];
  readonly data: IdeaData;
  readonly criteria: readonly Criterion[];
}

function notesOf({ unknown, known, unknownFiles, data, criteria }: Noting): string[] {
  const market = data.target_market;
  const isJudgedByMarket = criteria.some(({ weight }) => weight === marketWeight);
  return [
    ...(known === null
      ? [
          'I have no table for this kind of product: these are ways to rethink it, not knowledge of its field.',
        ]
      : []),
    ...((data.constraints ?? []).length === 0 && !isJudgedByMarket
      ? ['No constraints were given; price, ease of use and reliability were taken.']
      : []),
    ...(unknown.length === 0
      ? []
      : [
          `Not judged, since my tables say nothing on it: ${unknown.map((one) => one.replaceAll('_', ' ')).join(', ')}.`,
        ]),
    ...(market === undefined || isJudgedByMarket
      ? []
      : [
          `The target market “${market.slice(0, 60)}” did not change the weights: my tables say nothing more on it.`,
        ]),
    ...unknownFiles.map((name) => `The attached file ${name} is not known here and was not used.`),
    'Made by rules without a language model: the blocks are real, the fit to your product is yours to judge.',
  ];
}
