// The bill of materials as a sheet: frozen head, number formats, live totals with their results beside the formula.
import type ExcelJS from 'exceljs';
import type { Bom, EngineeringDocument } from '../document.ts';
import { bomTitle, withCurrency } from '../kinds/bom-sections.ts';

const headRow = 4;

interface Column {
  readonly key: string;
  readonly header: string;
  readonly width: number;
  readonly numFmt?: string;
}

/** Adds the sheet `BOM`. */
export function addBomSheet(workbook: ExcelJS.Workbook, document: EngineeringDocument, bom: Bom): void {
  const sheet = workbook.addWorksheet('BOM', {
    views: [{ state: 'frozen', ySplit: headRow }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  const columns = columnsOf(bom);
  sheet.columns = columns.map(({ key, width }) => ({ key, width }));
  sheet.getCell('A1').value = document.title;
  sheet.getCell('A1').font = { bold: true, size: 14 };
  sheet.getCell('A2').value = document.head.map(({ name, value }) => `${name}: ${value}`).join(' · ');
  sheet.getCell('A3').value = sentencesOf(document).join(' ');
  const head = sheet.getRow(headRow);
  columns.forEach(({ header }, index) => {
    const cell = head.getCell(index + 1);
    cell.value = header;
    cell.font = { bold: true };
    cell.border = { bottom: { style: 'thin' } };
  });
  const layout = layoutOf(columns);
  for (const [index, row] of bom.rows.entries())
    fillRow(sheet, layout, { row, index, hasCosts: bom.hasCosts });
  const last = headRow + bom.rows.length;
  if (bom.rows.length > 0) addTotals(sheet, columns, { bom, last });
  sheet.autoFilter = {
    from: { row: headRow, column: 1 },
    to: { row: Math.max(last, headRow), column: columns.length },
  };
}

/** What the section of the bill says beside its table, such as how many lines the total covers. */
function sentencesOf({ sections }: EngineeringDocument): string[] {
  const blocks = sections.find(({ title }) => title === bomTitle)?.blocks ?? [];
  return blocks.flatMap((block) => (block.block === 'paragraph' ? [block.text] : []));
}

function columnsOf({ hasCosts, hasSuppliers, currency }: Bom): Column[] {
  return [
    { key: 'number', header: 'No.', width: 6 },
    { key: 'part', header: 'Part', width: 26 },
    { key: 'description', header: 'Description', width: 40 },
    { key: 'quantity', header: 'Qty', width: 8, numFmt: '#,##0.###' },
    { key: 'unit', header: 'Unit', width: 7 },
    { key: 'material', header: 'Material', width: 22 },
    { key: 'mass', header: 'Mass, g', width: 10, numFmt: '#,##0.0' },
    { key: 'totalMass', header: 'Total mass, g', width: 13, numFmt: '#,##0.0' },
    { key: 'partNumber', header: 'Part number', width: 18 },
    { key: 'designators', header: 'Ref.', width: 14 },
    ...(hasCosts
      ? [
          { key: 'unitCost', header: withCurrency('Unit cost', currency), width: 14, numFmt: '#,##0.00##' },
          { key: 'cost', header: withCurrency('Cost', currency), width: 14, numFmt: '#,##0.00' },
        ]
      : []),
    ...(hasSuppliers ? [{ key: 'supplier', header: 'Supplier', width: 22 }] : []),
    { key: 'origin', header: 'Source', width: 44 },
  ];
}

function letterOf(columns: readonly Column[], key: string): string {
  return String.fromCharCode(65 + columns.findIndex((column) => column.key === key));
}

interface Filling {
  readonly row: Bom['rows'][number];
  readonly index: number;
  readonly hasCosts: boolean;
}

/** What is the same for each row: one style object for a column, which exceljs then knows again by identity. */
interface Layout {
  readonly columns: readonly Column[];
  readonly styles: readonly Partial<ExcelJS.Style>[];
  readonly letters: Readonly<Record<'quantity' | 'mass' | 'unitCost', string>>;
}

function layoutOf(columns: readonly Column[]): Layout {
  const styles = columns.map(({ key, numFmt }) => ({
    alignment: { vertical: 'top' as const, wrapText: key === 'description' || key === 'origin' },
    ...(numFmt === undefined ? {} : { numFmt }),
  }));
  const [quantity, mass, unitCost] = ['quantity', 'mass', 'unitCost'].map((key) => letterOf(columns, key));
  return {
    columns,
    styles,
    letters: { quantity: quantity ?? '', mass: mass ?? '', unitCost: unitCost ?? '' },
  };
}

function fillRow(
  sheet: ExcelJS.Worksheet,
  { columns, styles, letters }: Layout,
  { row, index, hasCosts }: Filling,
): void {
  const at = headRow + 1 + index;
  const product = (letter: string, value: number | null): ExcelJS.CellValue => ({
    formula: `IF(${letter}${at}="","",${letters.quantity}${at}*${letter}${at})`,
    result: value === null ? '' : value * row.quantity,
  });
  const values: Record<string, ExcelJS.CellValue> = {
    number: index + 1,
    part: row.part,
    description: row.description,
    quantity: row.quantity,
    unit: row.unit,
    material: row.material,
    mass: row.massGrams,
    totalMass: product(letters.mass, row.massGrams),
    partNumber: row.partNumber,
    designators: row.designators,
    ...(hasCosts ? { unitCost: row.unitCost, cost: product(letters.unitCost, row.unitCost) } : {}),
    supplier: row.supplier,
    origin: row.origin,
  };
  const line = sheet.getRow(at);
  for (const [column, { key }] of columns.entries()) {
    const cell = line.getCell(column + 1);
    cell.value = values[key] ?? null;
    cell.style = styles[column] ?? {};
  }
}

function addTotals(
  sheet: ExcelJS.Worksheet,
  columns: readonly Column[],
  { bom, last }: { bom: Bom; last: number },
): void {
  const at = last + 2;
  const sum = (values: readonly (number | null)[]): number =>
    values.reduce<number>((total, value) => total + (value ?? 0), 0);
  const put = (key: string, result: number): void => {
    const letter = letterOf(columns, key);
    const cell = sheet.getCell(`${letter}${at}`);
    cell.value = { formula: `SUM(${letter}${headRow + 1}:${letter}${last})`, result };
    cell.font = { bold: true };
    cell.numFmt = columns.find((column) => column.key === key)?.numFmt ?? '0';
  };
  const isWhole = bom.rows.every(
    ({ unitCost, massGrams }) => massGrams !== null && (!bom.hasCosts || unitCost !== null),
  );
  sheet.getCell(`B${at}`).value = isWhole ? 'Total' : 'Total of what is known';
  sheet.getCell(`B${at}`).font = { bold: true };
  put('totalMass', sum(bom.rows.map(({ massGrams, quantity }) => (massGrams ?? 0) * quantity)));
  if (bom.hasCosts) put('cost', sum(bom.rows.map(({ unitCost, quantity }) => (unitCost ?? 0) * quantity)));
}
