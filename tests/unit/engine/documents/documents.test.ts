// Every kind of document, read back by readers we did not write: pdf.js, exceljs, mammoth's kin of zip; facts found, gaps listed.
import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { DeskRefusal } from '../../../../src/engine/desk.ts';
import { openDocumentsDesk } from '../../../../src/engine/documents/open-documents.ts';
import { readFileText } from '../../../../src/engine/files/file-text.ts';
import { docTypes } from '../../../../src/shared/protocol/codes.ts';
import { askDesk, bracketAnswer, roomWith, textFile } from '../desk-rig.ts';

const desk = await openDocumentsDesk();
const sheet = textFile(
  'sheet.pdf',
  'Supply voltage   24 V AC ±15 %\nPower consumption   1.8 W typical\nAccuracy   ±0.3 K at 20 °C',
  'Housing   96 × 76 × 24 mm, PC-ABS\nMass   118 g\nProtection   IP30 (IEC 60529)\nOperating temperature   0 to 50 °C',
);
const room = roomWith({
  answers: [bracketAnswer],
  files: [sheet],
  chat: [
    {
      sender: 'bob',
      text: 'We must use 4x M4x12 screws, and 2x Wall plug.',
      at: '2026-11-24T09:00:00.000Z',
      messageId: 'm1',
    },
  ],
});
const ask = (docType: string, metadata: Record<string, unknown> = {}) =>
  askDesk(desk, { data: { message: 'Make it', sender: 'ann', doc_type: docType, metadata }, room });

describe('the documents desk', () => {
  test.each([...docTypes])('makes a %s that says what it does not know', async (docType) => {
    const { body, files } = await ask(docType);
    expect(String(body['content'])).toContain('Thermostat');
    expect(files.length).toBeGreaterThan(0);
    expect(Array.isArray(body['gaps'])).toBe(true);
  });

  test('a specification as PDF holds the facts of the room, tagged', async () => {
    const { files } = await ask('technical_specification', { document_format: 'pdf' });
    const pdf = files.find(({ name }) => name.endsWith('.pdf'));
    const pages = await readFileText({ name: pdf?.name ?? '', path: pdf?.path ?? '', sizeBytes: 1 });
    const text = (pages ?? []).map((page) => page.text).join(' ');
    for (const fact of [
      '100 × 80 × 20 mm',
      '32.2 g',
      'ABS',
      '24 V AC ±15 %',
      '1.8 W',
      '±0.3 K',
      '118 g',
      'IP30',
      '0 to 50 °C',
      'sheet.pdf, page 2',
      'M4x12',
    ]) {
      expect(text).toContain(fact);
    }
    expect((await readFile(pdf?.path ?? '')).toString('latin1')).toContain('/MarkInfo');
  });

  test('a bill as workbook has live formulas whose results are right', async () => {
    const { files } = await ask('bom', { format: 'excel', include_costs: true, include_suppliers: true });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(files.find(({ name }) => name.endsWith('.xlsx'))?.path ?? '');
    const bom = workbook.getWorksheet('BOM');
    const head = (bom?.getRow(4).values ?? []) as string[];
    expect(head).toEqual(expect.arrayContaining(['Part', 'Qty', 'Unit cost', 'Supplier']));
    const parts = new Map<string, number>();
    bom?.eachRow((row, number) => number > 4 && parts.set(row.getCell(2).text, Number(row.getCell(4).value)));
    expect(parts.get('Wall-mount bracket')).toBe(1);
    expect(parts.get('M4x12 screws')).toBe(4);
    const formulas: string[] = [];
    bom?.eachRow((row) => row.eachCell((cell) => cell.formula && formulas.push(cell.formula)));
    expect(formulas.some((formula) => formula.startsWith('SUM('))).toBe(true);
    const totalMass = bom
      ?.getColumn(8)
      .values.findLast((value) => typeof value === 'object' && value !== null && 'result' in value);
    expect(totalMass).toMatchObject({ result: 32.2 });
  });

  test('sections, formats and spellings that are asked for are honoured', async () => {
    const { body, files } = await ask('technical_specification', {
      document_format: 'docx',
      sections: ['electrical_specs', 'colour_of_the_sky'],
    });
    const content = String(body['content']);
    expect(content).toContain('Electrical specification');
    expect(content).not.toContain('Mechanical specification');
    expect(body['gaps']).toContainEqual(expect.stringContaining('Colour of the sky'));
    const docx = files.find(({ name }) => name.endsWith('.docx'));
    const parts = unzipSync(new Uint8Array(await readFile(docx?.path ?? '')));
    expect(new TextDecoder().decode(parts['word/document.xml'])).toContain('24 V AC');
  });

  test.each([
    ['poem', {}, 'doc_type'],
    ['technical_specification', { format: 'papyrus' }, 'format'],
  ])('refuses %s %j and names the field', async (docType, metadata, words) => {
    const refused = await ask(docType, metadata).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DeskRefusal);
    expect(String(refused)).toContain(words);
  });
});
