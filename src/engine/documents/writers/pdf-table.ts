// One table in a PDF: columns as wide as their content deserves, rows that do not break, the head again on each page.
import type { Cell, Table } from '../document.ts';
import { contentHeight, contentWidth, ink, makeRoom, page, type Pdf } from './pdf-page.ts';

const padding = 4;
const fontSize = 8.5;
const headHeight = 30;
const longestFigure = 14;

/** Points that the head and the first row take: less than that is no place to begin a table. */
export function beginningHeight(pdf: Pdf, table: Table): number {
  const widths = columnWidths(pdf, table);
  const [first] = table.rows.slice(0, 1).flatMap((row) => piecesOf(pdf, row, widths));
  return headHeight + (first === undefined ? 0 : rowHeight(pdf, first, widths));
}

/** Draws the table at the present place, tagged as Table, TR, TH and TD. */
export function drawTable(pdf: Pdf, root: PDFKit.PDFStructureElement, table: Table): void {
  const widths = columnWidths(pdf, table);
  const element = pdf.struct('Table');
  root.add(element);
  const head = table.columns.map(({ title }) => title);
  const drawHead = (): void => drawRow(pdf, element, { cells: head, widths, table, isHead: true });
  makeRoom(pdf, beginningHeight(pdf, table));
  drawHead();
  for (const cells of table.rows.flatMap((row) => piecesOf(pdf, row, widths))) {
    if (makeRoom(pdf, rowHeight(pdf, cells, widths))) drawHead();
    drawRow(pdf, element, { cells, widths, table, isHead: false });
  }
  element.end();
}

/** A short cell with a number keeps it beside its unit. */
function show(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return text.length <= longestFigure && /^[-−±≤≥]?\d[^a-z]* \S+$/.test(text)
    ? text.replaceAll(' ', '\u00a0')
    : text;
}

/** A row taller than half a page goes on as further rows, so that nothing of it is cut off. */
function piecesOf(pdf: Pdf, cells: readonly Cell[], widths: readonly number[]): (readonly Cell[])[] {
  if (rowHeight(pdf, cells, widths) <= contentHeight(pdf) / 2) return [cells];
  const longest = Math.max(...cells.map((cell) => show(cell).length));
  if (longest < 40) return [cells];
  const [first, rest] = [
    cells.map((cell) => half(cell, longest / 2)),
    cells.map((cell) => half(cell, -longest / 2)),
  ];
  return [...piecesOf(pdf, first, widths), ...piecesOf(pdf, rest, widths)];
}

/** What of a cell stands before (`at` positive) or after the last space up to that many characters. */
function half(cell: Cell, at: number): Cell {
  const text = show(cell);
  const limit = Math.ceil(Math.abs(at));
  if (text.length <= limit) return at > 0 ? cell : null;
  const space = text.lastIndexOf(' ', limit);
  const cut = space > limit / 2 ? space : limit;
  return at > 0 ? text.slice(0, cut) : text.slice(cut).trimStart();
}

/** Wide content gets more; no column is narrower than its head and its longest word, as far as the page allows. */
function columnWidths(pdf: Pdf, { columns, rows }: Table): number[] {
  pdf.fontSize(fontSize);
  const total = contentWidth(pdf);
  const wishes = columns.map(({ title }, column) => {
    pdf.font('bold');
    const headWidth = pdf.widthOfString(title);
    pdf.font('plain');
    const words = rows.slice(0, 200).flatMap((row) => show(row[column] ?? null).split(/\s+/));
    const longest = Math.max(0, ...words.map((word) => pdf.widthOfString(word)));
    const least = Math.max(headWidth, Math.min(longest + 6, total / 4)) + 2 * padding + 1;
    const widest = Math.max(
      0,
      ...rows.slice(0, 200).map((row) => pdf.widthOfString(show(row[column] ?? null))),
    );
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

function rowHeight(pdf: Pdf, cells: readonly Cell[], widths: readonly number[]): number {
  pdf.fontSize(fontSize);
  const heights = cells.map((cell, column) =>
    pdf.heightOfString(show(cell), { width: (widths[column] ?? 60) - 2 * padding }),
  );
  return Math.max(...heights, fontSize) + 2 * padding;
}

interface Row {
  readonly cells: readonly Cell[];
  readonly widths: readonly number[];
  readonly table: Table;
  readonly isHead: boolean;
}

function drawRow(pdf: Pdf, element: PDFKit.PDFStructureElement, { cells, widths, table, isHead }: Row): void {
  pdf
    .font(isHead ? 'bold' : 'plain')
    .fontSize(fontSize)
    .fillColor(isHead ? ink.soft : ink.text);
  const height = rowHeight(pdf, cells, widths);
  const top = pdf.y;
  const row = pdf.struct('TR');
  element.add(row);
  let x: number = page.margin;
  cells.forEach((cell, column) => {
    const width = widths[column] ?? 60;
    const options = {
      width: width - 2 * padding,
      align: table.columns[column]?.isNumber === true ? ('right' as const) : ('left' as const),
    };
    const left = x + padding;
    row.add(
      pdf.struct(isHead ? 'TH' : 'TD', {}, () => void pdf.text(show(cell), left, top + padding, options)),
    );
    x += width;
  });
  row.end();
  const bottom = top + height;
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf
    .moveTo(page.margin, bottom)
    .lineTo(pdf.page.width - page.margin, bottom)
    .lineWidth(0.5)
    .strokeColor(ink.line)
    .stroke();
  pdf.endMarkedContent();
  pdf.x = page.margin;
  pdf.y = bottom;
}
