// Parts lists that are attached as CSV or workbook: columns are found by what their heads are usually called.
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import type { RoomFile } from '../desk.ts';
import type { BomRow } from './document.ts';

const largestBytes = 10 * 1024 ** 2;
const mostRows = 5000;

/** What heads of columns are called, lower case, by the field they fill. */
const heads: Readonly<Record<string, RegExp>> = {
  quantity: /^(qty|quantity|count|amount|menge|stk|pcs)\b/,
  partNumber: /^(mpn|part\s*(no|number|#)|manufacturer part|pn|artikelnummer|order code)/,
  part: /^(part|item|name|component|designation|bezeichnung|value|comment)\b/,
  description: /^(description|desc|details|beschreibung|notes?)\b/,
  material: /^(material|werkstoff)\b/,
  supplier: /^(supplier|vendor|distributor|manufacturer|mfr|lieferant)\b/,
  unitCost: /^(unit\s*(cost|price)|price|cost|preis|each)\b/,
};

/** Rows of every attached list that has a quantity and a part. Files that are none are passed over. */
export async function readBomFiles(files: readonly RoomFile[]): Promise<BomRow[]> {
  const rows: BomRow[] = [];
  for (const file of files) {
    if (file.sizeBytes > largestBytes) continue;
    try {
      rows.push(...toRows(await readTable(file), file.name));
    } catch {
      continue;
    }
  }
  return rows;
}

async function readTable(file: RoomFile): Promise<string[][]> {
  const extension = extname(file.name).toLowerCase();
  if (extension === '.csv' || extension === '.tsv') {
    const text = await readFile(file.path, 'utf8');
    const delimiter = extension === '.tsv' ? '\t' : (text.split('\n', 1)[0] ?? '').includes(';') ? ';' : ',';
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: mostRows,
    });
  }
  if (extension !== '.xlsx') return [];
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file.path);
  const table: string[][] = [];
  workbook.worksheets[0]?.eachRow((row) => {
    if (table.length < mostRows)
      table.push(Array.from({ length: row.cellCount }, (_, column) => row.getCell(column + 1).text));
  });
  return table;
}

function toRows(table: readonly string[][], name: string): BomRow[] {
  const headAt = table
    .slice(0, 15)
    .findIndex((row) => row.some((cell) => heads['quantity']?.test(cell.trim().toLowerCase()) === true));
  const head = table[headAt];
  if (head === undefined) return [];
  const column = (field: string): number =>
    head.findIndex((cell) => heads[field]?.test(cell.trim().toLowerCase()) === true);
  const columns = Object.fromEntries(Object.keys(heads).map((field) => [field, column(field)]));
  if ((columns['part'] ?? -1) < 0 && (columns['description'] ?? -1) < 0 && (columns['partNumber'] ?? -1) < 0)
    return [];
  return table.slice(headAt + 1).flatMap((cells, index) => {
    const cell = (field: string): string => cells[columns[field] ?? -1]?.trim() ?? '';
    const quantity = readNumber(cell('quantity'));
    const part = cell('part') || cell('description') || cell('partNumber');
    if (quantity === null || quantity <= 0 || part === '') return [];
    return [
      {
        part,
        description: cell('part') === '' ? '' : cell('description'),
        quantity,
        unit: 'pcs',
        material: cell('material'),
        massGrams: null,
        partNumber: cell('partNumber'),
        supplier: cell('supplier'),
        unitCost: readNumber(cell('unitCost')),
        origin: `${name}, row ${headAt + index + 2}`,
        isAssumed: false,
      },
    ];
  });
}

function readNumber(text: string): number | null {
  const found = /-?\d+(?:[.,]\d+)?/.exec(text.replaceAll(/\s/g, ''));
  return found === null ? null : Number(found[0].replace(',', '.'));
}
