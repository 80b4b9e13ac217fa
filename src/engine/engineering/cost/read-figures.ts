// The shop's own figures of a cost request, which take the place of the table's.
import { fieldRefusal } from '../field-refusal.ts';
import type { CostFigure } from './cost-model.ts';

const field = 'specifications.figures';
const ownSource = 'your figure, from specifications.figures';
const number = '(\\d+(?:[.,]\\d+)?)';

/** `machine_rate 65, material_price 3 to 4` says the same as an object; a value is a number, two of them, or text. */
function entriesOf(said: unknown): [string, unknown][] {
  if (said === undefined || said === null || said === '') return [];
  if (typeof said === 'object' && !Array.isArray(said)) return Object.entries(said);
  if (typeof said !== 'string')
    throw fieldRefusal(field, 'give figures by their ids, such as {"machine_rate": 65}');
  return said
    .split(/[;\n]|,(?!\d)/)
    .filter((piece) => piece.trim() !== '')
    .map((piece) => {
      const [, id = piece.trim(), value = ''] = /^\s*([a-z_]+)\s*[:=]?\s*(.*)$/i.exec(piece) ?? [];
      return [id, value];
    });
}

function rangeOf(value: unknown): { low: number; high: number } | null {
  const two = Array.isArray(value) ? value : [value, value];
  if (typeof value === 'string') {
    const found = new RegExp(
      `^${number}(?:\\s*(?:to|-|–|\\.\\.)\\s*${number})?(?:\\s*[a-zA-Z€²³/°%·]+)*$`,
    ).exec(value.trim());
    if (found === null) return null;
    const read = (digits: string): number => Number(digits.replace(',', '.'));
    const low = read(found[1] ?? '');
    return rangeOf([low, found[2] === undefined ? low : read(found[2])]);
  }
  const [low, high]: unknown[] = two;
  if (two.length !== 2 || typeof low !== 'number' || typeof high !== 'number') return null;
  return low >= 0 && high >= low && high < 1e9 ? { low, high } : null;
}

/** Puts the shop's figures in; refuses an id that this process has not, and what is no figure. */
export function withOwnFigures(
  figures: readonly CostFigure[],
  said: unknown,
  more: Readonly<Record<string, number>> = {},
): CostFigure[] {
  const own = new Map<string, { low: number; high: number; source: string }>();
  for (const [id, value] of Object.entries(more))
    own.set(id, { low: value, high: value, source: 'your figure, from the message' });
  for (const [id, value] of entriesOf(said)) {
    const range = rangeOf(value);
    const path = `${field}.${id.slice(0, 60)}`;
    if (!figures.some((one) => one.id === id))
      throw fieldRefusal(
        path,
        `this process has no such figure; it has ${figures.map((one) => one.id).join(', ')}`,
      );
    const one = figures.find((figure) => figure.id === id);
    if (range === null || (one !== undefined && one.low > 0 && range.low === 0))
      throw fieldRefusal(path, 'give a figure above zero, or two from low to high, such as 50 to 70');
    own.set(id, { ...range, source: ownSource });
  }
  return figures.map((figure) => ({ ...figure, ...own.get(figure.id) }));
}
