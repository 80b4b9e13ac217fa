// Rows of several sources as one bill: equal parts are one line, and what had to be decided is told.
import type { BomRow } from '../document.ts';

export interface MergedBom {
  readonly rows: readonly BomRow[];
  readonly notes: readonly string[];
}

/**
 * Adds the quantities of equal rows of results and lists. What people wrote counts where no list names the part; of several
 * statements the newest (the last) does.
 */
export function mergeRows(listed: readonly BomRow[], written: readonly BomRow[]): MergedBom {
  const merged = new Map<string, BomRow>();
  const notes: string[] = [];
  for (const row of listed) {
    const key = keyOf(row);
    const known = merged.get(key);
    merged.set(key, known === undefined ? row : add(known, row));
    if (known !== undefined && fileOf(known) !== fileOf(row))
      notes.push(`${row.part}: named by ${known.origin} and ${row.origin}; the quantities were added.`);
  }
  const listedNames = new Map([...merged.values()].map((row) => [nameOf(row.part), row]));
  const said = new Map<string, BomRow>();
  for (const row of written) {
    const name = nameOf(row.part);
    const other = listedNames.get(name) ?? said.get(name);
    if (other !== undefined && other.quantity !== row.quantity)
      notes.push(
        `${row.part}: ${other.quantity} by ${other.origin}, ${row.quantity} by ${row.origin}; ${listedNames.has(name) ? 'the list' : 'the newer statement'} was followed.`,
      );
    if (!listedNames.has(name)) said.set(name, row);
  }
  return { rows: [...merged.values(), ...said.values()], notes };
}

function add(known: BomRow, row: BomRow): BomRow {
  return {
    ...known,
    quantity: known.quantity + row.quantity,
    supplier: known.supplier || row.supplier,
    designators: [known.designators, row.designators].filter((text) => text !== '').join(', '),
    origin: `${known.origin}; ${row.origin}`,
  };
}

/** Rows differ when anything differs that is ordered by; prices too, so that none is lost. */
function keyOf({ part, description, material, partNumber, unit, unitCost, currency }: BomRow): string {
  return [nameOf(part), description, material, partNumber, unit, unitCost, currency].join('|').toLowerCase();
}

/** `M4×12 screws` and `m4x12 screw` are the same part. */
function nameOf(part: string): string {
  return part.toLowerCase().replaceAll('×', 'x').replaceAll(/\s+/g, ' ').trim().replace(/s$/, '');
}

function fileOf({ origin }: BomRow): string {
  return (
    origin
      .replace(/, row \d+$/, '')
      .split('; ')
      .at(-1) ?? origin
  );
}
