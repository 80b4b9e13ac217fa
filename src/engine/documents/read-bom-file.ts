// Parts lists that are attached as CSV or workbook: columns are found by what their heads are usually called.
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { z } from 'zod';
import type { RoomFile } from '../desk.ts';
import { type BomRow, blankRow } from './document.ts';
import { currencyIn, type DecimalMark, decimalMarkOf, readAmount } from './read-amount.ts';

const largestBytes = 10 * 1024 ** 2;
const mostRows = 5000;

const fields = [
  'quantity',
  'partNumber',
  'part',
  'description',
  'material',
  'supplier',
  'unitCost',
  'unit',
  'designators',
] as const;
type Field = (typeof fields)[number];

/** What heads of columns are called, by the field they fill. */
const heads: Readonly<Record<Field, RegExp>> = {
  quantity: /^(qty|quantity|count|amount|menge|anzahl|stk|pcs)\b/,
  partNumber: /^(mpn|part\s*(no|number|#)|manufacturer part|mfr\.? part|pn\b|artikelnummer|order code)/,
  part: /^(part|item name|name|component|designation|bezeichnung|benennung|value|comment|item)\b(?!\s*(no|number|#))/,
  description: /^(description|desc|details|beschreibung|notes?)\b/,
  material: /^(material|werkstoff)\b/,
  supplier: /^(supplier|vendor|distributor|lieferant|manufacturer|mfr)\b(?!\.?\s*part)/,
  unitCost: /^(unit\s*(cost|price)|price|cost|preis|einzelpreis|each)\b/,
  unit: /^(unit|uom|einheit)$/,
  designators: /^(ref\s*des|refdes|references?|designators?|reference designators?)\b/,
};

/** What csv-parse gives with `info`: the record, and how many lines of the file were read by then. */
const recordsSchema = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }),
);

interface Line {
  readonly number: number;
  readonly cells: readonly string[];
}

interface List {
  readonly lines: readonly Line[];
  readonly usualMark: DecimalMark;
}

/** Rows of lists, and sentences on what of them was not used. */
export interface ReadBom {
  readonly rows: readonly BomRow[];
  readonly notes: readonly string[];
}

/** Rows of every attached list that has a quantity and a part. Files that are no list are passed over. */
export async function readBomFiles(files: readonly RoomFile[]): Promise<ReadBom> {
  const read: ReadBom[] = [];
  for (const file of files) {
    if (!/\.(csv|tsv|xlsx)$/i.test(file.name)) continue;
    if (file.sizeBytes > largestBytes) {
      read.push({ rows: [], notes: [`${file.name}: too large to be read as a parts list (limit 10 MB).`] });
      continue;
    }
    try {
      read.push(toRows(await readList(file), file.name));
    } catch {
      read.push({ rows: [], notes: [`${file.name}: damaged, could not be read as a parts list.`] });
    }
  }
  return { rows: read.flatMap(({ rows }) => rows), notes: read.flatMap(({ notes }) => notes) };
}

async function readList(file: RoomFile): Promise<List> {
  const extension = extname(file.name).toLowerCase();
  if (extension === '.xlsx') return readWorkbook(file.path);
  const text = await readFile(file.path, 'utf8');
  const isSemicolon = (text.split('\n', 1)[0] ?? '').includes(';');
  const records = parse(text, {
    bom: true,
    delimiter: extension === '.tsv' ? '\t' : isSemicolon ? ';' : ',',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    info: true,
    to: mostRows + 1,
  });
  return {
    lines: recordsSchema.parse(records).map(({ record, info }) => ({ number: info.lines, cells: record })),
    usualMark: isSemicolon ? ',' : '.',
  };
}

/** Numbers of a workbook come as JavaScript writes them, with a point. */
async function readWorkbook(path: string): Promise<List> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const lines: Line[] = [];
  workbook.worksheets[0]?.eachRow((row, number) => {
    if (lines.length <= mostRows)
      lines.push({
        number,
        cells: Array.from({ length: row.cellCount }, (_, column) => row.getCell(column + 1).text),
      });
  });
  return { lines, usualMark: '.' };
}

function toRows({ lines, usualMark }: List, name: string): ReadBom {
  const isHead = (cell: string, field: Field): boolean => heads[field].test(cell.trim().toLowerCase());
  const headAt = lines.slice(0, 15).findIndex(({ cells }) => cells.some((cell) => isHead(cell, 'quantity')));
  const head = lines[headAt]?.cells ?? [];
  const at = new Map(fields.map((field) => [field, head.findIndex((cell) => isHead(cell, field))]));
  const has = (field: Field): boolean => (at.get(field) ?? -1) >= 0;
  if (headAt < 0 || !(has('part') || has('description') || has('partNumber'))) return { rows: [], notes: [] };
  const body = lines.slice(headAt + 1);
  const amounts = body.map(({ cells }) => cells[at.get('unitCost') ?? -1] ?? '');
  const reading: Reading = {
    name,
    mark: decimalMarkOf(amounts, usualMark),
    currency: currencyIn(head[at.get('unitCost') ?? -1] ?? ''),
  };
  const read = body.map((line) =>
    toRow(line.number, (field) => (line.cells[at.get(field) ?? -1] ?? '').trim(), reading),
  );
  const full = lines.length > mostRows ? [`${name}: only the first ${mostRows} lines were read.`] : [];
  return {
    rows: read.flatMap((row) => (typeof row === 'object' && row !== null ? [row] : [])),
    notes: [...read.filter((row) => typeof row === 'string'), ...full],
  };
}

interface Reading {
  readonly name: string;
  readonly mark: DecimalMark;
  readonly currency: string | null;
}

/** A row, a sentence on why it is none, or null for lines that are no part (blank, totals). */
function toRow(line: number, cell: (field: Field) => string, reading: Reading): BomRow | string | null {
  const part = cell('part') || cell('description') || cell('partNumber');
  if (part === '' || /^(sub)?total\b|^sum\b|^summe\b/i.test(part)) return null;
  const quantity = readAmount(cell('quantity'), reading.mark);
  if (quantity === null || quantity <= 0)
    return `${part} (${reading.name}, row ${line}): left out, because its quantity "${cell('quantity')}" is not a number above 0.`;
  const price = cell('unitCost');
  const unitCost = readAmount(price, reading.mark);
  return {
    ...blankRow,
    part,
    description: cell('part') === '' ? '' : cell('description'),
    quantity,
    unit: cell('unit') || 'pcs',
    material: cell('material'),
    partNumber: cell('partNumber'),
    supplier: cell('supplier'),
    designators: cell('designators'),
    unitCost,
    currency: unitCost === null ? null : (currencyIn(price) ?? reading.currency),
    origin: `${reading.name}, row ${line}`,
  };
}
