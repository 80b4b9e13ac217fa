// Suite `documents`: our writers against the libraries below them drawing the same blocks without any of our care.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import PDFDocument from 'pdfkit';
import type { Bom, EngineeringDocument, Figure, Table } from '../src/engine/documents/document.ts';
import { toPdf } from '../src/engine/documents/writers/to-pdf.ts';
import { toXlsx } from '../src/engine/documents/writers/to-xlsx.ts';
import { largeBom, largeDocument } from './document-samples.ts';
import { measure, rateOf } from './figure.ts';

const createdAt = '2026-11-25T12:00:00.000Z';
const bomRows = 5000;
const fonts = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');

export async function run(): Promise<void> {
  const document = largeDocument();
  const pages = (await toPdf(document, createdAt)).toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
  await measure({
    bench: `documents.pdf, ${pages} pages with 20 pictures and 30 tables`,
    peer: 'pdfkit alone drawing the same blocks, untagged, in columns of one width',
    unit: 'documents/s',
    goal: 0.7,
    ours: () => rateOf(1, async () => void (await toPdf(document, createdAt))),
    theirs: () => rateOf(1, () => drawBare(document)),
  });
  const bom = largeBom(bomRows);
  const bill: EngineeringDocument = { ...document, docType: 'bom', sections: [], bom };
  await measure({
    bench: `documents.xlsx, BOM of ${bomRows} rows`,
    peer: 'exceljs alone writing the same cells and formulas',
    unit: 'documents/s',
    goal: 0.8,
    ours: () => rateOf(1, async () => void (await toXlsx(bill, createdAt))),
    theirs: () => rateOf(1, () => writeBare(bom)),
  });
}

/** The same words, tables and pictures with pdfkit's own calls; the head of a table is not repeated. */
async function drawBare({ title, sections }: EngineeringDocument): Promise<void> {
  const pdf = new PDFDocument({ size: 'A4', margin: 56, bufferPages: true });
  pdf.registerFont('plain', join(fonts, 'DejaVuSans.ttf'));
  pdf.registerFont('bold', join(fonts, 'DejaVuSans-Bold.ttf'));
  pdf.font('bold').fontSize(20).text(title);
  for (const section of sections) {
    pdf.moveDown().font('bold').fontSize(13).text(section.title);
    for (const block of section.blocks) {
      if (block.block === 'paragraph') pdf.font('plain').fontSize(9.5).text(block.text).moveDown(0.5);
      if (block.block === 'table') bareTable(pdf, block);
      if (block.block === 'figure') bareFigure(pdf, block);
    }
  }
  pdf.end();
  await buffer(pdf);
}

function bareTable(pdf: PDFKit.PDFDocument, { caption, columns, rows }: Table): void {
  const width = (pdf.page.width - 112) / columns.length;
  pdf.font('bold').fontSize(9.5).text(caption);
  for (const [index, cells] of [columns.map(({ title }) => title), ...rows].entries()) {
    pdf.font(index === 0 ? 'bold' : 'plain').fontSize(8.5);
    const texts = cells.map((cell) => String(cell ?? ''));
    const height = Math.max(...texts.map((text) => pdf.heightOfString(text, { width: width - 8 }))) + 8;
    if (pdf.y + height > pdf.page.height - 64) pdf.addPage();
    const top = pdf.y;
    for (const [column, text] of texts.entries())
      pdf.text(text, 60 + column * width, top + 4, { width: width - 8 });
    pdf
      .moveTo(56, top + height)
      .lineTo(pdf.page.width - 56, top + height)
      .stroke();
    pdf.x = 56;
    pdf.y = top + height;
  }
}

function bareFigure(pdf: PDFKit.PDFDocument, { svg, width, height }: Figure): void {
  const scale = (pdf.page.width - 112) / width;
  if (pdf.y + height * scale > pdf.page.height - 64) pdf.addPage();
  const top = pdf.y;
  pdf.save().translate(56, top).scale(scale).lineWidth(0.3);
  for (const [, path = ''] of svg.matchAll(/<path d="([^"]*)"/g)) pdf.path(path).stroke();
  pdf.circle(100, 50, 30).stroke();
  for (const [, x, text = ''] of svg.matchAll(/<text x="(\d+)"[^>]*>([^<]*)</g))
    pdf.font('plain').fontSize(4).text(text, Number(x), 91, { lineBreak: false });
  pdf.restore();
  pdf.x = 56;
  pdf.y = top + height * scale + 20;
}

async function writeBare({ rows }: Bom): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('BOM');
  for (const [index, row] of rows.entries()) {
    const at = index + 1;
    sheet.addRow([
      at,
      row.part,
      row.description,
      row.quantity,
      row.unit,
      row.material,
      row.massGrams,
      { formula: `D${at}*G${at}`, result: row.quantity * (row.massGrams ?? 0) },
      row.partNumber,
      row.designators,
      row.unitCost,
      { formula: `D${at}*K${at}`, result: row.quantity * (row.unitCost ?? 0) },
      row.supplier,
      row.origin,
    ]);
  }
  await workbook.xlsx.writeBuffer();
}
