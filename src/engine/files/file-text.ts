// The text of a file, page by page where it has pages: PDF, plain text, Markdown, CSV.
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';

export interface TextPage {
  readonly page: number | null;
  readonly text: string;
}

export interface ReadableFile {
  readonly name: string;
  readonly path: string;
  readonly sizeBytes: number;
}

const plainExtensions = new Set(['.txt', '.md', '.csv', '.tsv', '.log', '.json', '.xml', '.yaml', '.yml']);
const largestBytes = 64 * 1024 * 1024;
const mostPages = 400;
const columnGap = 9;

/** Reads the text of a file; null when it has none that can be read here. Never throws for damaged files. */
export async function readFileText(file: ReadableFile): Promise<readonly TextPage[] | null> {
  if (file.sizeBytes > largestBytes) return null;
  const extension = extname(file.name).toLowerCase();
  try {
    if (extension === '.pdf') return await readPdf(file.path);
    if (!plainExtensions.has(extension)) return null;
    const text = await readFile(file.path, 'utf8');
    return text.includes('\u0000') ? null : [{ page: null, text: text.replace(/^\uFEFF/, '') }];
  } catch {
    return null;
  }
}

async function readPdf(path: string): Promise<TextPage[]> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const data = new Uint8Array(await readFile(path));
  const task = getDocument({ data, verbosity: VerbosityLevel.ERRORS, useSystemFonts: false });
  try {
    const document = await task.promise;
    const pages: TextPage[] = [];
    for (let number = 1; number <= Math.min(document.numPages, mostPages); number += 1) {
      const page = await document.getPage(number);
      const content = await page.getTextContent();
      const text = content.items.map((item) => ('str' in item ? textOf(item) : '')).join('');
      pages.push({ page: number, text });
      page.cleanup();
    }
    return pages;
  } finally {
    await task.destroy();
  }
}

/** A wide gap between words is a column's: it stays visible as three spaces. Widths are points. */
function textOf({ str, width, hasEOL }: { str: string; width: number; hasEOL: boolean }): string {
  const shown = str.trim() === '' && width > columnGap ? '   ' : str;
  return hasEOL ? `${shown}\n` : shown;
}
