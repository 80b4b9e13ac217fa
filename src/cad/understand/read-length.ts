// Lengths as people write them: numbers with decimal comma or point, fractions, millimetres, centimetres, inches.

/** One length found in a text; `mm` is millimetres, `at` and `end` its place. */
export interface FoundLength {
  readonly mm: number;
  readonly at: number;
  readonly end: number;
}

/** A number: `4`, `12.5`, `50,5`, `1/4`, `1 1/2`. Never a part of a longer one; runs are bounded, so that no text makes it slow. */
export const numberPattern = String.raw`(?<!\d|\d[.,/])(?:\d{1,6} {1,2}\d{1,4}\/\d{1,4}|\d{1,6}\/\d{1,4}|\d{1,15}(?:[.,]\d{1,15})?|[.,]\d{1,15})(?:[eE][+-]?\d{1,4})?(?!\d|[.,/]\d)`;
export const unitPattern = String.raw`(?:mm|millimet(?:er|re)s?|cm|centimet(?:er|re)s?|m\b|met(?:er|re)s?|inch(?:es)?|in\b|"|″|''|ft\b|feet|foot|mil\b|thou\b)`;

/** Millimetres per unit. The inch is 25.4 mm exactly (international yard and pound agreement, 1959). */
export function millimetresPer(unit: string | undefined): number {
  const word = (unit ?? 'mm').toLowerCase();
  if (/^(mm|milli)/.test(word)) return 1;
  if (/^(cm|centi)/.test(word)) return 10;
  if (/^(in|"|″|'')/.test(word)) return 25.4;
  if (/^(ft|feet|foot)/.test(word)) return 304.8;
  if (/^(mil|thou)$/.test(word)) return 0.0254;
  return 1000;
}

/** Reads a number as people write it; NaN when it is none. */
export function readNumber(text: string): number {
  const fraction = /^(?:(\d{1,6})\s{1,2})?(\d{1,6})\/(\d{1,4})$/.exec(text.trim());
  if (fraction !== null) return Number(fraction[1] ?? 0) + Number(fraction[2]) / Number(fraction[3]);
  return Number(text.trim().replace(',', '.'));
}

/** Reads a text that is one length, such as `2.5`, `1/4 in`, `Ø60 mm`; null when it is anything else. */
export function readLength(text: string): number | null {
  const found = new RegExp(
    `^\\s{0,4}[Øø⌀]?\\s{0,4}(${numberPattern})\\s{0,4}(${unitPattern})?\\s{0,4}$`,
    'i',
  ).exec(text);
  if (found === null) return null;
  const mm = readNumber(found[1] ?? '') * millimetresPer(found[2]);
  return Number.isFinite(mm) ? mm : null;
}

/** Several lengths joined by x, ×, * or by: `100x80x20mm`, `4 in x 3 in x 1/4 in`. A unit at the end holds for those without. */
export interface FoundSizes {
  readonly mm: readonly number[];
  readonly text: string;
  readonly at: number;
}

const sizes = new RegExp(
  `[Øø⌀]?\\s{0,4}${numberPattern}\\s{0,4}${unitPattern}?(?:\\s{0,4}(?:[x×*]|by)\\s{0,4}[Øø⌀]?\\s{0,4}${numberPattern}\\s{0,4}${unitPattern}?){1,2}`,
  'gi',
);
const oneSize = new RegExp(`(${numberPattern})\\s{0,4}(${unitPattern})?`, 'gi');

/** Finds pairs and triples of sizes in a text. */
export function findSizes(text: string): FoundSizes[] {
  return [...text.matchAll(sizes)].map((match) => {
    const parts = [...match[0].matchAll(oneSize)].map(([, number = '', unit]) => ({ number, unit }));
    const shared = parts.findLast(({ unit }) => unit !== undefined)?.unit;
    return {
      mm: parts.map(({ number, unit }) => readNumber(number) * millimetresPer(unit ?? shared)),
      text: match[0].trim(),
      at: match.index + match[0].length - match[0].trimStart().length,
    };
  });
}

const thousands = new RegExp(
  `(?<![\\d.,])[1-9]\\d{0,2}(?:,\\d{3}){1,3}(?![\\d,])(?=\\s{0,4}(?:${unitPattern}|[x×*]|$))`,
  'i',
);

/** A length such as `1,200 mm`, which is 1.2 to one reader and 1200 to another; null: none. */
export function findAmbiguousNumber(text: string): string | null {
  return thousands.exec(text)?.[0] ?? null;
}

/** Millimetres as people read them, without the noise of binary fractions. */
export function writeMm(mm: number): string {
  return String(Number(mm.toPrecision(7)));
}
