// The tables of a cost estimate: by quantity, by item, what moves it, and every figure with its source.
import type { ResultTable } from '../../../shared/protocol/engineering-response.ts';
import type { CostFigure, CostItems } from './cost-model.ts';
import type { Estimate, ItemName, Range } from './evaluate.ts';

const breaks = [1, 10, 100, 1000, 10_000];
const items: readonly (readonly [ItemName, string])[] = [
  ['material', 'Material'],
  ['machine', 'Machine time'],
  ['labour', 'Handling and labour'],
  ['setup', 'Setting up, shared'],
  ['tooling', 'Tooling, shared'],
];

/** Two digits: more would be false precision. */
function two(value: number): number {
  return Number(value.toPrecision(2));
}

/** `1.2 to 3.4`; one figure where both ends are the same. */
export function money({ low, high }: Range): string {
  const show = (value: number): string => two(value).toLocaleString('en-GB', { maximumSignificantDigits: 2 });
  return show(low) === show(high) ? show(low) : `${show(low)} to ${show(high)}`;
}

export function breakTable(quantity: number, at: (quantity: number) => Estimate): ResultTable {
  const quantities = [...new Set([...breaks, quantity])].toSorted((a, b) => a - b);
  return {
    title: 'By quantity',
    columns: [
      { key: 'quantity', title: 'Parts' },
      { key: 'low', title: 'Each, from', unit: 'EUR' },
      { key: 'high', title: 'to', unit: 'EUR' },
      { key: 'totalLow', title: 'In all, from', unit: 'EUR' },
      { key: 'totalHigh', title: 'to', unit: 'EUR' },
    ],
    rows: quantities.map((count) => {
      const { low, high } = at(count).range;
      return {
        quantity: count,
        low: two(low),
        high: two(high),
        totalLow: two(low * count),
        totalHigh: two(high * count),
      };
    }),
    note: 'In one batch. The ends are those of independent figures, whose moves add as squares.',
  };
}

export function itemTable(
  quantity: number,
  of: (pick: (items: CostItems) => number) => Estimate,
): ResultTable {
  const rows = items.map(([name, title]) => ({ title, estimate: of((all) => all[name]) }));
  const sum = rows.reduce((total, { estimate: { middle } }) => total + middle, 0);
  return {
    title: `Each of ${quantity.toLocaleString('en-GB')}`,
    columns: [
      { key: 'item', title: 'Item' },
      { key: 'low', title: 'From', unit: 'EUR' },
      { key: 'high', title: 'to', unit: 'EUR' },
      { key: 'share', title: 'Share', unit: '%' },
    ],
    rows: rows
      .filter(({ estimate: { middle } }) => middle > 0)
      .map(({ title, estimate: { range, middle } }) => ({
        item: title,
        low: two(range.low),
        high: two(range.high),
        share: Math.round((100 * middle) / sum),
      })),
  };
}

export function driverTable({ drivers }: Estimate): ResultTable {
  return {
    title: 'What moves it',
    columns: [
      { key: 'figure', title: 'Figure' },
      { key: 'range', title: 'Its range' },
      { key: 'low', title: 'Each, at its low end', unit: 'EUR' },
      { key: 'high', title: 'at its high end', unit: 'EUR' },
    ],
    rows: drivers
      .filter(({ atLow, atHigh }) => Math.abs(atHigh - atLow) > 1e-9 * Math.max(atHigh, atLow))
      .slice(0, 8)
      .map(({ figure, atLow, atHigh }) => ({
        figure: figure.title,
        range: rangeText(figure),
        low: two(atLow),
        high: two(atHigh),
      })),
    note: 'Each figure alone, the others in the middle of their ranges.',
  };
}

export function figureTable(figures: readonly CostFigure[]): ResultTable {
  return {
    title: 'Figures',
    columns: [
      { key: 'id', title: 'Id' },
      { key: 'figure', title: 'Figure' },
      { key: 'range', title: 'Range' },
      { key: 'source', title: 'Source' },
    ],
    rows: figures.map((figure) => ({
      id: figure.id,
      figure: figure.title,
      range: rangeText(figure),
      source: figure.source,
    })),
    note: 'Each can be given in specifications.figures by its id.',
  };
}

/** The same with the sources as numbers, which the note spells out once each. */
export function numberedFigureTable(figures: readonly CostFigure[]): ResultTable {
  const table = figureTable(figures);
  const sources = [...new Set(figures.map(({ source }) => source))];
  return {
    ...table,
    rows: table.rows.map((row) => ({ ...row, source: `[${sources.indexOf(String(row['source'])) + 1}]` })),
    note: [table.note ?? '', ...sources.map((source, index) => `[${index + 1}] ${source}.`)].join(' '),
  };
}

function rangeText({ low, high, unit }: CostFigure): string {
  const show = (value: number): string => String(Number(value.toPrecision(3)));
  const range = low === high ? show(low) : `${show(low)} to ${show(high)}`;
  return unit === '' ? range : `${range} ${unit}`;
}
