// Ideas: distinct, ranked against the constraints, honest about what they are.
import { describe, expect, test } from 'vitest';
import { openIdeasDesk } from '../../../../src/engine/ideas/open-ideas.ts';
import { ideaResponseDataSchema } from '../../../../src/shared/protocol/response-data.ts';
import { askDesk, resourcesDir } from '../desk-rig.ts';

const desk = await openIdeasDesk({ resourcesDir });
const ask = async (
  constraints: string[],
  metadata: Record<string, unknown> = {},
  message = 'Generate ideas for a smart home climate control system',
) => {
  const answer = await askDesk(desk, {
    data: { message, sender: 'ann', constraints, target_market: 'residential', metadata },
  });
  return ideaResponseDataSchema.parse({ ...answer.body, message: answer.message });
};

describe('the ideas desk', () => {
  test('gives distinct ideas in the order of their scores', async () => {
    const { ideas } = await ask(['energy_efficient', 'wireless', 'affordable']);
    expect(ideas.length).toBeGreaterThanOrEqual(5);
    expect(new Set(ideas.map(({ id }) => id)).size).toBe(ideas.length);
    const scores = ideas.map(({ score }) => score ?? 0);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const { cost_range: cost } of ideas) {
      expect(cost?.low).toBeLessThan(cost?.high ?? 0);
      expect(cost?.basis).toContain('estimate');
    }
  });

  test('one constraint changes the ranking and the reasons', async () => {
    const dry = await ask(['affordable', 'compact']);
    const wet = await ask(['affordable', 'waterproof']);
    expect(wet.ideas.map(({ id }) => id)).not.toEqual(dry.ideas.map(({ id }) => id));
    expect(wet.ideas[0]?.reasons?.some(({ constraint }) => constraint === 'waterproof')).toBe(true);
    expect(wet.ideas[0]?.summary).toContain('sealed shell');
  });

  test('is about the thing that was asked for', async () => {
    const { ideas } = await ask(['robust'], {}, 'Generate ideas for a pump test stand');
    expect(ideas.every(({ summary }) => summary.toLowerCase().includes('pump test stand'))).toBe(true);
  });

  test('makes the two analyses only when asked', async () => {
    expect((await ask(['affordable'])).competitive_analysis).toBeUndefined();
    const both = await ask(['affordable'], { competitive_analysis: true, feature_priority: true });
    expect(both.competitive_analysis?.length).toBeGreaterThan(2);
    expect(both.feature_priority?.[0]).toHaveProperty('RICE');
  });

  test('names a constraint that it cannot judge', async () => {
    const { message } = await ask(['affordable', 'smells_nice']);
    expect(message).toContain('smells nice');
  });
});
