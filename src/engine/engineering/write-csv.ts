// A table as CSV by RFC 4180, with a head of titles and units.
import type { ResultTable } from '../../shared/protocol/engineering-response.ts';

/** UTF-8 text; cells that a spreadsheet would run as a formula are quoted as text. */
export function tableCsv({ columns, rows }: Pick<ResultTable, 'columns' | 'rows'>): string {
  const head = columns.map(({ title, unit }) => (unit === undefined ? title : `${title} (${unit})`));
  const lines = [head, ...rows.map((row) => columns.map(({ key }) => row[key] ?? ''))];
  return `${lines.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+@\t\r-]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
