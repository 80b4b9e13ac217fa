// What changes to a solid took, told in the chat and as a table.
import type { Done } from '../../cad/modify/operation.ts';
import type { ResultTable } from '../../shared/protocol/engineering-response.ts';

/** One line per change, for the chat. */
export function changeLines(done: readonly Done[]): string[] {
  return done.map(({ said, volumeChangeMm3, note }) => {
    const change = `${volumeChangeMm3 > 0 ? '+' : '−'}${digits(Math.abs(volumeChangeMm3))} mm³`;
    return `- ${said}: ${Math.abs(volumeChangeMm3) < 1e-6 ? 'same volume' : change}${note === null ? '' : `; ${note}`}`;
  });
}

export function changeTable(done: readonly Done[]): ResultTable {
  return {
    title: 'Changes',
    columns: [
      { key: 'change', title: 'Change' },
      { key: 'volume', title: 'Volume', unit: 'mm³' },
      { key: 'note', title: 'Look at' },
    ],
    rows: done.map(({ said, volumeChangeMm3, note }) => ({
      change: said,
      volume: volumeChangeMm3,
      note: note ?? '',
    })),
  };
}

/** Where the places of changes are measured from. */
export const placesFrom = 'Places are measured from the middle of the largest flat face on that side.';

function digits(value: number): string {
  return String(Number(value.toPrecision(6)));
}
