// `in` after a number is an inch in `4 in wide` and a preposition in `100x80x5 in brass`: which it is, is settled before lengths are read.
import { type Material, mentionedMaterials } from '../../shared/model/material.ts';
import { numberPattern } from './read-length.ts';

const numberAndIn = new RegExp(
  String.raw`(${numberPattern})\s{1,2}in\s(?=([\w.-]{1,30}(?:\s[\w.-]{1,30})?))`,
  'gi',
);
const preposition =
  /^(?:the|an?|my|our|this|that|each|all|total|order|line|case|addition|between|centre|center|middle|rows?|columns?|(?:\d{1,3}|one|two|three|four|five|six)\s(?:rows?|columns?|lines?|places?|corners?|pieces|pcs|steps)|black|white|grey|gray|red|blue|green|yellow)\b/i;
/** Sizes below this are as likely inches as millimetres, in a text that names no unit. */
const likelyInches = 20;

export interface SettledIn {
  readonly text: string;
  /** Words that may be read either way; empty when none. */
  readonly doubtful: readonly string[];
}

/** Puts a comma before each `in` that is a preposition. */
export function settleIn(raw: string, materials: readonly Material[]): SettledIn {
  const doubtful: string[] = [];
  const text = raw.replaceAll(numberAndIn, (all: string, number: string, next: string) => {
    const apart = `${number}, in `;
    if (preposition.test(next)) return apart;
    if (!isMaterial(next, materials)) return all;
    const others = raw.replace(all, ' ');
    if (number.includes('/') || /\d\s?(?:"|″|inch|in\b(?!\s[a-z]))/i.test(others)) return all;
    if (/\d\s?(?:mm|cm)\b/i.test(others)) return apart;
    const largest = Math.max(
      ...(others.match(/\d{1,6}(?:[.,]\d{1,4})?/g) ?? ['0']).map(toNumber),
      toNumber(number),
    );
    if (/[.,]/.test(number) || largest < likelyInches) doubtful.push(`${number} in ${next.split(' ')[0]}`);
    return apart;
  });
  return { text, doubtful };
}

function isMaterial(words: string, materials: readonly Material[]): boolean {
  const [first = ''] = words.split(' ');
  return mentionedMaterials(materials, first).length > 0 || mentionedMaterials(materials, words).length > 0;
}

function toNumber(text: string): number {
  return Number(text.replace(',', '.'));
}
