// Sizes with a word at each are rewritten to the forms that are read: `3/8 OD x 0.19 ID x 1 1/4 in long` to `3/8 in OD, 0.19 in ID, 1 1/4 in long`.
import { numberPattern, unitPattern } from './read-length.ts';

const label = String.raw`(?:o\.?d\.?|i\.?d\.?|bore|dia(?:meter)?\.?|long|wide|high|tall|deep|thick|thk|length|width|height|depth|thickness)(?![a-z])`;
const one = String.raw`${numberPattern}\s?(?:${unitPattern})?\s?${label}`;
// A label before the first number means that labels come first: `OD 10 ID 5`.
const labelled = new RegExp(
  String.raw`(?<!${label}\s?[=:]?\s?)${one}(?:(?:\s?[x×,]\s?|\s)${one}){1,3}`,
  'gi',
);
const oneParts = new RegExp(String.raw`(${numberPattern})\s?(${unitPattern})?\s?(${label})`, 'gi');
/** ISO 286 letters that people write after a size, with grades 5 to 14; not M, R or T, which are threads, radii, thicknesses. */
const toleranceClass = new RegExp(
  String.raw`(${numberPattern}\s?(?:${unitPattern})?)\s?\b(?:js|[efghknps])(?:[5-9]|1[0-4])\b`,
  'gi',
);

export interface PlainSizes {
  readonly text: string;
  /** Tolerance classes such as h6, which were taken out. */
  readonly classes: readonly string[];
}

/** Rewrites labelled sizes and diameters, and takes tolerance classes out. */
export function plainSizes(raw: string): PlainSizes {
  const classes: string[] = [];
  const text = raw
    .replaceAll(toleranceClass, (all: string, size: string) => {
      classes.push(all.trim());
      return size;
    })
    .replaceAll(labelled, withUnits)
    // `dia 20 x 100`, `4x dia 9`, `holes dia 18`: a diameter sign says the same.
    .replaceAll(
      new RegExp(
        String.raw`\bdia(?:meter)?\.?\s?(?=${numberPattern}\s?(?:${unitPattern})?\s?[x×])|(?<=\d\s?[x×]\s?|\bholes?\s(?:of\s)?)dia(?:meter)?\.?\s?(?=${numberPattern})`,
        'gi',
      ),
      'Ø',
    )
    .replaceAll(
      new RegExp(
        String.raw`(${numberPattern}\s?(?:${unitPattern})?)\s?dia(?:meter)?\.?\s?[x×]\s?(?=${numberPattern})`,
        'gi',
      ),
      'Ø$1 x ',
    );
  return { text, classes };
}

/** A unit at the end holds for those without; none at all is millimetres. */
function withUnits(all: string): string {
  const parts = [...all.matchAll(oneParts)];
  const shared = parts.findLast(([, , unit]) => unit !== undefined)?.[2] ?? 'mm';
  return parts.map(([, number, unit, word]) => `${number} ${unit ?? shared} ${word}`).join(', ');
}
