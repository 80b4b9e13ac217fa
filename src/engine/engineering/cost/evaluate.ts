// The cost as a range: every figure moved through its own range alone, and the moves put together.
import type { CostFigure, CostItems, CostModel, CostSubject, Values } from './cost-model.ts';

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** How far one figure alone moves the cost of a part, EUR. */
export interface Driver {
  readonly figure: CostFigure;
  readonly atLow: number;
  readonly atHigh: number;
}

export interface Estimate {
  readonly middle: number;
  readonly range: Range;
  /** All figures at their cheap, and all at their dear end. */
  readonly extremes: Range;
  /** The largest move first. */
  readonly drivers: readonly Driver[];
  readonly items: CostItems;
}

const itemNames = ['material', 'machine', 'labour', 'setup', 'tooling'] as const;
export type ItemName = (typeof itemNames)[number];

/** The share of each part at a quantity. */
export function perPart(items: CostItems, quantity: number): CostItems {
  return { ...items, setup: items.setup / quantity, tooling: items.tooling / quantity };
}

export function sumOf(items: CostItems): number {
  return itemNames.reduce((sum, name) => sum + items[name], 0);
}

/** The middle of a range whose ends differ by a factor: the geometric mean; the arithmetic one where an end is zero. */
export function middleOf({ low, high }: Range): number {
  return low > 0 ? Math.sqrt(low * high) : (low + high) / 2;
}

/**
 * The cost of a part at a quantity. The figures are taken as independent: the logarithms of their moves from the middle
 * add as squares, down and up apart, as in the error propagation of a product (JCGM 100, 5.1.6); `pick` chooses an item.
 */
export function estimate(
  model: CostModel,
  figures: readonly CostFigure[],
  {
    subject,
    quantity,
    pick = sumOf,
  }: {
    readonly subject: CostSubject;
    readonly quantity: number;
    readonly pick?: (items: CostItems) => number;
  },
): Estimate {
  const middles: Values = Object.fromEntries(figures.map((figure) => [figure.id, middleOf(figure)]));
  const itemsAt = (values: Values): CostItems => perPart(model.cost(values, subject), quantity);
  const costAt = (change: Values): number => pick(itemsAt({ ...middles, ...change }));
  const items = itemsAt(middles);
  const middle = pick(items);
  const drivers = figures
    .map((figure) => ({
      figure,
      atLow: costAt({ [figure.id]: figure.low }),
      atHigh: costAt({ [figure.id]: figure.high }),
    }))
    .toSorted((a, b) => Math.abs(b.atHigh - b.atLow) - Math.abs(a.atHigh - a.atLow));
  const end = (worse: (a: number, b: number) => number): { together: number; all: number } => {
    const moves = drivers.map(({ figure, atLow, atHigh }) => {
      const at = worse(atLow, atHigh);
      return { id: figure.id, value: at === atLow ? figure.low : figure.high, log: Math.log(at / middle) };
    });
    const way = worse(-1, 1);
    const square = moves.reduce((sum, { log }) => sum + (log * way > 0 ? log ** 2 : 0), 0);
    const all = costAt(Object.fromEntries(moves.map(({ id, value }) => [id, value])));
    return { together: middle * Math.exp(way * Math.sqrt(square)), all };
  };
  if (middle <= 0)
    return { middle, range: { low: 0, high: 0 }, extremes: { low: 0, high: 0 }, drivers, items };
  const [cheap, dear] = [end(Math.min), end(Math.max)];
  return {
    middle,
    range: { low: Math.max(cheap.together, cheap.all), high: Math.min(dear.together, dear.all) },
    extremes: { low: cheap.all, high: dear.all },
    drivers,
    items,
  };
}
