// XLSX workbooks as tables. The only file of main that knows exceljs.
import { readFile, stat } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import type { Preview } from '../../shared/model/file.ts';
import type { PreviewSource } from './preview-file.ts';
import { type Cell, cutRows, mostColumns, mostRows } from './table-bounds.ts';

/** A workbook is read whole, so a larger one is left to its own program. */
const mostBytes = 16 * 1024 * 1024;
const mostUnpackedBytes = 100 * 1024 * 1024;
const mostSheets = 20;

type Sheet = Extract<Preview, { kind: 'table' }>['sheets'][number];

/** Shows values, not formulas; a formula without a kept value shows itself. */
export async function previewWorkbook({ file, path }: PreviewSource): Promise<Preview> {
  const { size } = await stat(path);
  if (size > mostBytes) return tooLarge(file.name);
  try {
    const bytes = await readFile(path);
    if (unpackedBytes(bytes) > mostUnpackedBytes) return tooLarge(file.name);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Uint8Array.from(bytes).buffer);
    const sheets = book.worksheets.slice(0, mostSheets).map(toSheet);
    if (sheets.length > 0) return { kind: 'table', sheets };
    return { kind: 'none', reason: `${file.name} holds no sheets.` };
  } catch {
    return { kind: 'none', reason: `${file.name} is damaged, or no XLSX workbook: it could not be read.` };
  }
}

function tooLarge(name: string): Preview {
  return {
    kind: 'none',
    reason: `${name} is too large to be shown here. Save it and open it in its own program.`,
  };
}

/** What the archive says it unpacks to, without unpacking it. */
function unpackedBytes(bytes: Uint8Array): number {
  let total = 0;
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      total += originalSize;
      return false;
    },
  });
  return total;
}

function toSheet(sheet: ExcelJS.Worksheet): Sheet {
  const rows: Cell[][] = [];
  const lastRow = Math.min(sheet.rowCount, mostRows + 1);
  const columns = Math.min(sheet.columnCount, mostColumns + 1);
  for (let number = 1; number <= lastRow; number += 1) {
    const row = sheet.getRow(number);
    rows.push(Array.from({ length: columns }, (_, index) => toCell(row.getCell(index + 1).value)));
  }
  return { name: sheet.name, ...cutRows(rows) };
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
