// The page of a PDF: its sizes, its colours, and when a new one begins.

/** Points; a point is 1/72 inch. */
export const page = { margin: 56, width: 595.28, height: 841.89, bottom: 64 } as const;
export const ink = { text: '#1c2129', soft: '#596273', line: '#d9dee5', gap: '#8a5a10' } as const;
export type Pdf = PDFKit.PDFDocument;

/** Begins a new page when less than `height` points are left. */
export function makeRoom(pdf: Pdf, height: number): boolean {
  if (pdf.y + height <= page.height - page.bottom) return false;
  pdf.addPage();
  return true;
}
