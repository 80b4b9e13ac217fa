// A document as DOCX: real headings, tables with head rows, page numbers.
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import {
  type Block,
  type Cell,
  closingSections,
  type EngineeringDocument,
  type Figure,
  figureWords,
  isWide,
  type Table as DocumentTable,
} from '../document.ts';

/** Writes the whole document. */
export async function toDocx(document: EngineeringDocument): Promise<Buffer> {
  const sections = [...document.sections, ...closingSections(document)];
  const children = [
    new Paragraph({ text: document.title, heading: HeadingLevel.TITLE }),
    new Paragraph({ text: document.head.map(({ name, value }) => `${name}: ${value}`).join(' · ') }),
    ...sections.flatMap(({ title, blocks }) => [
      new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
      ...blocks.flatMap((block) => writeBlock(block, title)),
    ]),
  ];
  const footer = new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
      }),
    ],
  });
  const file = new Document({
    title: document.title,
    creator: 'ProductFlo Workstation',
    sections: [
      {
        properties: {
          page: {
            size: { orientation: isWide(document) ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
          },
        },
        footers: { default: footer },
        children,
      },
    ],
  });
  return Packer.toBuffer(file);
}

/** A caption that only repeats the heading above is left out. */
function writeBlock(block: Block, heading: string): (Paragraph | Table)[] {
  switch (block.block) {
    case 'paragraph':
      return [new Paragraph({ children: runs(block.text, block.origin) })];
    case 'list':
      return block.items.map(
        ({ text, origin }) => new Paragraph({ bullet: { level: 0 }, children: runs(text, origin) }),
      );
    case 'gap':
      return [
        new Paragraph({
          children: [new TextRun({ text: 'Not known. ', bold: true }), new TextRun(block.text)],
        }),
      ];
    case 'figure':
      return [picture(block), caption(figureWords(block), false)];
    case 'table':
      return [
        ...(block.caption === heading ? [] : [caption(block.caption, true)]),
        writeTable(block),
        new Paragraph(''),
      ];
  }
}

/** Pixels at 96 to the inch that fit between the margins of A4 on its long side. */
const pictureWidth = 900;
/** One white pixel: Word before 2016 shows it in place of an SVG. */
const blank = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==',
  'base64',
);

function picture({ svg, width, height, caption, file }: Figure): Paragraph {
  return new Paragraph({
    keepNext: true,
    children: [
      new ImageRun({
        type: 'svg',
        data: Buffer.from(svg),
        fallback: { type: 'png', data: blank },
        transformation: { width: pictureWidth, height: Math.round((pictureWidth * height) / width) },
        altText: { name: file, title: caption, description: caption },
      }),
    ],
  });
}

function caption(text: string, keepNext: boolean): Paragraph {
  return new Paragraph({ style: 'Caption', keepNext, children: [new TextRun(text)] });
}

function runs(text: string, origin: string | undefined): TextRun[] {
  return [
    new TextRun(text),
    ...(origin === undefined ? [] : [new TextRun({ text: ` (${origin})`, italics: true })]),
  ];
}

function writeTable({ columns, rows }: DocumentTable): Table {
  const cell = (value: Cell, column: number, bold: boolean): TableCell =>
    new TableCell({
      children: [
        new Paragraph({
          alignment: columns[column]?.isNumber === true ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [new TextRun({ text: value === null ? '' : String(value), bold })],
        }),
      ],
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        tableHeader: true,
        children: columns.map(({ title }, column) => cell(title, column, true)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({ cantSplit: true, children: row.map((value, column) => cell(value, column, false)) }),
      ),
    ],
  });
}
