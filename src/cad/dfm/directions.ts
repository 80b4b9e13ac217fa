// Which way a mould opens or layers grow, when nobody said: the one of the six axes that costs least.
import { supportArea } from './checks/layers.ts';
import { draft, hiddenFrom } from './checks/mould.ts';
import type { DfmProcess, DfmRule } from './dfm-rules.ts';
import type { PartUnderTest } from './part-under-test.ts';
import { dot, type Vector } from './vectors.ts';

export const axes: Readonly<Record<string, Vector>> = {
  '+Z': [0, 0, 1],
  '-Z': [0, 0, -1],
  '+Y': [0, 1, 0],
  '-Y': [0, -1, 0],
  '+X': [1, 0, 0],
  '-X': [-1, 0, 0],
};

/** The name of the cheapest axis: least hidden surface, then least undrafted wall; or least support, then the lowest build. */
export function cheapestAxis(part: PartUnderTest, kind: NonNullable<DfmProcess['direction']>): string {
  const names = kind === 'pull' ? ['+Z', '+Y', '+X'] : Object.keys(axes);
  const priced = names.map((name) => {
    const axis = axes[name] ?? axes['+Z'] ?? [0, 0, 1];
    return { name, price: kind === 'pull' ? pullPrice(part, axis) : buildPrice(part, axis) };
  });
  const best = priced.reduce((a, b) => (isCheaper(b.price, a.price) ? b : a));
  return best.name;
}

type Price = readonly [number, number];

/** Less than a hundredth of the dearer is the same: samples are not exact. */
function isCheaper(a: Price, b: Price): boolean {
  const slack = 0.01 * Math.max(a[0], b[0]) + 0.01;
  return a[0] < b[0] - slack || (Math.abs(a[0] - b[0]) <= slack && a[1] < b[1] * 0.99 - 1e-6);
}

function pullPrice(part: PartUnderTest, direction: Vector): Price {
  const hidden = hiddenFrom(part, direction, 2000).reduce((sum, { areaMm2 }) => sum + areaMm2, 0);
  const { violations } = draft({ part, rule: anyRule, limit: 0.5, direction });
  return [hidden, violations.reduce((sum, { areaMm2 = 0 }) => sum + areaMm2, 0)];
}

function buildPrice(part: PartUnderTest, direction: Vector): Price {
  const { min, max } = part.box;
  const size: Vector = [max[0] - min[0], max[1] - min[1], max[2] - min[2]];
  return [supportArea(part, direction), Math.abs(dot(size, direction))];
}

const anyRule: DfmRule = {
  id: 'draft',
  check: 'draft',
  title: '',
  limit: 0.5,
  unit: 'deg',
  severity: 'warning',
  suggestion: '',
  source: '',
};
