// What files look like without their own program: by kind, bounded, and with a sentence for the damaged ones.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { TemporaryFolder } from '../workstation/workstation-rig.ts';
import { preview } from './preview-rig.ts';

const dataSheet = readFileSync(join(import.meta.dirname, '../../../fixtures/day/thermostat-datasheet.pdf'));

async function workbook(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('BOM'));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('text', () => {
  test('Markdown and plain text are shown as they are', async () => {
    expect(await preview('notes.md', '# Notes\n\nΩ and µ')).toEqual({
      kind: 'markdown',
      text: '# Notes\n\nΩ and µ',
    });
    expect(await preview('log.txt', 'one\r\ntwo')).toEqual({
      kind: 'text',
      text: 'one\r\ntwo',
      truncated: false,
    });
    expect(await preview('empty.txt', '')).toEqual({ kind: 'text', text: '', truncated: false });
    expect(await preview('no-extension', 'x', { said: 'text/plain' })).toMatchObject({ kind: 'text' });
  });

  test('other encodings are read: UTF-8 and UTF-16 with a mark, and Windows-1252', async () => {
    const marked = Buffer.from('\ufeff10 µm', 'utf8');
    expect(await preview('a.txt', marked)).toMatchObject({ text: '10 µm' });
    expect(await preview('a.txt', Buffer.from('\ufeff10 µm', 'utf16le'))).toMatchObject({ text: '10 µm' });
    expect(await preview('a.txt', Buffer.from('10 µm ±0.1°', 'latin1'))).toMatchObject({
      text: '10 µm ±0.1°',
    });
  });

  test('a long file is cut between characters and says so', async () => {
    const shown = await preview('long.txt', 'a' + 'µ'.repeat(400_000));
    if (shown.kind !== 'text') throw new Error(shown.kind);
    expect(shown.truncated).toBe(true);
    expect(shown.text).toMatch(/^aµ+$/);
    const markdown = await preview('long.md', 'x'.repeat(600_000));
    expect(markdown).toMatchObject({
      kind: 'markdown',
      text: expect.stringContaining('only its beginning is shown'),
    });
  });

  test('bytes that are no text say so', async () => {
    expect(await preview('a.txt', Uint8Array.of(1, 0, 2, 0, 3))).toEqual({
      kind: 'none',
      reason: 'a.txt is damaged, or no text: it holds binary bytes.',
    });
  });
});

describe('delimited tables', () => {
  test.each([
    ['comma', 'Ref,Part,Qty\nR1,"Resistor, 10k",2\n'],
    ['semicolon', 'Ref;Part;Qty\nR1;"Resistor, 10k";2\n'],
    ['tab', 'Ref\tPart\tQty\r\nR1\tResistor, 10k\t2\r\n'],
  ])('the delimiter is found: %s', async (_name, text) => {
    expect(await preview('bom.csv', text)).toEqual({
      kind: 'table',
      sheets: [
        {
          name: 'bom.csv',
          rows: [
            ['Ref', 'Part', 'Qty'],
            ['R1', 'Resistor, 10k', '2'],
          ],
          truncated: false,
        },
      ],
    });
  });

  test('part numbers stay what was written', async () => {
    const shown = await preview('parts.csv', 'PN\n007\n1E5\n3-4\n12345678901234567890\n');
    expect(shown).toMatchObject({
      sheets: [{ rows: [['PN'], ['007'], ['1E5'], ['3-4'], ['12345678901234567890']] }],
    });
  });

  test('many rows and columns are cut and said', async () => {
    const tall = await preview('tall.csv', Array.from({ length: 5000 }, (_, row) => `${row},x`).join('\n'));
    expect(tall).toMatchObject({ sheets: [{ rows: { length: 2000 }, truncated: true }] });
    const wide = await preview(
      'wide.csv',
      Array.from({ length: 300 }, (_, column) => `c${column}`).join(','),
    );
    expect(wide).toMatchObject({ sheets: [{ rows: [{ length: 120 }], truncated: true }] });
  });

  test('what is no table is shown as the text it is', async () => {
    expect(await preview('odd.csv', 'a,"b\nc')).toMatchObject({ kind: expect.stringMatching(/text|table/) });
  });
});

