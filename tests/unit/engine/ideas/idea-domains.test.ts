// Ideas are about what was asked, feasible, ranked by the constraints with reasons, and say what they could not judge.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Desk } from '../../../../src/engine/desk.ts';
import { loadBox } from '../../../../src/engine/ideas/blocks.ts';
import { candidatesOf } from '../../../../src/engine/ideas/domain-concepts.ts';
import { domainOf, loadDomains } from '../../../../src/engine/ideas/domains.ts';
import { openIdeasDesk } from '../../../../src/engine/ideas/open-ideas.ts';
import type { IdeaData } from '../../../../src/shared/protocol/request-data.ts';
import {
  type IdeaResponseData,
  ideaResponseDataSchema,
} from '../../../../src/shared/protocol/response-data.ts';
import example from '../../../fixtures/spec/06-idea.json' with { type: 'json' };
import { openRig, resourcesDir, TestClient } from '../engine-rig.ts';

let desk: Desk<IdeaData>;
beforeAll(async () => {
  desk = await openIdeasDesk({ resourcesDir });
});

async function ask(message: string, data: Partial<IdeaData> = {}): Promise<IdeaResponseData> {
  const answer = await desk({
    data: { message, sender: 'ann', ...data },
    userId: 'ann',
    room: { roomId: 'r', title: 'Room', productId: null, chat: [], answers: [], files: [] },
    attached: [],
    unknownFiles: [],
    folder: '',
    signal: new AbortController().signal,
    progress: () => {},
  });
  return ideaResponseDataSchema.parse({ ...answer.body, message: answer.message });
}

const climate = 'Generate ideas for a smart home climate control system';
const titles = ({ ideas }: IdeaResponseData): string[] => ideas.map(({ title }) => title);

