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
const amount = `(?<!\\d|[Øø⌀]\\s?)(\\d{1,6}|${numbersInWords.join('|')})`;
/** Words between a number and `holes`. */
const kind =
  '(?:equal(?:ly\\sspaced)?|off|nos?\\.?|shcs|cap|socket|mounting|screw|bolt|through|clearance|tapped|threaded|blind|counter[\\s-]?(?:sunk|bored?)|dia(?:meter)?\\.?)\\s{1,4}';
const size = `(${numberPattern})\\s{0,4}(${unitPattern})`;
const countPatterns = [
  new RegExp(
    `\\b${amount}\\s{0,4}(?:[x×]\\s{0,4})?(?:${kind}){0,3}(?:M\\d{1,3}(?:[.,]\\d)?\\s{1,4}|(?:#\\s?\\d{1,2}|\\d/\\d{1,2})\\s?-\\s?\\d{1,2}(?:\\sUN[CF])?\\s{1,4}|[Øø⌀]?\\s{0,4}${numberPattern}\\s{0,4}(?:${unitPattern})?\\s{1,4})?(?:${kind}){0,3}holes?\\b`,
    'i',
  ),
  new RegExp(
    `\\bholes?\\s{0,4}[:=]?\\s{0,4}${amount}\\b(?!\\s{0,4}(?:[.,/]\\d|${unitPattern}|[x×]\\s{0,4}\\d|°|deg|apart|from|pitch|spac))`,
    'i',
  ),
  new RegExp(
    `(?<![\\d.,/]|\\d\\s|[x×*]\\s?)\\b${amount}\\s{0,4}[x×]\\s{0,4}(?:${kind}){0,2}(?:[Øø⌀]|M\\d)`,
    'i',
  ),
];
const diameterPatterns = [
  new RegExp(`(?<![x×*]\\s?|[\\d.,])\\d{1,4}\\s?[x×]\\s?${size}\\s?(?:${kind}){0,3}holes?\\b`, 'i'),
  new RegExp(`[Øø⌀]\\s{0,4}(${numberPattern})\\s{0,4}(${unitPattern})?`, 'i'),
  new RegExp(`(?<![x×*]\\s{0,4})\\b${size}\\s{0,4}(?:${kind}){0,3}holes?\\b`, 'i'),
  new RegExp(`\\bholes?\\s{0,4}(?:of|with|,|:|at|diameter|dia\\.?|\\s){0,6}${size}`, 'i'),
];

/** Holes as a text speaks of them: each fact may be missing. */
export interface HolesSaid {
  readonly count: number | null;
  readonly diameterMm: number | null;
  readonly reason: string | undefined;
  /** Where in the text it was said. */
  readonly places: readonly RegExpExecArray[];
}

/** What a text says of holes; `isAboutHoles` when the field itself is named so. Null: nothing. */
export function readHoles(text: string, isAboutHoles: boolean): HolesSaid | null {
  const counted = countOf(text, isAboutHoles);
  const count = counted?.count ?? null;
  const speaksOfScrews = isAboutHoles || /hole|clearance|screw|bolt|[x×]\s*M\d/i.test(text);
  const screw = speaksOfScrews ? findClearanceHole(text) : null;
  const found = diameterPatterns.map((pattern) => pattern.exec(text)).find((match) => match !== null) ?? null;
  const places = [counted?.place ?? null, screw === null ? found : screw.place].filter(
    (match) => match !== null,
  );
  if (screw !== null) {
    const reason = `${screw.thread} clearance, ${screw.standard} ${screw.fit}`;
    return { count, diameterMm: screw.diameterMm, reason, places };
  }
  const diameterMm = found === null ? null : readNumber(found[1] ?? '') * millimetresPer(found[2]);
  return count === null && diameterMm === null ? null : { count, diameterMm, reason: undefined, places };
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

function countOf(
  text: string,
  isAboutHoles: boolean,
): { readonly count: number; readonly place: RegExpExecArray } | null {
  const place = countPatterns.map((pattern) => pattern.exec(text)).find((match) => match !== null);
  if (place !== undefined && place !== null) {
    const word = place[1] ?? '';
    const named = numbersInWords.indexOf(word.toLowerCase());
    return { count: named >= 0 ? named : Number(word), place };
  }
  const none = /\bwithout\s+holes\b/i.exec(text);
  if (none !== null) return { count: 0, place: none };
  const alone = isAboutHoles ? /^\s*(\d{1,5})\s*$/.exec(text) : null;
  return alone === null ? null : { count: Number(alone[1]), place: alone };
}
