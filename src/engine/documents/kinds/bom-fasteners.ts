// Screws that a part's clearance holes ask for, as an assumption, unless somebody has listed them.
import { findClearanceHole } from '../../../cad/understand/screw-sizes.ts';
import { type BomRow, blankRow } from '../document.ts';
import type { KnownPart } from '../part-results.ts';

const threads = ['M2', 'M2.5', 'M3', 'M3.5', 'M4', 'M5', 'M6', 'M8', 'M10', 'M12', 'M16', 'M20'];

/** The thread a clearance hole is made for, and the fit (ISO 273); medium fits are tried first. Diameter in mm. */
function threadFor(diameter: number): string | null {
  for (const fit of ['medium', 'fine', 'coarse'])
    for (const thread of threads) {
      const hole = findClearanceHole(`${thread} ${fit}`);
      if (hole !== null && Math.abs(hole.diameterMm - diameter) < 0.05) return `${thread}, ${fit}`;
    }
  return null;
}

/** Assumed screws of the parts; `listed` are the rows that are known already. */
export function fastenerRows(
  parts: readonly KnownPart[],
  listed: readonly BomRow[],
): { rows: BomRow[]; notes: string[] } {
  const rows: BomRow[] = [];
  const notes: string[] = [];
  for (const { data, origin } of parts) {
    const value = (name: string): number =>
      Number(data.parameters?.find((parameter) => parameter.name === name)?.value ?? 0);
    const [holes, diameter] = [value('hole_count'), value('hole_diameter')];
    const [thread = '', fit = ''] = threadFor(diameter)?.split(', ') ?? [];
    if (!(holes > 0) || thread === '') continue;
    const part = (data.title ?? 'part').toLowerCase();
    const known = listed.filter((row) => isScrew(row, thread));
    const count = known.reduce((sum, { quantity }) => sum + quantity, 0);
    if (known.length > 0 && count < holes)
      notes.push(`${thread} screws: ${count} are listed, the ${part} has ${holes} holes for them.`);
    if (known.length > 0) continue;
    rows.push({
      ...blankRow,
      part: `Screw ${thread}`,
      description: `for the ${holes} ⌀${diameter} mm holes of the ${part}; length to be chosen`,
      quantity: holes,
      origin: `assumed from ${origin}: clearance hole by ISO 273, ${fit}`,
      isAssumed: true,
    });
  }
  return { rows, notes };
}

function isScrew({ part, description }: BomRow, thread: string): boolean {
  const text = `${part} ${description}`;
  return (
    new RegExp(`\\b${thread.replace('.', '[.,]')}(?![\\d.,]*\\d)(?=\\b|x)`, 'i').test(text) &&
    /screw|bolt|schraube/i.test(text)
  );
}
