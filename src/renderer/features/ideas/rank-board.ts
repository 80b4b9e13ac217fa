// Ideas in the order of a person's weights: the weighted mean of the scores, 0 to 5. Pure.
import type { IdeaBoard, IdeaLink, MergedIdea } from '../../../shared/model/idea-board.ts';
import type { Idea, IdeaResponseData } from '../../../shared/protocol/response-data.ts';

export interface BoardIdea {
  readonly idea: Idea;
  /** Place by these weights, from 1; rejected ideas stand after the others. */
  readonly place: number;
  /** Weighted mean of its scores; null where it has none. */
  readonly score: number | null;
  readonly isStarred: boolean;
  readonly isRejected: boolean;
  /** The two it was merged from; null for one that was answered. */
  readonly from: readonly [string, string] | null;
}

/** Constraints in the order in which the ideas name them. */
export function constraintsOf({ ideas }: Pick<IdeaResponseData, 'ideas'>): string[] {
  return [...new Set(ideas.flatMap(({ reasons = [] }) => reasons.map(({ constraint }) => constraint)))];
}

/** What a constraint weighs: as a person set it, else as the answer said, else 1. */
export function weightOf(
  constraint: string,
  { weights }: Pick<IdeaBoard, 'weights'>,
  said: IdeaResponseData['weights'],
): number {
  return weights[constraint] ?? said?.find((one) => one.constraint === constraint)?.weight ?? 1;
}

/** All ideas of a board, the best first. Where nothing has weight, the answer's own order stands. */
export function rankBoard(body: IdeaResponseData, board: IdeaBoard): BoardIdea[] {
  const all = [
    ...body.ideas.map((idea) => ({ idea, from: null })),
    ...board.merged.map(({ idea, from }) => ({ idea, from })),
  ];
  const weigh = (constraint: string): number => weightOf(constraint, board, body.weights);
  return all
    .map(({ idea, from }) => ({
      idea,
      from,
      score: weightedMean(idea, weigh),
      isStarred: board.starred.includes(idea.id),
      isRejected: board.rejected.includes(idea.id),
    }))
    .sort(
      (a, b) =>
        Number(a.isRejected) - Number(b.isRejected) ||
        (b.score ?? -1) - (a.score ?? -1) ||
        a.idea.rank - b.idea.rank,
    )
    .map((one, index) => ({ ...one, place: index + 1 }));
}

/** Σ wᵢ·sᵢ / Σ wᵢ over the constraints that the idea was judged by. */
function weightedMean({ reasons = [] }: Idea, weigh: (constraint: string) => number): number | null {
  const sum = reasons.reduce((total, { constraint }) => total + weigh(constraint), 0);
  if (sum === 0) return null;
  return reasons.reduce((total, { constraint, score }) => total + weigh(constraint) * score, 0) / sum;
}

/** Two ideas as one: both ways, both risks, the mean of their scores, from the cheaper to the dearer cost. */
export function mergeIdeas(one: Idea, other: Idea, rank: number): MergedIdea {
  const scored = constraintsOf({ ideas: [one, other] }).flatMap((constraint) => {
    const both = [one, other].flatMap(
      ({ reasons = [] }) => reasons.find((reason) => reason.constraint === constraint) ?? [],
    );
    const mean = both.reduce((sum, { score }) => sum + score, 0) / both.length;
    const why = both.map(({ score }) => Number(score.toFixed(1))).join(' and ');
    return [{ constraint, score: mean, reason: `mean of ${why}, until somebody judges the whole` }];
  });
  const costs = [one.cost_range, other.cost_range].filter((cost) => cost !== undefined);
  const [first] = costs;
  const isSameMoney = costs.length === 2 && costs.every(({ currency }) => currency === first?.currency);
  const how = [one.how_it_works, other.how_it_works].filter((text) => text !== undefined);
  return {
    from: [one.id, other.id],
    idea: {
      id: `merged-${one.id}-${other.id}`,
      rank,
      title: `${one.title} + ${other.title}`,
      summary: `${one.summary} ${other.summary}`,
      ...(how.length === 0 ? {} : { how_it_works: how.join(' ') }),
      reasons: scored,
      risks: [...new Set([...(one.risks ?? []), ...(other.risks ?? [])])],
      ...(first === undefined || !isSameMoney
        ? {}
        : {
            cost_range: {
              low: Math.min(...costs.map(({ low }) => low)),
              high: Math.max(...costs.map(({ high }) => high)),
              currency: first.currency,
              basis: `the two ranges together; ${first.basis}`,
            },
          }),
    },
  };
}

/** The link a request keeps to the idea it was made from. */
export function linkTo(resultId: string, { id, title, summary }: Idea): IdeaLink {
  return { resultId, id, title, summary };
}
