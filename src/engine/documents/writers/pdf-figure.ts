// A figure in a PDF: the SVG of our drawings as lines and texts of the page, so that it stays sharp and can be searched.
import type { Figure } from '../document.ts';
import { contentHeight, contentWidth, ink, makeRoom, page, type Pdf } from './pdf-page.ts';

const tag = /<(\/?)(g|path|circle|rect|text)\b([^>]*?)(\/?)>/g;
const captionRoom = 22;
/** A title, its facts and a heading may stand above. */
const headingRoom = 110;
const mostElements = 50_000;

/** How lines are drawn until the group ends. */
interface Pen {
  readonly width: number;
  readonly stroke: string;
  readonly cap: 'butt' | 'round';
}

/** Points of caption and figure, which stand under one heading on one page. */
export function figureHeight(pdf: Pdf, figure: Figure): number {
  return figure.height * scaleOf(pdf, figure) + captionRoom;
}

/** Points to a unit of the view box. */
function scaleOf(pdf: Pdf, { width, height }: Figure): number {
  return Math.min(contentWidth(pdf) / width, (contentHeight(pdf) - captionRoom - headingRoom) / height);
}

/** Draws the figure as wide as the page allows, tagged as a figure with its caption as the words for it. */
export function drawFigure(pdf: Pdf, root: PDFKit.PDFStructureElement, figure: Figure): void {
  const { caption, height, svg } = figure;
  makeRoom(pdf, figureHeight(pdf, figure));
  const [top, scale] = [pdf.y, scaleOf(pdf, figure)];
  root.add(
    pdf.struct('Figure', { alt: caption }, () => {
      pdf.save();
      pdf.translate(page.margin, top).scale(scale);
      drawElements(pdf, svg);
      pdf.restore();
    }),
  );
  pdf.x = page.margin;
  pdf.y = top + height * scale + 4;
  root.add(
    pdf.struct('Caption', {}, () => void pdf.font('plain').fontSize(8.5).fillColor(ink.soft).text(caption)),
  );
}

/** The elements our drawings are made of; others are passed over. */
function drawElements(pdf: Pdf, svg: string): void {
  const pens: Pen[] = [{ width: 0.25, stroke: '#000000', cap: 'round' }];
  let count = 0;
  for (const match of svg.matchAll(tag)) {
    const [whole, end, name, attributes = '', isEmpty] = match;
    if ((count += 1) > mostElements) return;
    const read = (key: string): string | undefined =>
      new RegExp(`\\b${key}="([^"]*)"`).exec(` ${attributes}`)?.[1];
    const pen = pens.at(-1);
    if (pen === undefined) return;
    if (name === 'g') {
      if (end === '/') pens.pop();
      else if (isEmpty !== '/') pens.push(penOf(pen, read));
    } else if (end !== '/' && name === 'text') drawText(pdf, svg.slice(match.index + whole.length), read);
    else if (end !== '/') drawShape(pdf, name ?? '', { read, pen });
  }
}

type Read = (key: string) => string | undefined;

function penOf(pen: Pen, read: Read): Pen {
  return {
    width: Number(read('stroke-width') ?? pen.width),
    stroke: read('stroke') ?? pen.stroke,
    cap: read('stroke-linecap') === 'butt' ? 'butt' : pen.cap,
  };
}

function drawShape(pdf: Pdf, name: string, { read, pen }: { read: Read; pen: Pen }): void {
  const number = (key: string): number => Number(read(key) ?? 0);
  if (name === 'path') pdf.path(read('d') ?? '');
  else if (name === 'circle') pdf.circle(number('cx'), number('cy'), number('r'));
  else return;
  const fill = read('fill');
  if (fill !== undefined && fill !== 'none') {
    pdf.fill(fill);
    return;
  }
  const { width, stroke, cap } = { ...pen, ...penOf(pen, read) };
  const dashes = (read('stroke-dasharray') ?? '').split(/[\s,]+/).map(Number);
  pdf.lineWidth(width).lineCap(cap).lineJoin('round').strokeColor(stroke);
  // pdfkit takes a list; its types say one number.
  if (dashes.length > 1 && dashes.every((dash) => dash > 0)) pdf.dash(dashes as unknown as number, {});
  else pdf.undash();
  pdf.stroke();
}

function drawText(pdf: Pdf, rest: string, read: Read): void {
  const text = unescapeXml(rest.slice(0, rest.indexOf('<')));
  const number = (key: string): number => Number(read(key) ?? 0);
  const [x, y, size] = [number('x'), number('y'), number('font-size')];
  if (text === '' || !(size > 0)) return;
  pdf.font('plain').fontSize(size).fillColor('#000000');
  const natural = pdf.widthOfString(text);
  const wanted = number('textLength') || natural;
  const left = { start: 0, middle: wanted / 2, end: wanted }[read('text-anchor') ?? 'start'] ?? 0;
  pdf.save();
  if (read('transform')?.startsWith('rotate(-90') === true) pdf.rotate(-90, { origin: [x, y] });
  pdf.translate(x - left, y).scale(natural > 0 ? wanted / natural : 1, 1);
  pdf.text(text, 0, 0, { lineBreak: false, baseline: 'alphabetic' });
  pdf.restore();
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
