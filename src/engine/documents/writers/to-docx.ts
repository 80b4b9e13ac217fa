// A document as DOCX: real headings, tables with head rows, page numbers.
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
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
      ...blocks.flatMap(writeBlock),
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

function writeBlock(block: Block): (Paragraph | Table)[] {
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
    case 'table':
      return [writeTable(block), new Paragraph('')];
  }
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
