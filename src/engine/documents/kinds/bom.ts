// The bill of materials: parts that were engineered, fasteners their holes ask for, tables that are attached, lines people wrote.
import type { Bom, BomRow, Section } from '../document.ts';
import type { KnownPart, RoomFacts } from '../room-facts.ts';
import { readBomFiles } from '../read-bom-file.ts';
import type { KindRequest } from './kind.ts';

const blank = {
  unit: 'pcs',
  material: '',
  massGrams: null,
  partNumber: '',
  supplier: '',
  unitCost: null,
  isAssumed: false,
} as const;

/** Collects the rows; equal ones are one line with their quantities added. */
export async function buildBom(facts: RoomFacts, request: KindRequest): Promise<Bom> {
  const fromFiles = await readBomFiles(facts.files);
  const written = [
    ...facts.chat.map(({ text, sender, at }) => ({ text, origin: `${sender}, ${at.slice(0, 10)}` })),
    { text: request.message, origin: 'this request' },
  ];
  const rows = [
    ...facts.parts.flatMap(partRows),
    ...fromFiles,
    ...written.flatMap(({ text, origin }) => writtenRows(text, origin)),
  ];
  return {
    rows: merge(rows),
    hasCosts: request.includeCosts,
    hasSuppliers: request.includeSuppliers,
    currency: 'EUR',
  };
}

function partRows(part: KnownPart): BomRow[] {
  const { data, origin } = part;
  const { measured } = data;
  if (measured === undefined) return [];
  const { x, y, z } = measured.bounding_box_mm;
  const title = data.title ?? 'Part';
  const row: BomRow = {
    ...blank,
    part: title,
    description: `${[x, y, z].map((mm) => Number(mm.toFixed(2))).join(' × ')} mm, made to drawing`,
    quantity: 1,
    material: measured.material?.name ?? '',
    massGrams: measured.mass_g === undefined ? null : Number(measured.mass_g.toPrecision(3)),
    origin,
  };
  return [row, ...fastenerRows(part)];
}

/** Clearance holes say which screw goes through them (ISO 273 medium); its length is not known. */
const screwOf: readonly (readonly [number, string])[] = [
  [2.4, 'M2'],
  [2.9, 'M2.5'],
  [3.4, 'M3'],
  [4.5, 'M4'],
  [5.5, 'M5'],
  [6.6, 'M6'],
  [9, 'M8'],
  [11, 'M10'],
  [13.5, 'M12'],
];

function fastenerRows({ data, origin }: KnownPart): BomRow[] {
  const value = (name: string): number =>
    Number(data.parameters?.find((parameter) => parameter.name === name)?.value ?? 0);
  const [holes, diameter] = [value('hole_count'), value('hole_diameter')];
  const screw = screwOf.find(([hole]) => Math.abs(hole - diameter) < 0.05)?.[1];
  if (holes === 0 || screw === undefined) return [];
  return [
    {
      ...blank,
      part: `Screw ${screw}`,
      description: `for the ${holes} Ø${diameter} mm holes of the ${(data.title ?? 'part').toLowerCase()}; length to be chosen`,
      quantity: holes,
      origin: `assumed from ${origin}, ISO 273 medium`,
      isAssumed: true,
    },
  ];
}

const writtenLine =
  /(?:^|[\s,;:(])(\d{1,4})\s*(?:x|×|pcs\.?|pieces|off)\s+(?:of\s+)?((?:M\d+(?:[.,]\d+)?\s*(?:[x×]\s*\d+)?\s+)?[A-Za-z][\w /×.-]{2,50}?)(?=[,.;:)\n]|\s+(?:and|for|from|at|per)\b|$)/gi;

/** `4x M4x12 screws`, `2 pcs NTC sensor`. */
export function writtenRows(text: string, origin: string): BomRow[] {
  return [...text.matchAll(writtenLine)].map(([, count = '0', what = '']) => ({
    ...blank,
    part: what.trim().charAt(0).toUpperCase() + what.trim().slice(1),
    description: '',
    quantity: Number(count),
    origin,
  }));
}

function merge(rows: readonly BomRow[]): BomRow[] {
  const merged = new Map<string, BomRow>();
  for (const row of rows) {
    const key = [row.part, row.description, row.material, row.partNumber].join('|').toLowerCase();
    const known = merged.get(key);
    merged.set(
      key,
      known === undefined
        ? row
        : {
            ...known,
            quantity: known.quantity + row.quantity,
            origin: known.origin === row.origin ? row.origin : `${known.origin}; ${row.origin}`,
          },
    );
  }
  return [...merged.values()];
}

/** The bill as sections of a document: the table, then what it lacks. */
export function bomSections(bom: Bom): Section[] {
  const { rows, hasCosts, hasSuppliers, currency } = bom;
  if (rows.length === 0) {
    const text =
      'Parts: this room has no engineered part, no parts list and no line such as “4x M4x12 screws”.';
    return [{ title: 'Bill of materials', blocks: [{ block: 'gap', text }] }];
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
  ];
  return [
    {
      title: 'Bill of materials',
      blocks: [
        {
          block: 'table',
          caption: 'Bill of materials',
          columns: [
            { title: 'No.', isNumber: true },
            { title: 'Part' },
            { title: 'Description' },
            { title: 'Qty', isNumber: true },
            { title: 'Material' },
            { title: 'Mass, g', isNumber: true },
            ...(hasCosts ? [{ title: `Unit cost, ${currency}`, isNumber: true }] : []),
            ...(hasSuppliers ? [{ title: 'Supplier' }] : []),
            { title: 'Source' },
          ],
          rows: rows.map((row, index) => [
            index + 1,
            row.part,
            row.description,
            row.quantity,
            row.material,
            row.massGrams,
            ...(hasCosts ? [row.unitCost] : []),
            ...(hasSuppliers ? [row.supplier] : []),
            row.origin,
          ]),
        },
      ],
    },
    ...(gaps.length === 0
      ? []
      : [{ title: 'To be completed', blocks: gaps.map((text) => ({ block: 'gap' as const, text })) }]),
  ];
}
