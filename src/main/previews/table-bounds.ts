// How much of a table a preview shows.
import type { Preview } from '../../shared/model/file.ts';

export type Cell = string | number | null;
export type Sheet = Extract<Preview, { kind: 'table' }>['sheets'][number];

export const mostRows = 2000;
export const mostColumns = 120;
export const mostSheets = 20;
const longestCell = 2000;

/** The part that is shown, and whether there is more. */
export function cutRows(rows: readonly (readonly Cell[])[]): { rows: Cell[][]; truncated: boolean } {
  const truncated = rows.length > mostRows || rows.some((row) => row.length > mostColumns);
  return { rows: rows.slice(0, mostRows).map((row) => row.slice(0, mostColumns).map(cutCell)), truncated };
}

function cutCell(cell: Cell): Cell {
  return typeof cell === 'string' && cell.length > longestCell ? `${cell.slice(0, longestCell)}…` : cell;
}
