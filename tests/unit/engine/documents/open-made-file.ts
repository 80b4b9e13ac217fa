// Text of made documents by readers that are not ours: pdf.js, the DOCX's own XML, a stripped HTML page.
import { readFileSync } from 'node:fs';
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
