// What the documents bench writes: a document of some 50 pages with pictures and tables, and a bill of 5,000 rows.
import {
  type Bom,
  blankRow,
  type EngineeringDocument,
  type Figure,
  type Table,
} from '../src/engine/documents/document.ts';

const createdBy = [
  { name: 'Product', value: 'prod-789' },
  { name: 'Date', value: '25 November 2026' },
];
const paragraph =
  'The housing carries the board on four bosses; the load of the terminals goes into the back plate through two ribs. ';

/** 25 chapters, 20 of them with a picture and 30 tables in all. */
export function largeDocument(): EngineeringDocument {
  return {
    docType: 'technical_specification',
    title: 'Technical specification: bench',
    head: createdBy,
    bom: null,
    sections: Array.from({ length: 25 }, (_, chapter) => ({
      title: `Chapter ${chapter + 1}`,
      blocks: [
        ...Array.from({ length: 3 }, () => ({ block: 'paragraph' as const, text: paragraph.repeat(4) })),
        ...(chapter < 20 ? [figure(chapter)] : []),
        table(chapter, 20),
        ...(chapter < 5 ? [table(chapter + 100, 20)] : []),
      ],
    })),
  };
}

function table(seed: number, rows: number): Table {
  return {
    block: 'table',
    caption: `Table ${seed}`,
    columns: [{ title: 'Property' }, { title: 'Value', isNumber: true }, { title: 'Source' }],
    rows: Array.from({ length: rows }, (_, row) => [
      `Dimension ${seed}.${row}`,
      Number(((seed * 37 + row * 11) / 7).toFixed(2)),
      `data sheet ${row % 5}.pdf, page ${(row % 9) + 1}`,
    ]),
  };
}

/** Lines, a circle and texts, as drawings have them: 200 × 100 units. */
function figure(seed: number): Figure {
  const lines = Array.from({ length: 60 }, (_, index) => {
    const x = 5 + ((index * 13 + seed) % 190);
    return `<path d="M${x} 5 L${195 - x / 2} ${10 + index}"/>`;
  });
  const texts = Array.from(
    { length: 10 },
    (_, index) =>
      `<text x="${10 + index * 18}" y="95" font-size="4" text-anchor="start">${index * 10} mm</text>`,
  );
  const svg = `<svg viewBox="0 0 200 100"><g stroke="#000" stroke-width="0.3">${lines.join('')}<circle cx="100" cy="50" r="30"/></g>${texts.join('')}</svg>`;
  return { block: 'figure', caption: `Picture ${seed + 1}`, file: 'bench.svg', svg, width: 200, height: 100 };
}

/** A bill with masses and prices. */
export function largeBom(rows: number): Bom {
  return {
    hasCosts: true,
    hasSuppliers: true,
    currency: 'EUR',
    notes: [],
    rows: Array.from({ length: rows }, (_, index) => ({
      ...blankRow,
      part: `Part ${index}`,
      description: `Resistor ${index} Ω, 1 %, 0603`,
      quantity: (index % 9) + 1,
      material: 'ceramic',
      massGrams: Number((0.01 * (index % 50)).toFixed(2)),
      partNumber: `RC-${index}`,
      supplier: index % 2 === 0 ? 'Mouser' : 'Farnell',
      designators: `R${index}`,
      unitCost: Number((0.001 * (index % 700)).toFixed(3)),
      currency: 'EUR',
      origin: `parts.csv, row ${index + 2}`,
    })),
  };
}
