// Reads a request's free text: sizes, named lengths, holes. Where it disagrees with the specifications, both are named; what nothing took is told.
import { type Family, spoken } from '../parts/family.ts';
import type { MarkedText } from './marked-text.ts';
import { readHoles, sayHoles } from './read-holes.ts';
import { findAmbiguousNumber, findSizes, type FoundSizes, readLength } from './read-length.ts';
import { findNamed } from './read-named.ts';
import { ambiguous, readSizes } from './read-specifications.ts';
import type { Reading } from './reading.ts';

/** `8 x 14 mm holes` is a number of holes, no size of the part. */
const ofHoles = /^\s?(?:dia(?:meter)?\.?\s)?(?:(?:mounting|screw|bolt|through)\s)?holes?\b/i;

interface Readers {
  readonly family: Family;
  readonly reading: Reading;
  /** What the text is: `message`, or `attached NAME`. */
  readonly field: string;
}

/** Reads what is not used yet of the message, which is tidy and short already. */
export function readMessage(message: MarkedText, readers: Readers): void {
  refuseNoSizes(message.rest, readers);
  const asked = message.rest;
  readMessageSizes(message, readers);
  readNamed(message, readers);
  const holes = readHoles(message.rest, false);
  if (holes !== null) {
    sayHoles({ holes, field: readers.field }, readers);
    if (readers.family.parameters.some(({ name }) => name.startsWith('hole_')))
      for (const place of holes.places) message.useMatch(place);
  }
  readLoneLength(message, readers);
  leaveUnused({ message, asked }, readers);
}

/** Nothing that was said vanishes: figures and features that nothing of the family takes are told. */
function leaveUnused(
  { message, asked }: { readonly message: MarkedText; readonly asked: string },
  { family, reading }: Readers,
): void {
  const what = spoken(family);
  const phrases = message.unusedFigures();
  for (const phrase of phrases)
    reading.leave(
      phrase,
      `nothing of ${what} takes it; name what it is, or ask for it as a change afterwards`,
    );
  for (const [called, parameter] of features) {
    const words = called.exec(asked)?.[0];
    if (words === undefined || family.parameters.some(({ name }) => name.startsWith(parameter))) continue;
    if (!phrases.some((phrase) => phrase.includes(words)))
      reading.leave(words, `${what} is made without it here; ask for it as a change afterwards`);
  }
}

/** Sizes that are none are faults, and never a smaller part. */
function refuseNoSizes(text: string, { reading, field }: Readers): void {
  const doubtful = findAmbiguousNumber(text);
  if (doubtful !== null) reading.fault(field, ambiguous(doubtful));
  const unit = String.raw`\s?(?:mm|cm|in)?\s?(?:[x×*]|by)\s?`;
  const noNumber = '(?:nan|infinity|undefined|null)';
  if (new RegExp(`(?:^|[\\s:=])-\\s?\\d[\\d.,]*${unit}\\d|\\d${unit}-\\s?\\d`, 'i').test(text))
    reading.fault(field, 'has a negative length; sizes must be positive');
  if (new RegExp(`\\b${noNumber}\\b${unit}\\d|\\d${unit}${noNumber}\\b`, 'i').test(text))
    reading.fault(field, 'has a size that is no number');
}

/** Things people ask of a part, each with the beginning of the parameters that would be it. */
const features: readonly (readonly [called: RegExp, parameter: string])[] = [
  [/\bcounter\s?s(?:u|i)nk\w*/i, 'countersink'],
  [/\bcounter\s?bore\w*/i, 'counterbore'],
  [/\bslots?\b/i, 'vent'],
  [/\bkeyways?\b/i, 'key_'],
  [/\bgussets?\b/i, 'base'],
  [/\bribs?\b/i, 'rib'],
  [/\bchamfer\w*/i, 'chamfer'],
  [/\bengrav\w*/i, 'engrave'],
  [/\btapped\b|\bthreaded\b/i, 'thread'],
  [/\bbolt pattern\b/i, 'bolt_circle'],
];

/** Reads the first sizes of the text, those of insets, and pairs of a series; marks what was used. */
function readMessageSizes(message: MarkedText, readers: Readers): void {
  const { family, reading, field } = readers;
  const text = message.rest;
  const found = findSizes(text).filter(
    ({ at, mm, text: words }) =>
      mm.length > 2 || !ofHoles.test(text.slice(at + words.length, at + words.length + 40)),
  );
  const use = ({ at, text: words }: FoundSizes): void => message.use(at, words.length);
  const insets = found.filter((one) => sayInset(one, { ...readers, text }));
  insets.forEach(use);
  const own: FoundSizes[] = [];
  for (const one of found.filter((each) => !insets.includes(each))) {
    if (isOfAnother(one, text)) {
      reading.leave(one.text, 'it is the size of what the part is for');
      use(one);
    } else own.push(one);
  }
  const pairs = own.filter(({ mm }) => mm.length === 2);
  if (family.series !== undefined && pairs.length === own.length && own.length > 0) {
    family.series.forEach(([first, second], index) => {
      const pair = pairs[index];
      if (pair === undefined) return;
      reading.say(first, { value: pair.mm[0] ?? 0, origin: field });
      reading.say(second, { value: pair.mm[1] ?? 0, origin: field });
      use(pair);
    });
    return;
  }
  const [sizes] = own;
  if (sizes === undefined) return;
  const isGiven = family.envelope.some((name) => reading.said.has(name));
  if (isGiven && sizes.mm.length !== family.envelope.length)
    reading.leave(sizes.text, 'the specifications give the size');
  else readSizes({ field, text: sizes.text }, family, reading);
  use(sizes);
}

/** Says sizes that stand before or after the name of something in the part, such as `60x40 mm cut-out`. */
function sayInset(
  { at, mm, text: words }: FoundSizes,
  { text, family, reading, field }: Readers & { readonly text: string },
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

function readNamed(message: MarkedText, { family, reading, field }: Readers): void {
  const text = message.rest;
  for (const parameter of family.parameters) {
    if (parameter.name.startsWith('hole_') && parameter.name !== 'hole_edge_distance') continue;
    if (reading.said.get(parameter.name)?.origin === field) continue;
    const named = findNamed(text, parameter);
    if (named === null) continue;
    reading.say(parameter.name, { value: named.value, origin: field, reason: named.reason });
    message.useMatch(named.place);
  }
}

/** A single length with a unit and no name is the one size that a part still needs: `M3 standoff 10 mm`. */
function readLoneLength(message: MarkedText, { family, reading, field }: Readers): void {
  const missing = family.parameters.filter(
    ({ name, assume, unit }) => assume === undefined && unit === 'mm' && !reading.said.has(name),
  );
  const [needed] = missing;
  if (needed === undefined || missing.length > 1) return;
  const figures = message.rest.match(/\S*\d\S*(?:\s(?:mm|cm|in|inch)\b)?/g) ?? [];
  const [only] = figures;
  if (only === undefined || figures.length > 1) return;
  const plain = only.replace(/[,;.]$/, '');
  const mm = /[a-z"″]$/i.test(plain) ? readLength(plain) : null;
  if (mm === null) return;
  reading.say(needed.name, { value: mm, origin: field, reason: 'the only size in the message' });
  message.use(message.rest.indexOf(plain), plain.length);
}
