// The bill: amounts as people write them, lists as they are sent, sentences, and a workbook whose formulas hold.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, test } from 'vitest';
import { currencyIn, decimalMarkOf, readAmount } from '../../../../src/engine/documents/read-amount.ts';
import { readBomFiles } from '../../../../src/engine/documents/read-bom-file.ts';
import { writtenRows } from '../../../../src/engine/documents/kinds/bom-written.ts';
import { openDocumentsDesk } from '../../../../src/engine/documents/open-documents.ts';
import type { Bom } from '../../../../src/engine/documents/document.ts';
import { buildBom } from '../../../../src/engine/documents/kinds/bom.ts';
import { gatherFacts } from '../../../../src/engine/documents/room-facts.ts';
import { ask, partsList, sampleRoom, writtenFile } from './sample-room.ts';

const folder = mkdtempSync(join(tmpdir(), 'bom-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function billOf(lists: Readonly<Record<string, string>>, message = 'Make it'): Promise<Bom> {
  const files = Object.entries(lists).map(([name, text]) => writtenFile(folder, name, text));
  const facts = await gatherFacts({ ...sampleRoom(folder), files }, []);
  return buildBom(facts, { message, includeCosts: true, includeSuppliers: true });
}

test('a changed part takes the place of the one it was changed from, and a measure of it is no second part', async () => {
  const room = sampleRoom(folder);
  const [made] = room.answers.filter(({ code }) => code === 'engineering_response');
  if (made === undefined) throw new Error('the sample room has no part');
  const first = { ...made, body: { ...made.body, files: [{ id: 'f1', name: 'bracket.step' }] } };
  const changed = {
    ...made,
    body: {
      ...made.body,
      part_family: undefined,
      title: 'bracket-r2',
      changed_from: { file_id: 'f1' },
      files: [{ id: 'f2', name: 'bracket-r2.step' }],
    },
  };
  const measured = {
    ...made,
    body: { ...made.body, part_family: undefined, title: 'Mass', model: { file_id: 'f2' }, files: [] },
  };
  const { parts } = await gatherFacts({ ...room, answers: [first, changed, measured] }, []);
  expect(parts.map(({ data }) => data.title)).toEqual(['bracket-r2']);
});

describe('amounts', () => {
  test.each([
    ['1,234.50', '.', 1234.5],
    ['1.234,50', '.', 1234.5],
    ['0,45 €', '.', 0.45],
    ['€ 1.80', ',', 1.8],
    ['1,234', '.', 1234],
    ['1,234', ',', 1.234],
    ['1.234', ',', 1234],
    ['0.125', ',', 0.125],
    ['1.234.567', '.', 1_234_567],
    ["1'250.00", '.', 1250],
    ['12 345,6', ',', 12_345.6],
    ['4 pcs', '.', 4],
    ['1/2', '.', null],
    ['many', '.', null],
  ] as const)('%s with "%s" as decimal mark is %s', (text, mark, amount) => {
    expect(readAmount(text, mark)).toBe(amount);
  });

  test('a list shows its decimal mark; a currency is found or not', () => {
    expect(decimalMarkOf(['', '1,000', '0,45'], '.')).toBe(',');
    expect(decimalMarkOf(['1,000'], '.')).toBe('.');
    expect(['Preis (€)', 'USD', 'US$ 3', '£2', 'each'].map(currencyIn)).toEqual([
      'EUR',
      'USD',
      'USD',
      'GBP',
      null,
    ]);
  });
});

describe('lists', () => {
  test('columns, decimal commas and row numbers are those of the file; totals are no parts', async () => {
    const { rows, notes } = await readBomFiles([writtenFile(folder, 'parts.csv', partsList)]);
    expect(
      rows.map(({ part, quantity, unitCost, currency }) => [part, quantity, unitCost, currency]),
    ).toEqual([
      ['NTC sensor 10 kΩ', 2, 0.45, 'EUR'],
      ['Relay 24 V', 1, 1.8, 'EUR'],
      ['Terminal block 3-pole', 2, null, null],
    ]);
    expect(rows[1]).toMatchObject({ origin: 'parts.csv, row 4', supplier: 'Farnell', designators: 'K1' });
    expect(notes).toEqual([]);
  });

  test('a line without a usable quantity and a damaged file are told, not dropped', async () => {
    const { rows, notes } = await readBomFiles([
      writtenFile(folder, 'odd.csv', 'Part,Qty\nFan,some\nFuse,1'),
      writtenFile(folder, 'broken.xlsx', 'this is no workbook'),
      writtenFile(folder, 'notes.csv', 'time,temperature\n1,20'),
    ]);
    expect(rows.map(({ part }) => part)).toEqual(['Fuse']);
    expect(notes).toEqual([
      expect.stringContaining('Fan (odd.csv, row 2)'),
      expect.stringContaining('broken.xlsx'),
    ]);
  });
});

describe('sentences', () => {
  test.each([
    ['Please add 4x M4x12 screws and 2 pcs rubber feet.', ['4 M4x12 screws', '2 Rubber feet']],
    ['It takes four M3 nuts.', ['4 M3 nuts']],
    ['Use 2 × NTC sensor, 1 x relay', ['2 NTC sensor', '1 Relay']],
    ['It is 2x faster and has 4x M4 holes.', []],
    ['Do we want 4x M4x12 screws?', []],
    ['We do not need 4x M4x12 screws.', []],
    ['The plate is 100 x 80 x 20 mm.', []],
  ])('%s', (text, wanted) => {
    expect(writtenRows(text, 'ann').map(({ part, quantity }) => `${quantity} ${part}`)).toEqual(wanted);
  });
});

describe('the bill', () => {
  test('screws that are listed are not assumed again; too few are told', async () => {
    const listed = await billOf({});
    expect(listed.rows.map(({ part }) => part)).toEqual([
      'Wall-mount bracket',
      'M4x12 screws',
      'Rubber feet',
    ]);
    const few = await billOf({ 'few.csv': 'Part,Qty\nM4x16 screw,2' });
    expect(few.notes.join()).not.toContain('are listed');
    const facts = await gatherFacts({ ...sampleRoom(folder), files: [], chat: [] }, []);
    const bare = await buildBom(facts, { message: 'Make it', includeCosts: false, includeSuppliers: false });
    expect(bare.rows[1]).toMatchObject({ part: 'Screw M4', quantity: 4, isAssumed: true });
    const asked = await buildBom(facts, {
      message: 'Make it with 2x M4x20 screws',
      includeCosts: false,
      includeSuppliers: false,
    });
    expect(asked.notes).toEqual(['M4 screws: 2 are listed, the wall-mount bracket has 4 holes for them.']);
  });

  test('equal lines of two lists are added and told; a repeated sentence is not counted twice', async () => {
    const bill = await billOf(
      { 'a.csv': 'Part,Qty\nFuse,1\nFuse,2', 'b.csv': 'Part,Qty\nFuse,4' },
      'The bill, with 4x M4x12 screws',
    );
    expect(bill.rows.find(({ part }) => part === 'Fuse')?.quantity).toBe(7);
    expect(bill.rows.find(({ part }) => part === 'M4x12 screws')?.quantity).toBe(4);
    expect(bill.notes.join()).toContain('the quantities were added');
  });

  test('prices in another currency are told and never added', async () => {
    const bill = await billOf({
      'a.csv': 'Part,Qty,Price EUR\nFuse,1,2.00',
      'b.csv': 'Part,Qty,Price\nFan,1,$3.00\nKnob,1,4.00',
    });
    expect(bill.currency).not.toBeNull();
    const priced = bill.rows.filter(({ unitCost, currency }) => unitCost !== null && currency !== null);
    expect(new Set(priced.map(({ currency }) => currency))).toEqual(new Set([bill.currency]));
    expect(bill.notes.join(' ')).toMatch(/not added to a bill in/);
    expect(bill.notes.join(' ')).toContain('prices of Knob are given without one');
  });

  test('the workbook’s formulas give what stands beside them', async () => {
    const desk = await openDocumentsDesk();
    const metadata = { format: 'excel', include_costs: true, include_suppliers: true };
    const { files } = await desk(ask(folder, { doc_type: 'bom', metadata }));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(files.find(({ name }) => name.endsWith('.xlsx'))?.path ?? '');
    const sheet = workbook.getWorksheet('BOM');
    if (sheet === undefined) throw new Error('no sheet named BOM');
    const headers = new Map<string, number>();
    sheet.getRow(4).eachCell((cell, column) => headers.set(cell.text, column));
    const at = (row: number, header: string): number =>
      Number(
        sheet.getRow(row).getCell(headers.get(header) ?? 0).result ??
          sheet.getRow(row).getCell(headers.get(header) ?? 0).value,
      );
    // Recomputed by hand from the list: 2 × 0.45 and 1 × 1.80 EUR; 40.1 g of one bracket.
    expect(at(6, 'Cost, EUR')).toBeCloseTo(0.9, 9);
    expect(at(7, 'Cost, EUR')).toBeCloseTo(1.8, 9);
    const last = sheet.rowCount;
    expect(at(last, 'Cost, EUR')).toBeCloseTo(2.7, 9);
    expect(at(last, 'Total mass, g')).toBeCloseTo(40.1, 9);
    expect(sheet.getRow(last).getCell(2).text).toBe('Total of what is known');
    expect(sheet.getRow(6).getCell(headers.get('Cost, EUR') ?? 0).formula).toMatch(/D6\*/);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
  });
});
