// Reads holes: `4 holes 5 mm`, `four M4 holes`, `M5 clearance`, `6x Ø5.5`, `no holes`.
import type { Family } from '../parts/family.ts';
import { millimetresPer, numberPattern, readNumber, unitPattern } from './read-length.ts';
import type { Reading } from './reading.ts';
import { findClearanceHole } from './screw-sizes.ts';

const numbersInWords = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const amount = `(?<!\\d)(\\d{1,6}|${numbersInWords.join('|')})`;
const countPatterns = [
  new RegExp(
    `\\b${amount}\\s{0,4}(?:[x×]\\s{0,4})?(?:equal(?:ly spaced)?\\s{1,4}|mounting\\s{1,4}|screw\\s{1,4}|bolt\\s{1,4}|through\\s{1,4}|clearance\\s{1,4}){0,3}(?:M\\d{1,3}(?:[.,]\\d)?\\s{1,4}(?:clearance\\s{1,4})?|[Øø⌀]?\\s{0,4}\\d{1,6}(?:[.,]\\d{1,6})?\\s{0,4}(?:mm)?\\s{1,4}(?:diameter\\s{1,4})?)?(?:mounting\\s{1,4}|screw\\s{1,4}|bolt\\s{1,4}|through\\s{1,4}|clearance\\s{1,4}){0,3}holes?\\b`,
    'i',
  ),
  new RegExp(
    `\\bholes?\\s{0,4}[:=]?\\s{0,4}${amount}\\b(?!\\s{0,4}(?:[.,/]\\d|${unitPattern}|[x×]\\s{0,4}\\d|°|deg|apart|from|pitch|spac))`,
    'i',
  ),
  new RegExp(`^\\s{0,4}${amount}\\s{0,4}[x×]\\s{0,4}(?:[Øø⌀]|M\\d)`, 'i'),
];
const diameterPatterns = [
  new RegExp(
    `(?<![x×*]\\s?|[\\d.,])\\d{1,4}\\s?[x×]\\s?(${numberPattern})\\s?(${unitPattern})\\s?(?:dia(?:meter)?\\.?\\s)?(?:(?:mounting|screw|bolt|through)\\s){0,3}holes?\\b`,
    'i',
  ),
  new RegExp(`[Øø⌀]\\s{0,4}(${numberPattern})\\s{0,4}(${unitPattern})?`, 'i'),
  new RegExp(
    `(?<![x×*]\\s{0,4})\\b(${numberPattern})\\s{0,4}(${unitPattern})\\s{0,4}(?:dia(?:meter)?\\.?\\s{1,4})?(?:mounting\\s{1,4}|screw\\s{1,4}|through\\s{1,4}){0,3}holes?\\b`,
    'i',
  ),
  new RegExp(
    `\\bholes?\\s{0,4}(?:of|with|,|:|at|diameter|dia\\.?|\\s){0,6}(${numberPattern})\\s{0,4}(${unitPattern})`,
    'i',
  ),
];

/** Holes as a text speaks of them: each fact may be missing. */
export interface HolesSaid {
  readonly count: number | null;
  readonly diameterMm: number | null;
  readonly reason: string | undefined;
}

/** What a text says of holes; `isAboutHoles` when the field itself is named so. Null: nothing. */
export function readHoles(text: string, isAboutHoles: boolean): HolesSaid | null {
  const count = countOf(text, isAboutHoles);
  const speaksOfScrews = isAboutHoles || /hole|clearance|screw|bolt|[x×]\s*M\d/i.test(text);
  const screw = speaksOfScrews ? findClearanceHole(text) : null;
  if (screw !== null) {
    return { count, diameterMm: screw.diameterMm, reason: `${screw.thread} clearance, ISO 273 ${screw.fit}` };
  }
  const found = diameterPatterns.map((pattern) => pattern.exec(text)).find((match) => match !== null);
  const diameterMm =
    found === undefined || found === null ? null : readNumber(found[1] ?? '') * millimetresPer(found[2]);
  return count === null && diameterMm === null ? null : { count, diameterMm, reason: undefined };
}

/** Says what was found, for parameters the family has; `isWelcome` tells which may still be said. */
export function sayHoles(
  { holes, field }: { holes: HolesSaid; field: string },
  { family, reading }: { family: Family; reading: Reading },
  isWelcome: (name: string) => boolean = () => true,
): void {
  const has = (name: string): boolean =>
    isWelcome(name) && family.parameters.some((parameter) => parameter.name === name);
  if (holes.count !== null && has('hole_count'))
    reading.say('hole_count', { value: holes.count, origin: field });
  if (holes.diameterMm === null || !has('hole_diameter')) return;
  if (holes.diameterMm > 0 && Number.isFinite(holes.diameterMm)) {
    reading.say('hole_diameter', { value: holes.diameterMm, origin: field, reason: holes.reason });
  } else reading.fault(field, 'the hole diameter must be a positive number');
}

function countOf(text: string, isAboutHoles: boolean): number | null {
  const words = countPatterns.map((pattern) => pattern.exec(text)?.[1]).find((word) => word !== undefined);
  if (words !== undefined) {
    const named = numbersInWords.indexOf(words.toLowerCase());
    return named >= 0 ? named : Number(words);
  }
  if (/\bwithout\s+holes\b/i.test(text)) return 0;
  return isAboutHoles && /^\s*\d{1,5}\s*$/.test(text) ? Number(text) : null;
}
