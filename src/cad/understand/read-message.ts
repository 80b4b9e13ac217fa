// Reads a request's free text: sizes, named lengths, holes. Where it disagrees with the specifications, both are named.
import type { Family, ParameterDefinition } from '../parts/family.ts';
import { readHoles, sayHoles } from './read-holes.ts';
import {
  findAmbiguousNumber,
  findSizes,
  type FoundSizes,
  millimetresPer,
  numberPattern,
  readNumber,
  unitPattern,
} from './read-length.ts';
import { ambiguous, readSizes } from './read-specifications.ts';
import type { Reading } from './reading.ts';
import { readThread } from './screw-sizes.ts';

const field = 'message';
/** `8 x 14 mm holes` is a number of holes, no size of the part. */
const ofHoles = /^\s?(?:dia(?:meter)?\.?\s)?(?:(?:mounting|screw|bolt|through)\s)?holes?\b/i;
const label = /\b(?:od|id|bore|diameter|dia|length|width|height|depth|thickness)\b/i;

/** Reads the message, which is tidied and short already. */
export function readMessage(text: string, family: Family, reading: Reading): void {
  const doubtful = findAmbiguousNumber(text);
  if (doubtful !== null) reading.fault(field, ambiguous(doubtful));
  if (
    /(?:^|[\s:=])-\s?\d[\d.,]*\s?(?:mm|cm|in)?\s?(?:[x×*]|by)\s?\d|\d\s?(?:mm|cm|in)?\s?(?:[x×*]|by)\s?-\s?\d/i.test(
      text,
    )
  )
    reading.fault(field, 'has a negative length; sizes must be positive');
  if (
    /\b(?:nan|infinity|undefined|null)\b\s?(?:mm|cm|in)?\s?(?:[x×*]|by)\s?\d|\d\s?(?:mm|cm|in)?\s?(?:[x×*]|by)\s?(?:nan|infinity|undefined|null)\b/i.test(
      text,
    )
  )
    reading.fault(field, 'has a size that is no number');
  leaveFeatures(text, family, reading);
  const rest = readMessageSizes(text, family, reading);
  for (const parameter of family.parameters) {
    if (parameter.name.startsWith('hole_') && parameter.name !== 'hole_edge_distance') continue;
    if (reading.said.get(parameter.name)?.origin === field) continue;
    const value = findNamed(rest, parameter);
    if (value !== null) reading.say(parameter.name, { value, origin: field });
  }
  const holes = readHoles(rest, false);
  if (holes !== null) sayHoles({ holes, field }, { family, reading });
}

/** Things people ask of a part, each with the beginning of the parameters that would be it. */
const features: readonly (readonly [called: RegExp, parameter: string])[] = [
  [/\bcounter\s?s(?:u|i)nk\w*/i, 'countersink'],
  [/\bcounter\s?bore\w*/i, 'counterbore'],
  [/\bslots?\b/i, 'vent'],
  [/\bkeyways?\b/i, 'key_'],
  [/\bgussets?\b/i, 'base'],
  [/\bchamfer\w*/i, 'chamfer'],
  [/\bengrav\w*/i, 'engrave'],
  [/\btapped\b|\bthreaded\b/i, 'thread'],
  [/\bbolt pattern\b/i, 'bolt_circle'],
];

/** Nothing that was asked for vanishes: what the family does not have is told as not used. */
function leaveFeatures(text: string, family: Family, reading: Reading): void {
  for (const [called, parameter] of features) {
    const words = called.exec(text)?.[0];
    if (words === undefined || family.parameters.some(({ name }) => name.startsWith(parameter))) continue;
    reading.leave(
      words,
      `a ${family.title.toLowerCase()} is made without it here; ask for it as a change afterwards`,
    );
  }
}

