// Tables that stand in a message as rows: written as CSV (RFC 4180), so that they open like any other table.

import type { Place } from './place.ts';

const tableKeys = /(?:^|_)(?:bom|bill_of_materials|parts_list|table|spreadsheet|line_items|rows)$/;
const mostRows = 100_000;
type Cell = string | number | boolean | null;

/** Keys that hold the rows of what the key above names. */
export const isRowKey = (key: string): boolean =>
  /^(?:items|rows|lines|entries|parts|components|data)$/.test(key);

/** The CSV of rows where a key names a table, or of `{columns, rows}` anywhere; null when it is no table. */
export function readTable({ key, parent }: Pick<Place, 'key' | 'parent'>, value: unknown): string | null {
  if (Array.isArray(value)) {
    const isTable = tableKeys.test(key) || (isRowKey(key) && tableKeys.test(parent));
    return isTable ? fromRecords(value) : null;
  }
  if (!isRecord(value)) return null;
  const { columns, headers, rows } = value;
  const head = isCells(columns) ? columns : isCells(headers) ? headers : null;
  if (head === null || !Array.isArray(rows) || rows.length === 0 || rows.length > mostRows) return null;
  const lines = rows.map((row) => (isRecord(row) ? head.map((name) => toCell(row[String(name)])) : row));
  return lines.every(isCells) ? toCsv([head, ...lines]) : null;
}

function fromRecords(rows: readonly unknown[]): string | null {
  if (rows.length === 0 || rows.length > mostRows) return null;
  const records = rows.filter(isRecord);
  if (records.length !== rows.length) return null;
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const lines = records.map((record) => columns.map((column) => toCell(record[column])));
  return columns.length >= 2 ? toCsv([columns, ...lines]) : null;
}

/** What does not fit a cell is written as JSON, so that nothing of a row is lost. */
function toCell(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCells(value: unknown): value is Cell[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((cell) => cell === null || typeof cell !== 'object')
  );
}

function toCsv(lines: readonly (readonly Cell[])[]): string {
  return lines.map((line) => `${line.map(toField).join(',')}\r\n`).join('');
}

function toField(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
