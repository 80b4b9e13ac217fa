// Stack-ups against closed forms: sums, Pythagoras, the normal distribution's tables, and the sum of uniform variables (Irwin and Hall, 1927).
import { expect, test } from 'vitest';
import { stackTolerances } from '../../../../src/engine/engineering/stack-tolerances.ts';
import {
  analyzeStack,
  quantile,
  sampleStack,
  seededRandom,
  shareOutside,
  type StackDimension,
} from '../../../../src/engine/engineering/tolerances/stack.ts';
import { roomWith } from '../desk-rig.ts';

const dimension = (change: Partial<StackDimension>): StackDimension => ({
  name: 'd',
  nominal: 10,
  plus: 0.1,
  minus: 0.1,
  direction: 1,
  distribution: 'normal',
  ...change,
});

function ask(specifications: Record<string, unknown>, message = 'stack') {
  const data = { message, sender: 'ann', engineering_type: 'tolerance_stackup', specifications };
  return stackTolerances({
    data,
    userId: 'ann',
    room: roomWith(),
    attached: [],
    unknownFiles: [],
    folder: '',
    signal: new AbortController().signal,
    progress: () => {},
  });
}

test('[P-STACK-1] worst case is the sum, RSS the root of the sum of squares', () => {
  const chain = [dimension({ plus: 0.3, minus: 0.3 }), dimension({ plus: 0.4, minus: 0.4, direction: -1 })];
  const { nominal, worstCase, rss, contributions } = analyzeStack(chain);
  expect(nominal).toBe(0);
  expect(worstCase.max).toBeCloseTo(0.7, 12);
  // 3, 4, 5.
  expect(rss.max).toBeCloseTo(0.5, 12);
  expect(contributions).toEqual([expect.closeTo(0.36, 12), expect.closeTo(0.64, 12)]);
});

test('unequal tolerances move the mean: 10 +0.2 −0 is 10.1 ± 0.1', () => {
  const { nominal, mean, worstCase } = analyzeStack([dimension({ plus: 0.2, minus: 0 })]);
  expect([nominal, mean]).toEqual([10, 10.1]);
  expect(worstCase).toEqual({ min: expect.closeTo(10, 12), max: expect.closeTo(10.2, 12) });
});

test('random normal assemblies have the quantiles of the normal distribution', () => {
  const chain = Array.from({ length: 4 }, () => dimension({}));
  const sorted = sampleStack(chain, { samples: 200_000, random: seededRandom(7) });
  const sigma = (0.1 / 3) * 2;
  // Φ⁻¹(0.8413447) = 1; the standard error of this quantile is 0.0035 sigma.
  expect((quantile(sorted, 0.841_344_7) - 40) / sigma).toBeCloseTo(1, 1);
  expect((quantile(sorted, 0.5) - 40) / sigma).toBeCloseTo(0, 1);
  // P(|z| > 2) = 0.0455 by tables.
  const { share, interval } = shareOutside(sorted, { min: 40 - 2 * sigma, max: 40 + 2 * sigma });
  expect(share).toBeGreaterThan(0.0436);
  expect(share).toBeLessThan(0.0474);
  expect(interval.min).toBeLessThan(share);
  expect(interval.max).toBeGreaterThan(share);
});

test('two uniform dimensions make a triangle: a share of (1 − k)² lies beyond k of the worst case', () => {
  const chain = [dimension({ distribution: 'uniform' }), dimension({ distribution: 'uniform' })];
  const sorted = sampleStack(chain, { samples: 200_000, random: seededRandom(3) });
  const { share } = shareOutside(sorted, { min: 20 - 0.1, max: 20 + 0.1 });
  expect(share).toBeGreaterThan(0.246);
  expect(share).toBeLessThan(0.254);
  expect(sorted[0]).toBeGreaterThanOrEqual(19.8);
  expect(sorted.at(-1)).toBeLessThanOrEqual(20.2);
});

test('[P-STACK-2] the same seed gives the same answer, and limits are judged', async () => {
  const dimensions = [
    { name: 'housing', nominal: 50, tolerance: 0.1 },
    { name: 'board', nominal: 30, plus: 0.2, minus: 0, direction: -1 },
    { name: 'spacer', nominal: 19.5, tolerance: 0.05, direction: -1, distribution: 'uniform' },
  ];
  const asked = { dimensions, limits: { min: 0.2 }, samples: 20_000 };
  const [first, second] = [await ask(asked), await ask(asked)];
  expect(first).toEqual(second);
  expect(first.message).toContain('worst case: 0.15 mm to 0.65 mm, **beyond the limits**');
  // √(0.1² + 0.1² + 0.05²) = 0.15 about a mean of 0.4.
  expect(first.message).toContain('RSS, ±3σ: 0.25 mm to 0.55 mm, within the limits');
});

test('[P-STACK-1] a chain may be written in words', async () => {
  const chain =
    'Gap of the lid:\nhousing 50 ±0.1; board -30 +0.2/-0 mm; spacer: -19,5 mm +/-0.05 uniform; limits 0.2 to 0.6 mm';
  const { message, body } = await ask({ samples: 1000 }, chain);
  expect(message).toContain('stack-up of 3 dimensions');
  expect(message).toContain('worst case: 0.15 mm to 0.65 mm, **beyond the limits**');
  expect(body['outside_limits']).toBeDefined();
  const asText = await ask({ samples: 1000, dimensions: chain }, 'stack');
  expect(asText.message).toBe(message);
});

test.each([
  ['50 ±0.1 - 30 ±0.05', '19.85 mm to 20.15 mm'],
  ['housing 50,0 ±0,1, board -30 +- 0.05', '19.85 mm to 20.15 mm'],
  ['housing 2 in ±0.005; board -1 in ±0.005', '25.146 mm to 25.654 mm'],
  ['gap: 1" ± .005"', '25.273 mm to 25.527 mm'],
])('[P-STACK-1] %s is %s', async (chain, worst) => {
  const { message } = await ask({ samples: 1000 }, chain);
  expect(message).toContain(`worst case: ${worst}`);
});

test.each([
  [{}, 'specifications.dimensions'],
  [{ dimensions: 'fifty' }, 'specifications.dimensions'],
  [{ dimensions: 'a 50 ±0.1; b 30 about' }, 'specifications.dimensions'],
  [{ dimensions: [] }, 'specifications.dimensions'],
  [{ dimensions: [{ name: 'a', nominal: 1 }] }, 'specifications.dimensions.0'],
  [{ dimensions: [{ name: 'a', nominal: Infinity, tolerance: 1 }] }, 'specifications.dimensions.0.nominal'],
  [{ dimensions: [{ name: 'a', nominal: 1, tolerance: -1 }] }, 'specifications.dimensions.0.tolerance'],
  [{ dimensions: [{ name: 'a', nominal: 1, tolerance: 1, plus: 1 }] }, 'specifications.dimensions.0'],
  [{ dimensions: [{ name: 'a', nominal: 1, tolerance: 1 }], samples: 1e9 }, 'specifications.samples'],
  [
    { dimensions: [{ name: 'a', nominal: 1, tolerance: 1 }], limits: { min: 2, max: 1 } },
    'specifications.limits',
  ],
])('[P-STACK-3] %j is refused at %s', async (specifications, field) => {
  await expect(ask(specifications)).rejects.toMatchObject({
    errorCode: 'ENGINEERING_ERROR',
    errors: [{ loc: ['data', ...field.split('.')] }],
  });
});
