// One table in a PDF: columns as wide as their content deserves, rows that do not break, the head again on each page.
import type { Cell, Table } from '../document.ts';
import { ink, makeRoom, page, type Pdf } from './pdf-page.ts';

const padding = 4;
const fontSize = 8.5;

/** Draws the table at the present place, tagged as Table, TR, TH and TD. */
export function drawTable(pdf: Pdf, root: PDFKit.PDFStructureElement, table: Table): void {
  pdf.fontSize(fontSize);
  const widths = columnWidths(pdf, table);
  const element = pdf.struct('Table');
  root.add(element);
  const head = table.columns.map(({ title }) => title);
  const drawHead = (): void => drawRow(pdf, element, { cells: head, widths, table, isHead: true });
  makeRoom(pdf, 60);
  drawHead();
  for (const cells of table.rows) {
    if (makeRoom(pdf, rowHeight(pdf, cells, widths))) drawHead();
    drawRow(pdf, element, { cells, widths, table, isHead: false });
  }
  element.end();
}

function show(cell: Cell): string {
  return cell === null ? '' : String(cell);
}

/** Wide content gets more, but no column less than its head or a tenth of the page. */
function columnWidths(pdf: Pdf, { columns, rows }: Table): number[] {
  const total = page.width - 2 * page.margin;
  const wishes = columns.map(({ title }, column) => {
    pdf.font('bold');
    const least = pdf.widthOfString(title) + 2 * padding + 1;
    pdf.font('plain');
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
    .lineTo(page.width - page.margin, bottom)
    .lineWidth(0.5)
    .strokeColor(ink.line)
    .stroke();
  pdf.endMarkedContent();
  pdf.x = page.margin;
  pdf.y = bottom;
}
