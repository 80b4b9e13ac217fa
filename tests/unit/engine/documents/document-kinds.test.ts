// Every kind in every format, opened by readers that are not ours, holding the facts of the sample room.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { DeskAnswer } from '../../../../src/engine/desk.ts';
import { openDocumentsDesk } from '../../../../src/engine/documents/open-documents.ts';
import { documentationResponseDataSchema } from '../../../../src/shared/protocol/response-data.ts';
import { readDocx, readHtml, readMarkdown, readPdf, readXlsx } from './open-made-file.ts';
import { keepPicture } from './keep-picture.ts';
import { ask, sampleRoom, writtenFile } from './sample-room.ts';

const folder = mkdtempSync(join(tmpdir(), 'documents-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const desk = await openDocumentsDesk({ now: () => Date.UTC(2026, 10, 25, 12) });

/** Facts as they stand in the room: the data sheet, the engineering result, the list, the chat. */
const facts: Readonly<Record<string, readonly string[]>> = {
  technical_specification: [
    '100 × 80 × 20 mm',
    '38.215 cm³',
    '260.03 cm²',
    '40.1 g',
    '1.05',
    '24 V AC ±15 %, 50/60 Hz',
    'NTC 10 kΩ at 25 °C',
    '±0.3 K at 20 °C',
    'IP30 (IEC 60529)',
    '10 to 90 % RH',
    '−20 to 60 °C',
    '⌀4 mm',
    'We decided on ABS for the housing.',
    'usual for ABS parts of this size',
    'thermostat-datasheet.pdf, page 2',
    '25 November 2026',
    'prod-789',
    'Snap-on bracket',
  ],
  bom: [
    'Wall-mount bracket',
    '100 × 80 × 20 mm',
    'ABS',
    '40.1',
    'NTC sensor 10 kΩ',
    'R1, R2',
    'NTCLE100E3103',
    '0.45',
    'Mouser',
    'Relay 24 V',
    'Terminal block 3-pole',
    'M4x12 screws',
    'Rubber feet',
    '2.70, for 2 of 6 lines only',
  ],
  dfm_analysis: [
    'Wall-mount bracket',
    'Injection moulding check of wall-mount-bracket.step',
    '3 warnings, 5 rules passed, 2 not checked.',
    'check of 23 November 2026',
    '4.025 mm',
    '3.5 mm',
    '18.9, 38, 0',
    'Taper the faces by a degree or two',
    'moldkey.com: Injection molding design guide',
    '100 × 80 × 20 mm',
    '40.1 g',
    'ribs are not told from walls',
    '+Z',
  ],
  user_manual: [
    '4 holes of ⌀4.5 mm',
    'wall, two screws ⌀4 mm, 60 mm apart',
    'Snap-on bracket: The housing snaps onto a bracket that is screwed to the wall.',
    'idea of 21 November 2026, chosen',
    '24 V AC ±15 %, 50/60 Hz',
    '230 V AC, 3 A resistive',
    '0.5 to 1.5 mm²',
    '0 to 50 °C',
    '10 to 90 % RH',
    'IP30 (IEC 60529)',
    'Operation',
    'Safety',
    'Not known.',
  ],
  datasheet: [
    '100 × 80 × 20 mm',
    '24 V AC ±15 %, 50/60 Hz',
    '1.8 W typical, 2.5 W maximum',
    '230 V AC, 3 A resistive',
    '0.5 to 1.5 mm²',
    'NTC 10 kΩ',
    '±0.3 K at 20 °C',
    'IP30',
    '0 to 50 °C',
    '10 to 90 % RH',
  ],
  requirements: [
    'R-001',
    'The product shall follow the concept “Snap-on bracket”',
    'The wall-mount bracket shall be 100 × 80 × 20 mm overall.',
    '24 V AC ±15 %, 50/60 Hz',
    '96 × 76 × 24 mm, PC-ABS, RAL 9003',
    '118 g',
    'IP30 (IEC 60529)',
    'IEC 60068-2-78',
    'IEC 60068-2-1',
    'The display must stay readable at −10 °C | and <b>bright</b> light.',
    'ann, 2026-11-21',
  ],
  test_plan: [
    'T-001',
    'R-001',
    'Measure with a calliper',
    'IEC 60068-2-78',
    'Weigh.',
    '118 g',
    '±0.3 K at 20 °C',
    '24 V AC',
    'IEC 60529',
    'We decided on ABS for the housing.',
  ],
  engineering_drawing: [
    '100 × 80 × 20 mm',
    'Hole diameter',
    '4.5 mm',
    'Wall',
    '3 mm',
    'first-angle (ISO 5456-2)',
    'A3 (ISO 5457)',
    '1:1 (ISO 5455)',
    'ISO 2768-m',
    '4× Ø4.5',
    'drawing of 24 November 2026',
    'wall-mount-bracket-drawing.svg',
    '40.1 g',
    'ABS',
    'half the wall',
    '260.03 cm²',
  ],
  compliance_documentation: [
    '2014/30/EU',
    '2014/35/EU',
    '2011/65/EU',
    '2012/19/EU',
    '1907/2006',
    '2023/988',
    'FCC',
    'UKCA',
    'IEC 60529',
    'none in this room',
  ],
};

async function make(docType: string, format: string): Promise<DeskAnswer> {
  const metadata = { document_format: format, include_costs: true, include_suppliers: true };
  return desk(ask(folder, { doc_type: docType, metadata }));
}

function pathOf({ files }: DeskAnswer, extension: string): string {
  const file = files.find(({ name }) => name.endsWith(`.${extension}`));
  if (file === undefined) throw new Error(`no .${extension} among the files`);
  return file.path;
}

/** Lines break anywhere in narrow columns, so the blanks are left out of both sides. */
function holds(text: string, wanted: readonly string[]): void {
  const bare = text.replaceAll(/\s/g, '');
  const missing = wanted.filter((fact) => !bare.includes(fact.replaceAll(/\s/g, '')));
  expect(missing).toEqual([]);
}

describe.each(Object.entries(facts))('[P-DOC-1] %s', (docType, wanted) => {
  test('holds its facts as PDF: tagged, with bookmarks, DejaVu embedded and page numbers', async () => {
    const pdf = await readPdf(pathOf(await make(docType, 'pdf'), 'pdf'));
    holds(pdf.pages.join(' '), wanted);
    expect([...pdf.roles]).toEqual(expect.arrayContaining(['H1', 'H2', 'P']));
    expect(pdf.outline.length).toBeGreaterThan(0);
    expect([...pdf.fonts].toSorted()).toEqual(['DejaVuSans', 'DejaVuSans-Bold']);
    await keepPicture(pathOf(await make(docType, 'pdf'), 'pdf'), docType);
    pdf.pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${pdf.pages.length}`);
    });
  });

  test('holds its facts as DOCX with real headings', async () => {
    const { text, xml } = readDocx(pathOf(await make(docType, 'word'), 'docx'));
    holds(text, wanted);
    expect(xml).toContain('w:pStyle w:val="Heading1"');
    expect(xml.includes('<w:tblHeader/>')).toBe(xml.includes('<w:tbl>'));
  });

  test('holds its facts as HTML and Markdown; people’s words stay text', async () => {
    const answer = await make(docType, 'html');
    const html = readFileSync(pathOf(answer, 'html'), 'utf8');
    holds(readHtml(pathOf(answer, 'html')), wanted);
    holds(readMarkdown(readFileSync(pathOf(answer, 'md'), 'utf8')), wanted);
    expect(html).not.toContain('<b>bright');
    expect(html).not.toMatch(/src=(?!"data:image\/svg)|href=|@import|<script/);
  });

  test('holds its facts as XLSX, a sheet for each section', async () => {
    const sheets = await readXlsx(pathOf(await make(docType, 'excel'), 'xlsx'));
    holds([...sheets.values()].flat(2).join(' '), wanted);
    const { body } = await make(docType, 'markdown');
    const titles = String(body['content']).match(/(?<=^## ).*/gm) ?? [];
    expect([...sheets.values()].slice(1).map(([first]) => first?.[0])).toEqual(
      titles.filter((title) => title !== 'Bill of materials'),
    );
  });

  test('answers with the body the protocol promises, the same twice', async () => {
    const [first, second] = [await make(docType, 'markdown'), await make(docType, 'markdown')];
    const body = documentationResponseDataSchema.parse({ ...first.body, message: first.message });
    expect(body.doc_type).toBe(docType);
    expect(first.body).toEqual(second.body);
  });
});

test('the same room gives the same bytes of PDF', async () => {
  const first = readFileSync(pathOf(await make('technical_specification', 'pdf'), 'pdf'));
  const second = readFileSync(pathOf(await make('technical_specification', 'pdf'), 'pdf'));
  expect(second.equals(first)).toBe(true);
});

test('a table over many pages repeats its head and loses no row', async () => {
  const lines = Array.from({ length: 90 }, (_, index) => `Resistor ${index} kΩ,${index + 1},RC-${index}`);
  const list = writtenFile(folder, 'long.csv', ['Part,Qty,MPN', ...lines].join('\n'));
  const room = { ...sampleRoom(folder), files: [list] };
  const answer = await desk(ask(folder, { doc_type: 'bom', metadata: { format: 'pdf' } }, room));
  const { pages } = await readPdf(pathOf(answer, 'pdf'));
  expect(pages.length).toBeGreaterThan(2);
  for (const page of pages.slice(0, -1)) expect(page).toMatch(/No\.\s+Part\s.*Source/);
  holds(
    pages.join(' '),
    lines.map((_, index) => `RC-${index}`),
  );
});

test('a format that cannot be made names the field that asked for it', async () => {
  const refused = desk(ask(folder, { doc_type: 'datasheet', metadata: { document_format: 'papyrus' } }));
  await expect(refused).rejects.toMatchObject({
    errorCode: 'DOCUMENTATION_ERROR',
    errors: [{ loc: ['data', 'metadata', 'document_format'] }],
  });
});
