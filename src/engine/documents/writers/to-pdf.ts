// A document as tagged PDF: A4, DejaVu embedded, bookmarks, tables that go on over pages with their head repeated.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { type Block, closingSections, type EngineeringDocument, isWide, type Table } from '../document.ts';
import { contentWidth, ink, makeRoom, page, type Pdf } from './pdf-page.ts';
import { drawFigure, figureHeight } from './pdf-figure.ts';
import { beginningHeight, drawTable } from './pdf-table.ts';

const packages = createRequire(import.meta.url);
const fonts = join(dirname(packages.resolve('dejavu-fonts-ttf/package.json')), 'ttf');

/** Points of a caption with the space around it. */
const captionRoom = 22;

type Root = PDFKit.PDFStructureElement;

/** Writes the document; `createdAt` (ISO 8601) makes the bytes the same for the same content. */
export function toPdf(document: EngineeringDocument, createdAt: string): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    layout: isWide(document) ? 'landscape' : 'portrait',
    margins: { top: page.margin, left: page.margin, right: page.margin, bottom: page.bottom },
    bufferPages: true,
    tagged: true,
    displayTitle: true,
    lang: 'en',
    pdfVersion: '1.7',
    info: {
      Title: document.title,
      Producer: 'ProductFlo Workstation',
      CreationDate: new Date(createdAt),
      ModDate: new Date(createdAt),
    },
  });
  pdf.registerFont('plain', join(fonts, 'DejaVuSans.ttf'));
  pdf.registerFont('bold', join(fonts, 'DejaVuSans-Bold.ttf'));
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  writeHead(pdf, root, document);
  for (const section of [...document.sections, ...closingSections(document)])
    writeSection(pdf, root, section);
  root.end();
  numberPages(pdf, document.title);
  pdf.end();
  return buffer(pdf);
}

function writeHead(pdf: Pdf, root: Root, { title, head }: EngineeringDocument): void {
  root.add(pdf.struct('H1', {}, () => void pdf.font('bold').fontSize(20).fillColor(ink.text).text(title)));
  pdf.moveDown(0.2);
  const facts = head.map(({ name, value }) => `${name}: ${value}`).join('   ');
  root.add(pdf.struct('P', {}, () => void pdf.font('plain').fontSize(9).fillColor(ink.soft).text(facts)));
  pdf.moveDown(0.8);
}

function writeSection(
  pdf: Pdf,
  root: Root,
  { title, blocks }: { title: string; blocks: readonly Block[] },
): void {
  makeRoom(pdf, 50 + roomFor(pdf, blocks[0]));
  pdf.moveDown(0.6);
  pdf.outline.addItem(title);
  root.add(pdf.struct('H2', {}, () => void pdf.font('bold').fontSize(13).fillColor(ink.text).text(title)));
  pdf.moveDown(0.3);
  for (const block of blocks) writeBlock(pdf, root, { block, heading: title });
}

/** Points that a block needs to begin with. */
function roomFor(pdf: Pdf, block: Block | undefined): number {
  if (block?.block === 'table') return captionRoom + beginningHeight(pdf, block);
  return block?.block === 'figure' ? figureHeight(pdf, block) : 30;
}

function writeBlock(pdf: Pdf, root: Root, { block, heading }: { block: Block; heading: string }): void {
  pdf.font('plain').fontSize(9.5).fillColor(ink.text);
  switch (block.block) {
    case 'paragraph':
      root.add(
        pdf.struct('P', {}, () => void pdf.text(withOrigin(block.text, block.origin), { lineGap: 2 })),
      );
      break;
    case 'gap':
      root.add(
        pdf.struct(
          'P',
          {},
          () => void pdf.fillColor(ink.gap).text(`Not known. ${block.text}`, { lineGap: 2 }),
        ),
      );
      break;
    case 'list':
      for (const [index, { text, origin }] of block.items.entries())
        writeItem(pdf, root, {
          mark: block.isNumbered === true ? `${index + 1}.` : '•',
          text: withOrigin(text, origin),
        });
      break;
    case 'figure':
      drawFigure(pdf, root, block);
      break;
    case 'table':
      if (block.caption !== heading) writeCaption(pdf, root, block);
      drawTable(pdf, root, block);
      break;
  }
  pdf.x = page.margin;
  pdf.moveDown(0.5);
}

/** The text hangs beside its mark, also over several lines. */
function writeItem(pdf: Pdf, root: Root, { mark, text }: { mark: string; text: string }): void {
  const hang = 16;
  const options = { width: contentWidth(pdf) - hang, lineGap: 2 };
  makeRoom(pdf, Math.min(pdf.heightOfString(text, options), 60));
  root.add(
    pdf.struct('P', {}, () => {
      const top = pdf.y;
      pdf.text(mark, page.margin, top, { lineBreak: false });
      pdf.text(text, page.margin + hang, top, options);
    }),
  );
  pdf.x = page.margin;
}

function writeCaption(pdf: Pdf, root: Root, table: Table): void {
  makeRoom(pdf, captionRoom + beginningHeight(pdf, table));
  pdf.moveDown(0.4);
  root.add(
    pdf.struct('P', {}, () => void pdf.font('bold').fontSize(9.5).fillColor(ink.text).text(table.caption)),
  );
  pdf.moveDown(0.2);
}

function withOrigin(text: string, origin: string | undefined): string {
  return origin === undefined ? text : `${text} (${origin})`;
}

/** Foot lines are decoration: readers of the tagged text skip them. */
function numberPages(pdf: Pdf, title: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    pdf.switchToPage(index);
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf.font('plain').fontSize(8).fillColor(ink.soft);
    const y = pdf.page.height - 40;
    pdf.text(title, page.margin, y, { width: 360, lineBreak: false, ellipsis: true });
    pdf.text(`Page ${index - start + 1} of ${count}`, pdf.page.width - page.margin - 110, y, {
      width: 110,
      align: 'right',
      lineBreak: false,
    });
    pdf.endMarkedContent();
  }
}
