// A chain of dimensions as people write it: `housing 50 ±0.1; board -30 +0.2/-0; limits 0.2 to 0.6`.
import { fieldRefusal } from '../field-refusal.ts';

const number = String.raw`(\d{1,6}(?:[.,]\d{1,6})?)`;
const entry = new RegExp(
  String.raw`^\s*(?:([^\d±+−-][^±]{0,79}?)[\s:=]+)?([-−+]?)\s?${number}\s?(?:mm)?\s?(?:(?:±|\+\/-|\+-)\s?${number}|\+\s?${number}\s?[/,]?\s?[-−]\s?${number})\s?(?:mm)?\s?(uniform|normal)?\s*$`,
  'i',
);
const limits = new RegExp(
  String.raw`\blimits?\s?:?\s*([-−]?)${number}\s?(?:mm)?\s?(?:to|\.\.|…|–)\s?([-−]?)${number}`,
  'i',
);
const longest = 10_000;

const read = (text: string, sign = ''): number =>
  Number(text.replace(',', '.')) * (/[-−]/.test(sign) ? -1 : 1);

/** The chain in the shape of the specifications: a minus before a nominal is the direction −1. Null when the text has no dimension; a part with numbers that is none is refused, so that no chain is short of one. */
export function readChain(text: string, field: string): { dimensions: unknown[]; limits?: unknown } | null {
  if (text.length > longest)
    throw fieldRefusal(field, `is longer than the ${longest} characters that are read`);
  const parts = text.split(/[;\n]/);
  const dimensions = parts.flatMap((part) => {
    const found = entry.exec(part);
    if (found === null) return [];
    const [, name, sign = '', nominal = '', equal, plus = '', minus = '', distribution] = found;
    return [
      {
        name: (name ?? nominal).trim(),
        nominal: read(nominal),
        direction: /[-−]/.test(sign) ? -1 : 1,
        ...(equal === undefined ? { plus: read(plus), minus: read(minus) } : { tolerance: read(equal) }),
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
  const [, lowSign, low = '', highSign, high = ''] = found;
  return { dimensions, limits: { min: read(low, lowSign), max: read(high, highSign) } };
}
