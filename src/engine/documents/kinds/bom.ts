// The bill of materials: parts that were engineered, screws their holes ask for, tables that are attached, lines people wrote.
import { type Bom, type BomRow, blankRow } from '../document.ts';
import { readBomFiles } from '../read-bom-file.ts';
import { type KnownPart, sizeOf } from '../part-results.ts';
import type { RoomFacts } from '../room-facts.ts';
import { fastenerRows } from './bom-fasteners.ts';
import { mergeRows } from './bom-merge.ts';
import { inOneCurrency } from './bom-money.ts';
import { writtenRows } from './bom-written.ts';
import type { KindRequest } from './kind.ts';

/** Collects the rows of all sources into one bill. */
export async function buildBom(facts: RoomFacts, request: KindRequest): Promise<Bom> {
  const lists = await readBomFiles(facts.files);
  const written = [
    ...facts.chat.map(({ text, sender, at }) => ({ text, origin: `${sender}, ${at.slice(0, 10)}` })),
    { text: request.message, origin: 'this request' },
  ].flatMap(({ text, origin }) => writtenRows(text, origin));
  const screws = fastenerRows(facts.parts, [...lists.rows, ...written]);
  const merged = mergeRows([...facts.parts.flatMap(partRow), ...screws.rows, ...lists.rows], written);
  const { rows, currency, notes } = inOneCurrency(merged.rows);
  return {
    rows,
    hasCosts: request.includeCosts,
    hasSuppliers: request.includeSuppliers,
    currency,
    notes: [
      ...merged.notes,
      ...screws.notes,
      ...lists.notes,
      ...(request.includeCosts ? notes : []),
      ...facts.replaced,
    ],
  };
}

function partRow({ data, origin }: KnownPart): BomRow[] {
  const { measured } = data;
  if (measured === undefined) return [];
  return [
    {
      ...blankRow,
      part: data.title ?? 'Part',
      description: `${sizeOf(measured)}, made to drawing`,
      quantity: 1,
      material: measured.material?.name ?? '',
      massGrams: measured.mass_g === undefined ? null : Number(measured.mass_g.toPrecision(3)),
      origin,
    },
  ];
}
