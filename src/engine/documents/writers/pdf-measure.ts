// Measures of a table in a PDF: the text of its cells, how wide that is, how wide the columns are.
import type { Cell, Table } from '../document.ts';
import { contentWidth, type Pdf } from './pdf-page.ts';

export const padding = 4;
export const fontSize = 8.5;
const longestFigure = 14;
/** Rows that decide how wide the columns are. */
const sampled = 200;

/** A short cell with a number keeps it beside its unit. */
export function show(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return text.length <= longestFigure && /^[-−±≤≥]?\d[^a-z]* \S+$/.test(text)
    ? text.replaceAll(' ', '\u00a0')
    : text;
}

/** Wide content gets more; no column is narrower than its head and its longest word, as far as the page allows. */
export function columnWidths(pdf: Pdf, table: Table): readonly number[] {
  const { columns } = measuresOf(pdf);
  const known = columns.get(table) ?? findWidths(pdf, table);
  columns.set(table, known);
  return known;
}

function findWidths(pdf: Pdf, { columns, rows }: Table): number[] {
  const total = contentWidth(pdf);
  const sample = rows.slice(0, sampled);
  const wishes = columns.map(({ title }, column) => {
    const headWidth = widthOf(pdf, 'bold', title);
    const texts = sample.map((row) => show(row[column] ?? null));
    const words = new Set(texts.flatMap((text) => text.split(/\s+/)));
    const longest = Math.max(0, ...[...words].map((word) => widthOf(pdf, 'plain', word)));
    const least = Math.max(headWidth, Math.min(longest + 6, total / 4)) + 2 * padding + 1;
    const widest = Math.max(0, ...texts.map((text) => widthOf(pdf, 'plain', text)));
    return { least, wish: Math.max(least, Math.min(widest + 2 * padding + 1, total * 0.55)) };
  });
  const leastSum = wishes.reduce((sum, { least }) => sum + least, 0);
  const wishSum = wishes.reduce((sum, { wish }) => sum + wish, 0);
  if (wishSum <= total)
    return wishes.map(({ wish }, column) => (column === wishes.length - 1 ? wish + total - wishSum : wish));
  const spare = Math.max(0, total - leastSum);
  const wanted = Math.max(1, wishSum - leastSum);
  const scale = Math.min(1, total / leastSum);
  return wishes.map(({ least, wish }) => least * scale + ((wish - least) / wanted) * spare);
}

export type Face = 'plain' | 'bold';

/** What was measured for one document: shaping text is what takes the time. */
interface Measures {
  readonly texts: Map<string, number>;
  readonly columns: Map<Table, readonly number[]>;
}
const measures = new WeakMap<Pdf, Measures>();

function measuresOf(pdf: Pdf): Measures {
  const known = measures.get(pdf) ?? { texts: new Map(), columns: new Map() };
  measures.set(pdf, known);
  return known;
}

/** The width of a text in one line of the table. */
export function widthOf(pdf: Pdf, face: Face, text: string): number {
  const { texts } = measuresOf(pdf);
  const key = `${face} ${text}`;
  const found = texts.get(key);
  if (found !== undefined) return found;
  const width = pdf.font(face).fontSize(fontSize).widthOfString(text);
  texts.set(key, width);
  return width;
}

/** Whether a text is one line in its column, without the work of breaking it. */
export function isOneLine(pdf: Pdf, text: string, { face, width }: { face: Face; width: number }): boolean {
  return !text.includes('\n') && widthOf(pdf, face, text) <= width - 2 * padding - 0.5;
}
