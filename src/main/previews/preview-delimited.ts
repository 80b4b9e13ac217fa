// CSV and TSV files as a table: the delimiter is found, numbers stay as they are written.
import { parse } from 'csv-parse/sync';
import type { Preview } from '../../shared/model/file.ts';
import type { PreviewSource } from './preview-file.ts';
import { readText } from './preview-text.ts';
import { cutRows, mostRows } from './table-bounds.ts';

const mostBytes = 4 * 1024 * 1024;
const delimiters = [',', ';', '\t', '|'] as const;

/** Cells stay text, so that part numbers such as `007` or `1E5` are not turned into other numbers. */
export async function previewDelimited({ file, path }: PreviewSource): Promise<Preview> {
  const read = await readText(path, mostBytes);
  if (read === null) {
    return { kind: 'none', reason: `${file.name} is damaged, or no table: it holds binary bytes.` };
  }
  const records = parseRecords(read.text, read.truncated);
  if (records === null) {
    const { text, truncated } = read;
    return { kind: 'text', text, truncated };
  }
  const { rows, truncated } = cutRows(records);
  return { kind: 'table', sheets: [{ name: file.name, rows, truncated: truncated || read.truncated }] };
}

function parseRecords(text: string, truncated: boolean): string[][] | null {
  try {
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: mostRows + 1,
    });
    return truncated && records.length <= mostRows ? records.slice(0, -1) : records;
  } catch {
    return null;
  }
}

/** The one that occurs most in the first lines outside of quotes; the comma when none does. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '');
  const count = (delimiter: string): number => head.split(delimiter).length - 1;
  return delimiters.reduce((best, one) => (count(one) > count(best) ? one : best), ',');
}
