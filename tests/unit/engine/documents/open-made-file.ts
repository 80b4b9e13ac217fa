// Text of made documents by readers that are not ours: pdf.js, exceljs, the DOCX's own XML, a stripped HTML page.
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  readonly pages: readonly string[];
  readonly outline: readonly string[];
  /** Roles of the structure tree, as a screen reader meets them: H1, H2, P, Table, … */
  readonly roles: ReadonlySet<string>;
  readonly fonts: ReadonlySet<string>;
}

/** A PDF as pdf.js reads it; white space is single spaces. */
export async function readPdf(path: string): Promise<ReadPdf> {
  const bytes = readFileSync(path);
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  try {
    const document = await task.promise;
    const pages: string[] = [];
    const roles = new Set<string>();
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      for (const [, role = ''] of JSON.stringify(await page.getStructTree()).matchAll(/"role":"(\w+)"/g))
        roles.add(role);
      pages.push(plain(items.map((item) => ('str' in item ? `${item.str} ` : '')).join('')));
    }
    const outline = (await document.getOutline()) ?? [];
    const fonts = new Set(
      [...bytes.toString('latin1').matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/g)].map(([, name = '']) => name),
    );
    return {
      pages,
      outline: outline.map(({ title }) => title),
      roles,
      fonts,
    };
  } finally {
    await task.destroy();
  }
}

/** The text of a DOCX and whether its headings are real ones. */
export function readDocx(path: string): { text: string; xml: string } {
  const xml = strFromU8(unzipSync(readFileSync(path))['word/document.xml'] ?? new Uint8Array());
  return { text: plain(unescape(xml.replaceAll(/<\/w:p>/g, ' ').replaceAll(/<[^>]+>/g, ''))), xml };
}

/** A workbook by sheets: the text of each cell as exceljs shows it, row by row. */
export async function readXlsx(path: string): Promise<ReadonlyMap<string, readonly string[][]>> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return new Map(
    workbook.worksheets.map((sheet) => {
      const rows: string[][] = [];
      sheet.eachRow((row) => {
        const cells: string[] = [];
        row.eachCell((cell) => {
          // A merged cell repeats the text of its first.
          if (cell.master === cell) cells.push(cell.formula === undefined ? cell.text : String(cell.result));
        });
        rows.push(cells);
      });
      return [sheet.name, rows];
    }),
  );
}

/** The text of an HTML page. */
export function readHtml(path: string): string {
  const body = readFileSync(path, 'utf8').replace(/<style>[\s\S]*?<\/style>/, '');
  return plain(unescape(body.replaceAll(/<[^>]+>/g, ' ')));
}

/** Markdown without its marks. */
export function readMarkdown(text: string): string {
  return plain(text.replaceAll(/(?<!\\)[|*]/g, ' ').replaceAll(/\\([\\`*<[\]|_#>+.)-])/g, '$1'));
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