describe('ideas', () => {
  test('the example of the specification is answered through the real engine, with both tables', async () => {
    await using engine = await openRig();
    using ann = await TestClient.open(engine.port, 'user-123');
    const frame = await ann.ask('idea', 'r', { ...example.data, message_id: 'm-1' });
    expect(frame).toMatchObject({ status: 'success', code: 'idea_response' });
    const body = ideaResponseDataSchema.parse(frame.data);
    expect(body.ideas.length).toBeGreaterThanOrEqual(5);
    for (const idea of body.ideas) {
      const constraints = idea.reasons?.map(({ constraint }) => constraint) ?? [];
      expect(constraints).toEqual(expect.arrayContaining(['energy_efficient', 'wireless', 'affordable']));
    }
    expect(titles(body).join(' ')).toMatch(/radiator/i);
    expect(body.competitive_analysis?.length).toBeGreaterThan(3);
    expect(body.feature_priority?.length).toBeGreaterThan(4);
  });

  test('the tables come only when metadata asks for them', async () => {
    const body = await ask(climate, { metadata: { feature_priority: 'true' } });
    expect(body.competitive_analysis).toBeUndefined();
    expect(body.feature_priority).toBeDefined();
  });

  test('changing one constraint changes the ranking and the reasons', async () => {
    const cheap = await ask(climate, { constraints: ['energy_efficient', 'affordable'] });
    const easy = await ask(climate, { constraints: ['energy_efficient', 'easy_to_use'] });
    expect(titles(cheap)).not.toEqual(titles(easy));
    expect(cheap.ideas[0]?.reasons).not.toEqual(easy.ideas[0]?.reasons);
  });

  test('scores fall with the rank and are the weighted mean of the reasons', async () => {
    const { ideas } = await ask(climate, {
      constraints: ['wireless', 'compact'],
      target_market: 'residential',
    });
    for (const [index, idea] of ideas.entries()) {
      expect(idea.rank).toBe(index + 1);
      expect(idea.score).toBeLessThanOrEqual(ideas[index - 1]?.score ?? 5);
      // Constraints weigh 1, the market's half of it: the mean worked out here by hand.
      const weights = (idea.reasons ?? []).map(({ constraint }) => (constraint.includes(':') ? 0.5 : 1));
      const sum = (idea.reasons ?? []).reduce(
        (total, { score }, at) => total + score * (weights[at] ?? 0),
        0,
      );
      const mean = sum / weights.reduce((total, weight) => total + weight, 0);
      expect(idea.score).toBeCloseTo(mean, 1);
    }
  });

  test('a price constraint is judged by the sum of the parts: 8 EUR scores 5, a doubling one less', async () => {
    const { ideas } = await ask('ideas for a garden pump', { constraints: ['affordable'] });
    for (const { cost_range, reasons } of ideas) {
      const middle = ((cost_range?.low ?? 0) + (cost_range?.high ?? 0)) / 2;
      const expected = Math.min(5, Math.max(0, 5 - Math.log2(Math.max(1, middle) / 8)));
      expect(reasons?.[0]?.score).toBeCloseTo(expected, 0);
      expect(cost_range?.basis).toMatch(/estimate/);
    }
  });

  test('the target market weighs in, and a market without a table is named', async () => {
    const home = await ask(climate, { target_market: 'residential' });
    expect(home.ideas[0]?.reasons?.some(({ constraint }) => constraint.startsWith('residential'))).toBe(true);
    const odd = await ask(climate, { target_market: 'lunar bases' });
    expect(odd.message).toContain('lunar bases');
  });

  test('a constraint the tables say nothing on is named and not scored', async () => {
    const body = await ask(climate, { constraints: ['wireless', 'smells_of_roses'] });
    expect(body.message).toContain('smells of roses');
    expect(body.ideas[0]?.reasons?.map(({ constraint }) => constraint)).toEqual(['wireless']);
  });

  test.each([
    ['Ideas for an LED desk lamp', 'lighting', /light|lamp|panel/i],
    ['Brainstorm a wearable for nurses', 'wearable', /patch|band|core|tag/i],
    ['Ideas for greenhouse irrigation', 'pumping and watering', /drip|pump|tank|dosing/i],
    ['Ideas for a warehouse robot', 'robotics', /gripper|cart|arm|rail|teach/i],
    ['Ideas for a cordless screwdriver', 'hand tools', /tool|handle|torque|head/i],
    ['Ideas for machine vibration monitoring', 'monitoring', /sensor|observer|logger|meter|post/i],
  ])('%s: the field is recognised as %s and the ideas are of it', async (message, domain, pattern) => {
    const body = await ask(message);
    expect(body['domain']).toBe(domain);
    expect(titles(body).filter((title) => pattern.test(title)).length).toBeGreaterThanOrEqual(3);
    expect(new Set(titles(body)).size).toBe(body.ideas.length);
  });

  test('a product of no known field says so, and its ideas still name it', async () => {
    const body = await ask('Ideas for a bicycle lock', { constraints: ['rugged'] });
    expect(body.message).toContain('no table for this kind of product');
    expect(titles(body).every((title) => /bicycle lock/i.test(title))).toBe(true);
  });

  test('what is not feasible is not proposed: no wearable on the mains, no motor on a coin cell', async () => {
    const worn = await ask('Ideas for a wearable', { constraints: ['reliable', 'affordable'] });
    expect(worn.ideas.every(({ id }) => !/mains|wire$|-wire-/.test(id))).toBe(true);
    const bare = await ask('Ideas for a bicycle lock', { constraints: ['affordable', 'secure'] });
    expect(bare.ideas.every(({ id }) => !/none-app/.test(id))).toBe(true);
    const robots = await ask('Ideas for a robot', { constraints: ['compact', 'wireless'] });
    expect(robots.ideas.every(({ id }) => !id.includes('-coin'))).toBe(true);
  });

  test('an empty message is refused with the field', async () => {
    await expect(ask('  ')).rejects.toThrow('data.message');
  });

  test('features that the product cannot be sold without are musts, whatever their RICE', async () => {
    const { feature_priority } = await ask(climate, { metadata: { feature_priority: true } });
    const setting = feature_priority?.find(({ feature }) => feature === 'Set temperature by room');
    // No constraint is served by default keys but ease of use (weight 1): 10 · 2 · 1.5 · 0.9 / 2 = 13.5.
    expect(setting).toMatchObject({ MoSCoW: 'must', RICE: 13.5 });
  });
});

describe('the idea table', () => {
  test('every option a concept is limited to is in the box', async () => {
    const [box, table] = await Promise.all([loadBox(resourcesDir), loadDomains(resourcesDir)]);
    const known = new Set(box.axes.flatMap(({ name, options }) => options.map(({ id }) => `${name}/${id}`)));
    for (const { concepts } of [...table.domains, table.generic])
      for (const { only } of concepts)
        for (const [axis, ids] of Object.entries(only))
          for (const id of ids) expect(known).toContain(`${axis}/${id}`);
  });

  test('every concept can be built: some combination of its options does not clash', async () => {
    const [box, table] = await Promise.all([loadBox(resourcesDir), loadDomains(resourcesDir)]);
    for (const domain of [...table.domains, table.generic])
      for (const { weighed, idea } of candidatesOf(domain, { table, box, criteria: [] }))
        expect(weighed, idea.id).toBeGreaterThan(0);
  });

  test('costs run from low to high', async () => {
    const { cores } = await loadDomains(resourcesDir);
    for (const { cost } of cores) expect(cost[0]).toBeLessThan(cost[1]);
  });

  test('of two fields named the noun at the end decides', async () => {
    const table = await loadDomains(resourcesDir);
    expect(domainOf(table, 'a climate sensor')?.id).toBe('monitor');
    expect(domainOf(table, 'a teapot')).toBeNull();
  });
});