/** Reads the first sizes of the text; returns the text without them. */
function readMessageSizes(text: string, family: Family, reading: Reading): string {
  const found = findSizes(text).filter(
    ({ at, mm, text: words }) =>
      mm.length > 2 || !ofHoles.test(text.slice(at + words.length, at + words.length + 40)),
  );
  const insets = found.filter((one) => sayInset(one, { text, family, reading }));
  const sizes = found.find((one) => !isOfAnother(one, text) && !insets.includes(one));
  for (const other of found.filter((one) => isOfAnother(one, text) && !insets.includes(one)))
    reading.leave(other.text, 'it is the size of what the part is for');
  if (sizes === undefined) return found.reduce((rest, one) => rest.replace(one.text, ' '), text);
  const isGiven = family.envelope.some((name) => reading.said.has(name));
  if (isGiven && sizes.mm.length !== family.envelope.length)
    reading.leave(sizes.text, 'the specifications give the size');
  else readSizes({ field, text: sizes.text }, family, reading);
  return [...insets, sizes].reduce((rest, one) => rest.replace(one.text, ' '), text);
}

/** Says sizes that stand before or after the name of something in the part, such as `60x40 mm cut-out`. */
function sayInset(
  { at, mm, text: words }: FoundSizes,
  { text, family, reading }: { text: string; family: Family; reading: Reading },
): boolean {
  const before = text.slice(Math.max(0, at - 16), at);
  const after = text.slice(at + words.length, at + words.length + 24);
  const inset = family.insets?.find(({ called: { source } }) => {
    const isBefore = new RegExp(`^\\s?(?:mm|cm|in)?\\s?(?:[a-z]+\\s)?(?:${source})\\b`, 'i').test(after);
    return isBefore || new RegExp(`\\b(?:${source})\\s(?:of\\s)?$`, 'i').test(before);
  });
  if (inset === undefined || mm.length !== inset.envelope.length) return false;
  inset.envelope.forEach((name, index) => reading.say(name, { value: mm[index] ?? 0, origin: field }));
  return true;
}

/** Whether sizes speak of what the part is for, such as `for a 60x40 mm sensor`: a noun follows them. */
function isOfAnother({ at, text: words }: FoundSizes, text: string): boolean {
  const before = text.slice(Math.max(0, at - 30), at);
  const after = text.slice(at + words.length, at + words.length + 30);
  const isFor = /\b(?:for|fits?|fitting|holds?|holding|around)\s+(?:(?:an?|the|my|our|two|\d)\s+)?$/i;
  return isFor.test(before) && /^\s?[a-z]{3,}/i.test(after);
}

/** `wall 2.5 mm`, `2.5 mm wall`, `thickness of 1/4 in`; without a unit only where the name stands before the number. */
function findNamed(text: string, { words = [], unit, isThread = false }: ParameterDefinition): number | null {
  const thread = isThread ? readThread(text) : null;
  if (thread !== null) return thread;
  for (const word of words) {
    const name = word.replaceAll(' ', String.raw`[\s-]+`);
    // Words of two or more, such as `across flats`, mean nothing else: they need no unit.
    const isOptional = / |^(?:pcd|bcd|af)$/.test(word) ? '?' : '';
    const after = new RegExp(
      `\\b${name}\\s?(?:of|is|=|:|,)?\\s?(${numberPattern})\\s?(${unitPattern})?`,
      'i',
    ).exec(text);
    const before = new RegExp(
      `(${numberPattern})\\s?[-\\s]?(${unitPattern})${isOptional}\\s?[-\\s]?${name}\\b`,
      'i',
    ).exec(text);
    const counted =
      unit === 'count' ? new RegExp(`\\b(\\d{1,6})\\s?(?:[x×]\\s?)?${name}\\b`, 'i').exec(text) : null;
    const isLabelled = before !== null && isLabelFirst(text, before.index);
    const found = counted ?? (isLabelled ? (after ?? before) : (before ?? after));
    if (found === null) continue;
    const value = readNumber(found[1] ?? '') * (unit === 'mm' ? millimetresPer(found[2]) : 1);
    if (Number.isFinite(value)) return value;
  }
  return null;
}

/** Whether the clause around `at` names before it tells, as in `OD 10 mm ID 5 mm`; not so in `150 mm OD 60 mm bore`. */
function isLabelFirst(text: string, at: number): boolean {
  const clause = text.slice(0, at).split(/[,;] /).at(-1) ?? '';
  const first = label.exec(clause);
  return first !== null && !/\d\s?(?:mm|cm|in|")?\s?$/i.test(clause.slice(0, first.index));
}