describe('workbooks', () => {
  test('show values: numbers, text, dates, formulas by their kept result', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['Part', 'Qty', 'Price', 'Since', 'Sum', 'Open', 'Blank']);
      sheet.addRow([
        { richText: [{ text: 'M4' }, { text: ' screw' }] },
        4,
        0.125,
        new Date(Date.UTC(2026, 2, 14)),
        { formula: 'B2*C2', result: 0.5 },
        { formula: 'NOW()' },
        { formula: 'IF(C3="","",C3)', result: '' },
      ]);
      sheet.addRow([{ text: 'site', hyperlink: 'https://a.example' }, true, null, { error: '#DIV/0!' }]);
    });
    expect(await preview('bom.xlsx', bytes)).toEqual({
      kind: 'table',
      sheets: [
        {
          name: 'BOM',
          rows: [
            ['Part', 'Qty', 'Price', 'Since', 'Sum', 'Open', 'Blank'],
            ['M4 screw', 4, 0.125, '2026-03-14', 0.5, '=NOW()', ''],
            ['site', 'TRUE', null, '#DIV/0!', null, null, null],
          ],
          truncated: false,
        },
      ],
    });
  });

  test('damaged ones say so', async () => {
    const whole = await workbook((sheet) => sheet.addRow(['x']));
    for (const bytes of [whole.slice(0, whole.length / 2), new Uint8Array(0), Buffer.from('no zip')]) {
      expect(await preview('bom.xlsx', bytes)).toEqual({
        kind: 'none',
        reason: 'bom.xlsx is damaged, or no XLSX workbook: it could not be read.',
      });
    }
  });

  test('one that would unpack to more than the machine should hold is left alone', async () => {
    const bomb = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(1000) }));
    // The uncompressed size in the central directory (APPNOTE 4.3.12): 24 bytes after its signature.
    bomb.writeUInt32LE(500 * 1024 * 1024, bomb.indexOf('PK\x01\x02', 0, 'latin1') + 24);
    expect(await preview('bomb.xlsx', bomb)).toMatchObject({
      kind: 'none',
      reason: expect.stringContaining('too large'),
    });
  });
});

test('a workbook that eats all memory ends its own thread, not the workstation', async () => {
  using folder = new TemporaryFolder();
  const hungry = join(folder.path, 'hungry.mjs');
  writeFileSync(hungry, 'const kept = []; for (;;) kept.push(new Array(1e6).fill(1.5));');
  const bytes = await workbook((sheet) => sheet.addRow(['x']));
  expect(await preview('bom.xlsx', bytes, { workbookEntry: hungry })).toEqual({
    kind: 'none',
    reason: 'bom.xlsx is too large to be shown here. Save it and open it in its own program.',
  });
  expect(await preview('bom.xlsx', bytes)).toMatchObject({ kind: 'table' });
});

describe('other files', () => {
  test('a PDF, a picture and a model are named by address or kind', async () => {
    expect(await preview('sheet.pdf', dataSheet)).toEqual({ kind: 'pdf', url: '/bytes/x/sheet.pdf' });
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    expect(await preview('dot.PNG', png)).toEqual({ kind: 'image', url: '/bytes/x/dot.PNG' });
    for (const name of ['a.step', 'a.STP', 'a.stl', 'a.glb', 'a.3mf', 'a.iges', 'a.obj']) {
      expect(await preview(name, 'x')).toEqual({ kind: 'model' });
    }
  });

  test('damaged ones say so', async () => {
    expect(await preview('sheet.pdf', 'no pdf')).toMatchObject({
      kind: 'none',
      reason: expect.stringContaining('damaged'),
    });
    expect(await preview('dot.png', 'no picture')).toMatchObject({
      kind: 'none',
      reason: expect.stringContaining('damaged'),
    });
  });

  test('what has no preview says what it is and what to do', async () => {
    expect(await preview('spec.docx', 'x')).toEqual({
      kind: 'none',
      reason:
        'spec.docx is a text document; there is no preview for it yet. Save it and open it in its own program.',
    });
    expect(await preview('firmware.bin', 'x')).toMatchObject({
      kind: 'none',
      reason: expect.stringContaining('firmware.bin'),
    });
    expect(await preview('page.html', '<p>', { said: 'text/html' })).toMatchObject({ kind: 'none' });
  });
});
