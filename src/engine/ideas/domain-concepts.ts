// Concepts of a domain, each completed by the feasible options of the box that meet the constraints best.
import { allConcepts, type MorphologicalBox, type Option } from './blocks.ts';
import type { Core, Domain, DomainConcept, DomainTable } from './domains.ts';
import { type Criterion, scoreConcept, type ScoredConcept } from './rank-concepts.ts';

/** An idea before it is told: the concept, what it is made of, and how it scores. */
export interface Candidate extends ScoredConcept {
  readonly idea: DomainConcept;
  /** The options chosen from the box. */
  readonly chosen: readonly Option[];
  /** How many combinations were weighed for it. */
  readonly weighed: number;
}

interface Making {
  readonly table: DomainTable;
  readonly box: MorphologicalBox;
  readonly criteria: readonly Criterion[];
}

/** The candidates of a domain, best first. The sensing axis is open only where no domain knows what to sense. */
export function candidatesOf(domain: Domain, making: Making): Candidate[] {
  const axes = making.box.axes.filter(({ name }) => name !== 'sensing' || domain === making.table.generic);
  return domain.concepts
    .map((idea) => complete(idea, { ...making, box: { ...making.box, axes } }))
    .sort((a, b) => b.total - a.total || a.idea.id.localeCompare(b.idea.id));
}

function complete(idea: DomainConcept, { table, box, criteria }: Making): Candidate {
  const axes = box.axes.flatMap(({ name, options }) => {
    const only = idea.only[name];
    const feasible = options.filter(({ id }) => only === undefined || only.includes(id));
    return feasible.length === 0 ? [] : [{ name, options: feasible }];
  });
  const own = {
    id: idea.id,
    name: 'the concept itself',
    cost: [0, 0.01],
    effort: 1,
    risk: idea.risk,
  } as const;
  const fixed = [
    toOption({ ...own, cost: [0, 0], judged: idea.judged }),
    ...table.cores.filter(({ id }) => idea.cores.includes(id)).map(toOption),
  ];
  const combinations = allConcepts({ axes }).filter((options) => isFeasible(options, table));
  const scored = combinations.map((chosen) => ({
    chosen,
    ...scoreConcept([...fixed, ...chosen], criteria),
  }));
  scored.sort((a, b) => b.total - a.total || costlier(a, b));
  const best = scored[0] ?? { chosen: [], ...scoreConcept(fixed, criteria) };
  return { idea, weighed: combinations.length, ...best };
}

function isFeasible(options: readonly Option[], { clashes }: DomainTable): boolean {
  const ids = options.map(({ id }) => id);
  return !clashes.some(([one, other]) => ids.includes(one) && ids.includes(other));
}

/** Of combinations that score the same the cheaper one is taken. */
function costlier(a: ScoredConcept, b: ScoredConcept): number {
  const cost = ({ concept }: ScoredConcept): number =>
    concept.reduce((sum, option) => sum + option.cost[0] + option.cost[1], 0);
  return cost(a) - cost(b);
}

function toOption({
  id,
  name,
  cost,
  effort,
  risk,
  judged,
}: Omit<Core, 'cost'> & { cost: [number, number] }): Option {
  const entries = Object.entries(judged);
  return {
    id,
    name,
    how: '',
    cost,
    effort,
    risk,
    scores: Object.fromEntries(entries.map(([key, { score }]) => [key, score])),
    why: Object.fromEntries(entries.map(([key, { why }]) => [key, why])),
  };
}
