// The board of ideas: the weighted mean by hand, the engine's own order with its own weights, and merged ideas.
import { describe, expect, test } from 'vitest';
import { openIdeasDesk } from '../../../src/engine/ideas/open-ideas.ts';
import { constraintsOf, mergeIdeas, rankBoard } from '../../../src/renderer/features/ideas/rank-board.ts';
import { draftFrom } from '../../../src/renderer/features/ideas/use-idea.ts';
import { emptyBoard } from '../../../src/shared/model/idea-board.ts';
import { type Idea, ideaResponseDataSchema } from '../../../src/shared/protocol/response-data.ts';
import { askDesk, resourcesDir } from '../engine/desk-rig.ts';

const idea = (id: string, rank: number, cheap: number, dry: number): Idea => ({
  id,
  rank,
  title: `Idea ${id}`,
  summary: `${id}.`,
  reasons: [
    { constraint: 'cheap', score: cheap, reason: '' },
    { constraint: 'dry', score: dry, reason: '' },
  ],
});
const body = { message: '', ideas: [idea('a', 1, 5, 1), idea('b', 2, 2, 3)] };
const order = (weights: Record<string, number>): (string | number | null)[][] =>
  rankBoard(body, { ...emptyBoard, weights }).map(({ idea: { id }, score }) => [id, score]);

describe('the order of a board', () => {
  test('is that of the weighted means, worked out by hand', () => {
    expect(order({})).toEqual([
      ['a', (5 + 1) / 2],
      ['b', (2 + 3) / 2],
    ]);
    expect(order({ cheap: 1, dry: 4 })).toEqual([
      ['b', (2 + 4 * 3) / 5],
      ['a', (5 + 4 * 1) / 5],
    ]);
    expect(order({ cheap: 0, dry: 0 })).toEqual([
      ['a', null],
      ['b', null],
    ]);
  });

  test('puts what was rejected last and keeps it', () => {
    const ranked = rankBoard(body, { ...emptyBoard, rejected: ['a'], starred: ['b'] });
    expect(ranked.map(({ idea: { id }, isRejected, isStarred }) => [id, isRejected, isStarred])).toEqual([
      ['b', false, true],
      ['a', true, false],
    ]);
  });

  test('with the weights of the answer is the engine’s own, score by score', async () => {
    const desk = await openIdeasDesk({ resourcesDir });
    const data = {
      message: 'Generate ideas for a smart home climate control system',
      sender: 'ann',
      constraints: ['energy_efficient', 'affordable'],
      target_market: 'residential',
    };
    const answer = await askDesk(desk, { data });
    const told = ideaResponseDataSchema.parse({ ...answer.body, message: answer.message });
    const ranked = rankBoard(told, emptyBoard);
    expect(ranked.map(({ idea: { id } }) => id)).toEqual(told.ideas.map(({ id }) => id));
    for (const { idea: one, score } of ranked) expect(score).toBeCloseTo(one.score ?? Number.NaN, 2);
    // Each idea's way through the box takes one option of each axis that it needs, and its SCAMPER move is named.
    const box = told.morphological_box ?? [];
    expect(box.length).toBeGreaterThan(2);
    for (const { options = [], scamper } of told.ideas) {
      for (const { options: ids } of box)
        expect(ids.filter(({ id }) => options.includes(id)).length).toBeLessThanOrEqual(1);
      expect(options.every((id) => box.some((axis) => axis.options.some((one) => one.id === id)))).toBe(true);
      expect(scamper).toMatch(/^[A-Z]/);
    }
  });
});

test('a merged idea has both ways, the mean of the scores and the whole span of costs', () => {
  const cost = (low: number, high: number) => ({ low, high, currency: 'EUR', basis: 'estimate' });
  const [one, other] = body.ideas as [Idea, Idea];
  const { idea: merged, from } = mergeIdeas(
    { ...one, cost_range: cost(3, 9), risks: ['leaks', 'price'] },
    { ...other, cost_range: cost(5, 12), risks: ['price'] },
    3,
  );
  expect(from).toEqual(['a', 'b']);
  expect(merged).toMatchObject({
    title: 'Idea a + Idea b',
    cost_range: { low: 3, high: 12, currency: 'EUR' },
    risks: ['leaks', 'price'],
  });
  expect(merged.reasons?.map(({ score }) => score)).toEqual([(5 + 2) / 2, (1 + 3) / 2]);
  expect(constraintsOf({ ideas: [merged] })).toEqual(['cheap', 'dry']);
  const dollars = mergeIdeas(
    { ...one, cost_range: { ...cost(3, 9), currency: 'USD' } },
    { ...other, cost_range: cost(5, 12) },
    3,
  );
  expect(dollars.idea.cost_range).toBeUndefined();
});

test.each(['engineering', 'requirements', 'chat'] as const)(
  'a %s request keeps the idea it was made from',
  (way) => {
    const draft = draftFrom(way, idea('a', 1, 5, 1), { roomId: 'room-1', resultId: 'r-1' });
    expect(draft.idea).toEqual({ resultId: 'r-1', id: 'a', title: 'Idea a', summary: 'a.' });
    expect(draft.text).toContain('Idea a');
  },
);
