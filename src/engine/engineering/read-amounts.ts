// Amounts with units, from a field or out of a message; what a message says and nothing takes stays to be told.
import { longestMessage } from '../../cad/understand/tidy-text.ts';
import type { EngineeringRequest } from './engineering-type.ts';
import { fieldRefusal } from './field-refusal.ts';

/** Units with their factor, or the way to the first unit. */
export type Units = Readonly<Record<string, number | ((value: number) => number)>>;

export interface Amount {
  readonly value: number;
  /** `specifications.max_temperature`, or `message`. */
  readonly origin: string;
}

const number = '([-−]?\\d+(?:[.,]\\d+)*)';

/** Longest first, so that `kN` is not read as `k`. */
function unitPattern(units: Units): string {
  return Object.keys(units)
    .sort((a, b) => b.length - a.length)
    .map((unit) => unit.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(' ', '\\s?'))
    .join('|');
}

function convert(digits: string, unit: string, units: Units): number {
  const isGrouped = /^[-−]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits);
  const value = Number(digits.replaceAll(',', isGrouped ? '' : '.').replace('−', '-'));
  const factor = Object.entries(units).find(([name]) => name.toLowerCase() === unit.toLowerCase())?.[1] ?? 1;
  return typeof factor === 'number' ? value * factor : factor(value);
}

/** The request with as much of its message as is read: the time to read it is bounded by that. */
export function withShortMessage(request: EngineeringRequest): EngineeringRequest {
  const message = request.data.message.slice(0, longestMessage);
  return { ...request, data: { ...request.data, message } };
}

/** A message that is read bit by bit: what is taken is gone from the rest. */
export class Wording {
  #rest: string;

  constructor(message: string) {
    this.#rest = message;
  }

  /** The first number with one of the units that `before` stands in front of, or null. */
  take(units: Units, before = ''): number | null {
    const pattern = new RegExp(`${before}(?<![\\w.,])${number}\\s*(${unitPattern(units)})(?![\\w²³^°])`, 'i');
    const found = pattern.exec(this.#rest);
    if (found === null) return null;
    this.drop(found[0]);
    return convert(found[1] ?? '', found[2] ?? '', units);
  }

  /** The number that the pattern's first group finds, or null. */
  takeNumber(pattern: RegExp): number | null {
    const found = pattern.exec(this.#rest);
    if (found?.[1] === undefined) return null;
    this.drop(found[0]);
    return convert(found[1], '', {});
  }

  drop(words: string): void {
    this.#rest = this.#rest.replace(words, ' ; ');
  }

  /** Figures that nothing took, with their unit; `3D` is a word. */
  unusedFigures(): { text: string; reason: string }[] {
    const pattern = /(?<![\w.,-])[-−]?\d+(?:[.,]\d+)*\s?(?:[a-zA-Z°%/µ²³·]+)?/g;
    const figures = (this.#rest.match(pattern) ?? []).map((text) => text.trim());
    return figures
      .filter((text) => !/^3-?d$/i.test(text))
      .slice(0, 20)
      .map((text) => ({ text, reason: 'nothing here takes this figure' }));
  }
}

/** An amount of `specifications` as a number in the first unit, or as text with a unit; null when absent. Refuses what is none. */
export function amountField({ data }: EngineeringRequest, key: string, units: Units): Amount | null {
  const said = data.specifications?.[key];
  if (said === undefined || said === null || said === '') return null;
  const [unit = ''] = Object.keys(units);
  const origin = `specifications.${key}`;
  const text = typeof said === 'number' ? String(said) : typeof said === 'string' ? said.trim() : '';
  const [, digits, written = unit] =
    new RegExp(`^${number}\\s*(${unitPattern(units)})?$`, 'i').exec(text) ?? [];
  const value =
    typeof said === 'number' ? said : digits === undefined ? Number.NaN : convert(digits, written, units);
  if (Number.isFinite(value) && Math.abs(value) < 1e12) return { value, origin };
  const shown = (text === '' ? (JSON.stringify(said) ?? '') : text).slice(0, 40);
  throw fieldRefusal(origin, `"${shown}" is no figure in ${unit === '' ? 'plain numbers' : unit}`);
}

/** The same, and above zero. */
export function positiveField(request: EngineeringRequest, key: string, units: Units): Amount | null {
  const amount = amountField(request, key, units);
  if (amount !== null && amount.value <= 0) throw fieldRefusal(amount.origin, 'give a figure above zero');
  return amount;
}
