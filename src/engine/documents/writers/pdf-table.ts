// One table in a PDF: columns as wide as their content deserves, rows that do not break, the head again on each page.
import type { Table } from '../document.ts';
import { columnWidths, type Face, fontSize, isOneLine, padding, show, widthOf } from './pdf-measure.ts';
import { contentHeight, ink, makeRoom, page, type Pdf } from './pdf-page.ts';

const headHeight = 30;

/** Points that the head and the first row take: less than that is no place to begin a table. */
export function beginningHeight(pdf: Pdf, table: Table): number {
  const widths = columnWidths(pdf, table);
  const [first] = table.rows.slice(0, 1).flatMap((row) => linesOf(pdf, row.map(show), widths));
  return headHeight + (first?.height ?? 0);
}

/** Draws the table at the present place, tagged as Table, TR, TH and TD. */
export function drawTable(pdf: Pdf, root: PDFKit.PDFStructureElement, table: Table): void {
  const widths = columnWidths(pdf, table);
  const element = pdf.struct('Table');
  root.add(element);
  const isRight = table.columns.map(({ isNumber }) => isNumber === true);
  const titles = table.columns.map(({ title }) => title);
  const head = { texts: titles, height: rowHeight(pdf, titles, { widths, face: 'bold' }) };
  const drawHead = (): void => drawRow(pdf, element, { line: head, widths, isRight, face: 'bold' });
  makeRoom(pdf, beginningHeight(pdf, table));
  drawHead();
  for (const line of table.rows.flatMap((row) => linesOf(pdf, row.map(show), widths))) {
    if (makeRoom(pdf, line.height)) drawHead();
    drawRow(pdf, element, { line, widths, isRight, face: 'plain' });
  }
  element.end();
}

/** A row as it is drawn; height in points. */
interface Line {
  readonly texts: readonly string[];
  readonly height: number;
}

/** A row taller than half a page goes on as further rows, so that nothing of it is cut off. */
function linesOf(pdf: Pdf, texts: readonly string[], widths: readonly number[]): Line[] {
  const height = rowHeight(pdf, texts, { widths, face: 'plain' });
  const longest = Math.max(...texts.map((text) => text.length));
  if (height <= contentHeight(pdf) / 2 || longest < 40) return [{ texts, height }];
  const [first, rest] = [
    texts.map((text) => half(text, longest / 2)),
    texts.map((text) => half(text, -longest / 2)),
  ];
  return [...linesOf(pdf, first, widths), ...linesOf(pdf, rest, widths)];
}

/** What of a cell stands before (`at` positive) or after the last space up to that many characters. */
function half(text: string, at: number): string {
  const limit = Math.ceil(Math.abs(at));
  if (text.length <= limit) return at > 0 ? text : '';
  const space = text.lastIndexOf(' ', limit);
  const cut = space > limit / 2 ? space : limit;
  return at > 0 ? text.slice(0, cut) : text.slice(cut).trimStart();
}

interface Setting {
  readonly widths: readonly number[];
  readonly face: Face;
}

function rowHeight(pdf: Pdf, texts: readonly string[], { widths, face }: Setting): number {
  const heights = texts.flatMap((text, column) => {
    const width = widths[column] ?? 60;
    if (isOneLine(pdf, text, { face, width })) return [];
    return pdf
      .font(face)
      .fontSize(fontSize)
      .heightOfString(text, { width: width - 2 * padding });
  });
  pdf.font(face).fontSize(fontSize);
  return Math.max(...heights, pdf.currentLineHeight(true), fontSize) + 2 * padding;
}

interface Row extends Setting {
  readonly line: Line;
  readonly isRight: readonly boolean[];
}

function drawRow(pdf: Pdf, element: PDFKit.PDFStructureElement, { line, widths, isRight, face }: Row): void {
  pdf
    .font(face)
    .fontSize(fontSize)
    .fillColor(face === 'bold' ? ink.soft : ink.text);
  const top = pdf.y;
  const row = pdf.struct('TR');
  element.add(row);
  let x: number = page.margin;
  for (const [column, text] of line.texts.entries()) {
    const width = widths[column] ?? 60;
    const place = { left: x + padding, top: top + padding, width: width - 2 * padding };
    const ownWidth = isRight[column] === true ? widthOf(pdf, face, text) : null;
    row.add(
      pdf.struct(face === 'bold' ? 'TH' : 'TD', {}, () =>
        isOneLine(pdf, text, { face, width })
          ? drawLine(pdf, text, { ...place, ownWidth })
          : void pdf.text(text, place.left, place.top, {
              width: place.width,
              align: ownWidth === null ? 'left' : 'right',
            }),
      ),
    );
    x += width;
  }
  row.end();
  const bottom = top + line.height;
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

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  /** Of a text that stands at the right. */
  readonly ownWidth: number | null;
}

function drawLine(pdf: Pdf, text: string, { left, top, width, ownWidth }: Place): void {
  pdf.text(text, ownWidth === null ? left : left + width - ownWidth, top, { lineBreak: false });
}
