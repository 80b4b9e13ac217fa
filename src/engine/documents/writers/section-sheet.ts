// One section as a sheet: its blocks one under the other, tables with a head that filters and stays.
import type ExcelJS from 'exceljs';
import { type Block, figureWords, type Section, type Table } from '../document.ts';

const leastWidth = 10;
const mostWidth = 60;
const linePoints = 15;
const gapColor = 'FF8A5A10';

/** Adds the sheet. Text is kept as text: a cell that begins with `=` is no formula. */
export function addSectionSheet(workbook: ExcelJS.Workbook, { title, blocks }: Section, name: string): void {
  const sheet = workbook.addWorksheet(name, {
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  const tables = blocks.filter((block) => block.block === 'table');
  const widths = columnWidths(tables);
  for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width;
  const heading = sheet.addRow([title]);
  heading.font = { bold: true, size: 13 };
  sheet.addRow([]);
  for (const block of blocks) addBlock(sheet, block, { title, widths, isOnly: tables.length === 1 });
}

interface Place {
  readonly title: string;
  readonly widths: readonly number[];
  /** The only table of its sheet has the filter and the frozen head. */
  readonly isOnly: boolean;
}

function addBlock(sheet: ExcelJS.Worksheet, block: Block, place: Place): void {
  const { widths } = place;
  switch (block.block) {
    case 'paragraph':
      addText(sheet, withOrigin(block.text, block.origin), widths);
      break;
    case 'list':
      for (const [index, { text, origin }] of block.items.entries())
        addText(
          sheet,
          `${block.isNumbered === true ? `${index + 1}.` : '•'} ${withOrigin(text, origin)}`,
          widths,
        );
      break;
    case 'gap':
      addText(sheet, `Not known. ${block.text}`, widths).font = { color: { argb: gapColor } };
      break;
    case 'figure':
      addText(sheet, figureWords(block), widths);
      break;
    case 'table':
      if (block.caption !== place.title) sheet.addRow([block.caption]).font = { bold: true };
      addTable(sheet, block, place);
      sheet.addRow([]);
      break;
  }
}

/** A text over the whole width of the sheet, as high as it needs by its length. */
function addText(sheet: ExcelJS.Worksheet, text: string, widths: readonly number[]): ExcelJS.Row {
  const row = sheet.addRow([text]);
  if (widths.length > 1) sheet.mergeCells(row.number, 1, row.number, widths.length);
  row.getCell(1).alignment = { wrapText: true, vertical: 'top' };
  const width = widths.reduce((sum, one) => sum + one, 0);
  row.height = linePoints * Math.max(1, Math.ceil(text.length / (width * 0.95)));
  return row;
}

function addTable(sheet: ExcelJS.Worksheet, { columns, rows }: Table, { isOnly }: Place): void {
  const head = sheet.addRow(columns.map(({ title }) => title));
  head.eachCell((cell, column) => {
    cell.font = { bold: true };
    cell.border = { bottom: { style: 'thin' } };
    cell.alignment = { horizontal: columns[column - 1]?.isNumber === true ? 'right' : 'left' };
  });
  for (const cells of rows) {
    sheet.addRow([...cells]).eachCell((cell, column) => {
      const isNumber = columns[column - 1]?.isNumber === true;
      cell.alignment = { vertical: 'top', wrapText: true, ...(isNumber ? { horizontal: 'right' } : {}) };
    });
  }
  if (!isOnly) return;
  const last = head.number + rows.length;
  sheet.autoFilter = {
    from: { row: head.number, column: 1 },
    to: { row: last, column: columns.length },
  };
  sheet.views = [{ state: 'frozen', ySplit: head.number }];
}

/** In characters: wide enough for the longest cell up to a limit; a sheet of text alone is one wide column. */
function columnWidths(tables: readonly Table[]): number[] {
  const count = Math.max(0, ...tables.map(({ columns }) => columns.length));
  if (count === 0) return [100];
  return Array.from({ length: count }, (_, column) => {
    const lengths = tables.flatMap(({ columns, rows }) => [
      columns[column]?.title.length ?? 0,
      ...rows.map((row) => String(row[column] ?? '').length),
    ]);
    return Math.min(mostWidth, Math.max(leastWidth, ...lengths) + 2);
  });
}

function withOrigin(text: string, origin: string | undefined): string {
  return origin === undefined ? text : `${text} (${origin})`;
}
