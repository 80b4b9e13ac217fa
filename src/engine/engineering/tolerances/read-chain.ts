// A chain of dimensions as people write it: `housing 50 ±0.1; board -30 +0.2/-0; limits 0.2 to 0.6`.
import { millimetresPer, unitPattern } from '../../../cad/understand/read-length.ts';
import { fieldRefusal } from '../field-refusal.ts';

const number = String.raw`(\d{1,6}(?:[.,]\d{1,6})?|[.,]\d{1,6})`;
const unit = `(?:${unitPattern})`;
const entry = new RegExp(
  String.raw`^\s*(?:([^\d±+−-][^±]{0,79}?)[\s:=]+)?([-−+]?)\s?${number}\s?(${unit})?\s?(?:(?:±|\+\s?\/\s?-|\+-)\s?${number}|\+\s?${number}\s?[/,]?\s?[-−]\s?${number})\s?(${unit})?\s?(uniform|normal)?\s*$`,
  'i',
);
/** Between dimensions: a semicolon, a line, a comma and a blank, or a plus or minus that stands free after a tolerance. */
const between = new RegExp(
  String.raw`[;\n]|,\s+(?![-−])|(?<=(?:±|\+\s?/\s?-|\+-)\s?\d{1,6}(?:[.,]\d{1,6})?\s?${unit}?)\s+(?=[-−+]\s+\d)`,
  'i',
);
const limits = new RegExp(
  String.raw`\blimits?\s?:?\s*([-−]?)${number}\s?(${unit})?\s?(?:to|\.\.|…|–)\s?([-−]?)${number}\s?(${unit})?`,
  'i',
);
const longest = 10_000;

const read = (text: string, sign = ''): number =>
  Number(text.replace(',', '.')) * (/[-−]/.test(sign) ? -1 : 1);

/** The chain in the shape of the specifications: a minus before a nominal is the direction −1. Null when the text has no dimension; a part with numbers that is none is refused, so that no chain is short of one. */
export function readChain(text: string, field: string): { dimensions: unknown[]; limits?: unknown } | null {
  if (text.length > longest)
    throw fieldRefusal(field, `is longer than the ${longest} characters that are read`);
  const parts = text.split(between);
  const dimensions = parts.flatMap((part) => {
    const found = entry.exec(part);
    if (found === null) return [];
    const [, name, sign = '', nominal = '', first, equal, plus = '', minus = '', last, distribution] = found;
    const mm = (size: string): number => read(size) * millimetresPer(first ?? last);
    return [
      {
        name: (name ?? nominal).trim(),
        nominal: mm(nominal),
        direction: /[-−]/.test(sign) ? -1 : 1,
        ...(equal === undefined ? { plus: mm(plus), minus: mm(minus) } : { tolerance: mm(equal) }),
        ...(distribution === undefined ? {} : { distribution: distribution.toLowerCase() }),
      },
    ];
  });
  if (dimensions.length === 0) return null;
  const unread = parts.find((part) => /\d/.test(part) && !entry.test(part) && !limits.test(part));
  if (unread !== undefined) {
    const words = `"${unread.trim().slice(0, 80)}" is no dimension; write it as "board -30 +0.2/-0"`;
    throw fieldRefusal(field, words);
  }
  const found = limits.exec(text);
  if (found === null) return { dimensions };
  const [, lowSign, low = '', lowUnit, highSign, high = '', highUnit] = found;
  const per = millimetresPer(highUnit ?? lowUnit);
  return { dimensions, limits: { min: read(low, lowSign) * per, max: read(high, highSign) * per } };
}
