// A parameter named in a text: `wall 2.5 mm`, `2.5 mm wall`, `t=3`, `12 DP`, `thickness of 1/4 in`.
import type { ParameterDefinition, Saying } from '../parts/family.ts';
import { millimetresPer, numberPattern, readNumber, unitPattern } from './read-length.ts';
import { findThread } from './screw-sizes.ts';

/** A value with where it stands in the text. */
export interface Named {
  readonly value: number;
  readonly place: RegExpExecArray;
  readonly reason?: string;
}

const label =
  /\b(?:od|id|bore|diameter|dia|length|width|height|depth|thickness|thk|t|wide|long|high|tall|thick|deep)\b/i;
/** These follow their number, so they need no unit: `10 wide`. */
const adjective = /^(?:wide|long|high|tall|thick|deep|thk)$/;
/** Short forms of drawings (ASME Y14.38 and common use), by the word they stand for. */
const shortForms: Readonly<Record<string, readonly string[]>> = {
  thickness: ['thk', 't'],
  length: ['lg'],
  width: ['wd'],
  height: ['ht'],
  'bolt circle': ['bolt circle dia'],
};

/** What the text says of the parameter; without a unit only where the name stands before the number, or cannot mean else. */
export function findNamed(text: string, parameter: ParameterDefinition): Named | null {
  const { words = [], unit, isThread = false, sayings = [] } = parameter;
  const thread = isThread ? findThread(text) : null;
  if (thread !== null) return { value: readNumber(thread[1] ?? ''), place: thread };
  for (const saying of words.includes('corner radius') ? [...sayings, roundedCorners] : sayings) {
    const said = findSaying(text, saying);
    if (said !== null) return said;
  }
  for (const word of words.flatMap((one) => [one, ...(shortForms[one] ?? [])])) {
    const place = findWord(text, word, unit);
    if (place === null) continue;
    const value = readNumber(place[1] ?? '') * (unit === 'mm' ? millimetresPer(place[2]) : 1);
    if (Number.isFinite(value)) return { value, place };
  }
  return null;
}

const roundedCorners: Saying = {
  called: /\bR\s?(\d{1,3}(?:[.,]\d{1,2})?)\s?(?:mm\s)?(?:corners?|corner radius)\b/,
  value: (radius) => radius,
  reason: 'the radius of the corners',
};

function findSaying(text: string, { called, value, reason }: Saying): Named | null {
  const place = called.exec(text);
  if (place === null) return null;
  const number = place.slice(1).find((group) => group !== undefined);
  const found = value(number === undefined ? Number.NaN : readNumber(number));
  return Number.isFinite(found) ? { value: found, place, reason } : null;
}

function findWord(text: string, word: string, unit: ParameterDefinition['unit']): RegExpExecArray | null {
  const name = word.replaceAll(' ', String.raw`[\s-]+`);
  // Words of two or more, such as `across flats`, mean nothing else: they need no unit.
  const isOptional = / |^(?:pcd|bcd|bc|af)$/.test(word) || adjective.test(word) ? '?' : '';
  const after = new RegExp(
    `\\b${name}\\s?(?:of|is|=|:)?\\s?(${numberPattern})\\s?(${unitPattern})?`,
    'i',
  ).exec(text);
  const before = new RegExp(
    `(?<!=\\s?)(${numberPattern})\\s?[-\\s]?(${unitPattern})${isOptional}\\s?[-\\s]?${name}\\b`,
    'i',
  ).exec(text);
  const counted =
    unit === 'count'
      ? new RegExp(`(?<![Øø⌀]\\s?)\\b(\\d{1,6})\\s?(?:[x×]\\s?)?${name}\\b`, 'i').exec(text)
      : null;
  const isLabelled = before !== null && isLabelFirst(text, before.index);
  return counted ?? (isLabelled ? (after ?? before) : (before ?? after));
}

/** Whether the clause around `at` names before it tells, as in `OD 10 mm ID 5 mm`; not so in `150 mm OD 60 mm bore`. */
function isLabelFirst(text: string, at: number): boolean {
  const clause = text.slice(0, at).split(/[,;] /).at(-1) ?? '';
  const first = label.exec(clause);
  return first !== null && !/\d\s?(?:mm|cm|in|")?\s?$/i.test(clause.slice(0, first.index));
}
