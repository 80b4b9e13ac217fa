// Tables that stand in a message as rows: written as CSV (RFC 4180), so that they open like any other table.

const tableKeys = /(?:^|_)(?:bom|bill_of_materials|parts_list|table|spreadsheet|line_items|rows)$/;
const mostRows = 100_000;
type Cell = string | number | boolean | null;

/** The CSV of rows under a key that names a table, or of `{columns, rows}` under any key; null when it is no table. */
export function readTable(key: string, value: unknown): string | null {
  if (Array.isArray(value)) return tableKeys.test(key) ? fromRecords(value) : null;
  if (!isRecord(value)) return null;
  const { columns, headers, rows } = value;
  const head = isCells(columns) ? columns : isCells(headers) ? headers : null;
  if (head === null || !Array.isArray(rows) || rows.length === 0 || rows.length > mostRows) return null;
  const lines = rows.map((row) => (isRecord(row) ? head.map((name) => row[String(name)] ?? null) : row));
  return lines.every(isCells) ? toCsv([head, ...lines]) : null;
}

function fromRecords(rows: readonly unknown[]): string | null {
  if (rows.length === 0 || rows.length > mostRows) return null;
  const records = rows.filter(isRecord);
  if (records.length !== rows.length) return null;
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const lines = records.map((record) => columns.map((column) => record[column] ?? null));
  return columns.length >= 2 && lines.every(isCells) ? toCsv([columns, ...lines]) : null;
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
