// The page of a PDF: its sizes, its colours, and when a new one begins.

/** Points; a point is 1/72 inch. */
export const page = { margin: 56, bottom: 64 } as const;
export const ink = { text: '#1c2129', soft: '#596273', line: '#d9dee5', gap: '#8a5a10' } as const;
export type Pdf = PDFKit.PDFDocument;

/** Begins a new page when less than `height` points are left. */
export function makeRoom(pdf: Pdf, height: number): boolean {
  if (pdf.y + height <= pdf.page.height - page.bottom) return false;
  pdf.addPage();
  return true;
}

/** Points between the margins. */
export function contentWidth(pdf: Pdf): number {
  return pdf.page.width - 2 * page.margin;
}

/** The tallest thing that fits on one page, in points. */
export function contentHeight(pdf: Pdf): number {
  return pdf.page.height - page.margin - page.bottom;
}
