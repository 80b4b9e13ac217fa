// Reads an XLSX workbook into rows of values. The only file of main that knows exceljs.
import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { emptyResults } from './empty-results.ts';
import { type Cell, cutRows, mostColumns, mostRows, mostSheets, type Sheet } from './table-bounds.ts';

/** The first sheets with values, not formulas; a formula without a kept value shows itself. Throws for a damaged file. */
export async function readWorkbook(path: string): Promise<Sheet[]> {
  const book = new ExcelJS.Workbook();
  const bytes = Uint8Array.from(await readFile(path));
  await book.xlsx.load(bytes.buffer);
  const empty = emptyResults(bytes);
  return book.worksheets.slice(0, mostSheets).map((sheet) => toSheet(sheet, empty));
}

function toSheet(sheet: ExcelJS.Worksheet, empty: ReadonlySet<string>): Sheet {
  const rows: Cell[][] = [];
  const lastRow = Math.min(sheet.rowCount, mostRows + 1);
  const columns = Math.min(sheet.columnCount, mostColumns + 1);
  for (let number = 1; number <= lastRow; number += 1) {
    const row = sheet.getRow(number);
    rows.push(
      Array.from({ length: columns }, (_, index) => {
        const { address, value } = row.getCell(index + 1);
        return empty.has(address) && isOpenFormula(value) ? '' : toCell(value);
      }),
    );
  }
  return { name: sheet.name, ...cutRows(rows) };
}

/** A formula of which exceljs knows no result. */
function isOpenFormula(value: ExcelJS.CellValue): boolean {
  const isFormula = typeof value === 'object' && value !== null && 'formula' in value;
  return isFormula && value.result === undefined;
}

function toCell(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return dateText(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return toCell(value.text);
  if ('error' in value) return value.error;
  if ('result' in value && value.result !== undefined) return toCell(value.result);
  if ('formula' in value) return `=${value.formula}`;
  return 'sharedFormula' in value ? `=${value.sharedFormula}` : null;
}

/** Workbooks know no time zone: the day and time as they are written, ISO 8601. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  return date
    .toISOString()
    .replace(/T00:00:00\.000Z$/, '')
    .replace(/\.000Z$/, '')
    .replace('T', ' ');
}
