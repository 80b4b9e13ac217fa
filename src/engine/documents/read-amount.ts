// Amounts as people write them in lists: `1,234.50`, `0,45 €`, `1.000`; and the currency beside them.

export type DecimalMark = '.' | ',';

/**
 * Reads the first number of a text; null when there is none or it is a fraction such as `1/2`. One mark before exactly
 * three digits can be read two ways (`1,234`): there `mark`, the decimal mark of the list, decides.
 */
export function readAmount(text: string, mark: DecimalMark): number | null {
  const plain = text.replaceAll(/[\s'’]/g, '');
  const found = /-?\d[\d.,]*/.exec(plain)?.[0]?.replace(/[.,]+$/, '');
  if (found === undefined || /\d\/\d/.test(plain)) return null;
  const decimal = decimalMarkIn(found, mark);
  const digits = decimal === null ? found.replaceAll(/[.,]/g, '') : withPoint(found, decimal);
  const amount = Number(digits);
  return Number.isFinite(amount) ? amount : null;
}

function withPoint(found: string, decimal: string): string {
  return found.replaceAll(decimal === ',' ? '.' : ',', '').replace(decimal, '.');
}

/** The mark before the decimals of one number; null when it has none. */
function decimalMarkIn(found: string, mark: DecimalMark): string | null {
  const marks = found.replaceAll(/[-\d]/g, '');
  if (marks === '') return null;
  const last = marks.at(-1) ?? '';
  if (new Set(marks).size === 2) return last;
  if (marks.length > 1) return null;
  const isEither = /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(found);
  return isEither && last !== mark ? null : last;
}

/** The decimal mark of a list, from cells that leave no doubt; else `usual`. */
export function decimalMarkOf(cells: readonly string[], usual: DecimalMark): DecimalMark {
  for (const cell of cells) {
    const sure = /^\D*\d+([.,])(?:\d{1,2}|\d{4,})\D*$/.exec(cell)?.[1];
    if (sure === ',' || sure === '.') return sure;
  }
  return usual;
}

const currencies: readonly (readonly [RegExp, string])[] = [
  [/€|\bEUR\b/i, 'EUR'],
  [/£|\bGBP\b/i, 'GBP'],
  [/\bUSD\b|US\$/i, 'USD'],
  [/\bCHF\b/i, 'CHF'],
  [/\bCNY\b|\bRMB\b/i, 'CNY'],
  [/¥|\bJPY\b/i, 'JPY'],
  [/\$/, 'USD'],
];

/** ISO 4217 code of the currency a text names; null: none. A bare `$` is read as USD. */
export function currencyIn(text: string): string | null {
  return currencies.find(([word]) => word.test(text))?.[1] ?? null;
}
