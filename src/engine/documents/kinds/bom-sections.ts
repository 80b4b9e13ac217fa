// The bill of materials as sections of a document: the table, its total, and what it lacks.
import type { Block, Bom, BomRow, Cell, Section, Table } from '../document.ts';

/** The section that a workbook shows as its own sheet. */
export const bomTitle = 'Bill of materials';

/** The bill as sections of a document: the table, then what it lacks. */
export function bomSections(bom: Bom): Section[] {
  const { rows, hasCosts, hasSuppliers } = bom;
  if (rows.length === 0) {
    const text =
      'Parts: this room has no engineered part, no parts list and no line such as “4x M4x12 screws”.';
    return [{ title: bomTitle, blocks: [{ block: 'gap', text }] }];
  }
  const names = (missing: readonly BomRow[]): string => missing.map(({ part }) => part).join(', ');
  const noCost = rows.filter(({ unitCost }) => unitCost === null);
  const noSupplier = rows.filter(({ supplier }) => supplier === '');
  const gaps = [
    ...(hasCosts && noCost.length > 0 ? [`Costs: no source gives a price for ${names(noCost)}.`] : []),
    ...(hasSuppliers && noSupplier.length > 0
      ? [`Suppliers: this room names none for ${names(noSupplier)}.`]
      : []),
    ...rows
      .filter(({ isAssumed }) => isAssumed)
      .map(({ part }) => `${part}: assumed; confirm the kind and length.`),
    ...bom.notes,
  ];
  return [
    { title: bomTitle, blocks: [bomTable(bom), ...costLine(bom)] },
    ...(gaps.length === 0
      ? []
      : [{ title: 'To be completed', blocks: gaps.map((text) => ({ block: 'gap' as const, text })) }]),
  ];
}

/** The columns that have something to say, and those that were asked for. */
function bomTable({ rows, hasCosts, hasSuppliers, currency }: Bom): Table {
  const has = (field: 'description' | 'material' | 'partNumber' | 'designators'): boolean =>
    rows.some((row) => row[field] !== '');
  const columns: { title: string; isNumber?: boolean; cell: (row: BomRow, index: number) => Cell }[] = [
    { title: 'No.', isNumber: true, cell: (_, index) => index + 1 },
    { title: 'Part', cell: ({ part }) => part },
    ...(has('description') ? [{ title: 'Description', cell: (row: BomRow) => row.description }] : []),
    {
      title: 'Qty',
      isNumber: true,
      cell: ({ quantity, unit }) => (unit === 'pcs' ? quantity : `${quantity} ${unit}`),
    },
    ...(has('designators') ? [{ title: 'Ref.', cell: (row: BomRow) => row.designators }] : []),
    ...(has('material') ? [{ title: 'Material', cell: (row: BomRow) => row.material }] : []),
    { title: 'Mass, g', isNumber: true, cell: ({ massGrams }) => massGrams },
    ...(has('partNumber') ? [{ title: 'Part no.', cell: (row: BomRow) => row.partNumber }] : []),
    ...(hasCosts
      ? [
          {
            title: withCurrency('Unit cost', currency),
            isNumber: true,
            cell: (row: BomRow) => money(row.unitCost),
          },
        ]
      : []),
    ...(hasSuppliers ? [{ title: 'Supplier', cell: (row: BomRow) => row.supplier }] : []),
    { title: 'Source', cell: ({ origin }) => origin },
  ];
  return {
    block: 'table',
    caption: bomTitle,
    columns: columns.map(({ title, isNumber }) => (isNumber === true ? { title, isNumber } : { title })),
    rows: rows.map((row, index) => columns.map(({ cell }) => cell(row, index))),
  };
}

function costLine({ rows, hasCosts, currency }: Bom): Block[] {
  const priced = rows.filter(({ unitCost }) => unitCost !== null);
  if (!hasCosts || priced.length === 0) return [];
  const total = priced.reduce((sum, { unitCost, quantity }) => sum + (unitCost ?? 0) * quantity, 0);
  const of = priced.length === rows.length ? '' : `, for ${priced.length} of ${rows.length} lines only`;
  return [{ block: 'paragraph', text: `${withCurrency('Total cost', currency)}: ${money(total)}${of}.` }];
}

/** `Unit cost, EUR`. */
export function withCurrency(title: string, currency: string | null): string {
  return currency === null ? title : `${title}, ${currency}`;
}

/** At least cents; smaller prices keep what they have. */
function money(amount: number | null): string | null {
  if (amount === null) return null;
  const exact = Number(amount.toFixed(6));
  return Math.abs(exact * 100 - Math.round(exact * 100)) < 1e-6 ? exact.toFixed(2) : String(exact);
}
