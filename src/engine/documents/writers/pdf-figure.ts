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
  /** As `stroke-dasharray` has them; empty for a whole line. */
  readonly dashes: string;
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
  const pens: Pen[] = [{ width: 0.25, stroke: '#000000', cap: 'round', dashes: '' }];
  let count = 0;
  let held: Pen | null = null;
  pdf.lineJoin('round');
  for (const match of svg.matchAll(tag)) {
    const [whole, end, name = '', attributes = '', isEmpty] = match;
    const pen = pens.at(-1);
    if ((count += 1) > mostElements || pen === undefined) return;
    if (end === '/') {
      if (name === 'g') pens.pop();
      continue;
    }
    const read = readerOf(attributes);
    if (name === 'g') {
      if (isEmpty !== '/') pens.push(penOf(pen, read));
    } else if (name === 'text') drawText(pdf, svg.slice(match.index + whole.length), read);
    else held = drawShape(pdf, name, { read, pen: penOf(pen, read), held });
  }
}

type Read = (key: string) => string | undefined;

function readerOf(attributes: string): Read {
  const found = new Map<string, string>();
  for (const [, key = '', value = ''] of attributes.matchAll(/([\w-]+)="([^"]*)"/g)) found.set(key, value);
  return (key) => found.get(key);
}

function penOf(pen: Pen, read: Read): Pen {
  return {
    width: Number(read('stroke-width') ?? pen.width),
    stroke: read('stroke') ?? pen.stroke,
    cap: read('stroke-linecap') === 'butt' ? 'butt' : pen.cap,
    dashes: read('stroke-dasharray') ?? pen.dashes,
  };
}

interface Drawing {
  readonly read: Read;
  readonly pen: Pen;
  /** The pen that is set already. */
  readonly held: Pen | null;
}

/** Draws one shape and returns the pen that is then set. */
function drawShape(pdf: Pdf, name: string, { read, pen, held }: Drawing): Pen | null {
  const number = (key: string): number => Number(read(key) ?? 0);
  const fill = read('fill');
  const isFilled = fill !== undefined && fill !== 'none';
  if (!isFilled) takePen(pdf, pen, held);
  if (name === 'path') pdf.path(read('d') ?? '');
  else if (name === 'circle') pdf.circle(number('cx'), number('cy'), number('r'));
  else return isFilled ? held : pen;
  if (isFilled) pdf.fill(fill);
  else pdf.stroke();
  return isFilled ? held : pen;
}

/** Sets what differs from the pen that is held. */
function takePen(pdf: Pdf, pen: Pen, held: Pen | null): void {
  if (pen.width !== held?.width) pdf.lineWidth(pen.width);
  if (pen.cap !== held?.cap) pdf.lineCap(pen.cap);
  if (pen.stroke !== held?.stroke) pdf.strokeColor(pen.stroke);
  if (pen.dashes === held?.dashes) return;
  const dashes = pen.dashes.split(/[\s,]+/).map(Number);
  // pdfkit takes a list; its types say one number.
  if (dashes.length > 1 && dashes.every((dash) => dash > 0)) pdf.dash(dashes as unknown as number, {});
  else pdf.undash();
}

function drawText(pdf: Pdf, rest: string, read: Read): void {
  const text = unescapeXml(rest.slice(0, rest.indexOf('<')));
  const number = (key: string): number => Number(read(key) ?? 0);
  const [x, y, size] = [number('x'), number('y'), number('font-size')];
  if (text === '' || !(size > 0)) return;
  pdf.font('plain').fontSize(size).fillColor('#000000');
  const anchor = read('text-anchor') ?? 'start';
  const length = number('textLength');
  const isTurned = read('transform')?.startsWith('rotate(-90') === true;
  const natural = length > 0 || anchor !== 'start' ? pdf.widthOfString(text) : 0;
  const left = { middle: 0.5, end: 1 }[anchor] ?? 0;
  const options = { lineBreak: false, baseline: 'alphabetic' } as const;
  if (!isTurned && length === 0) {
    pdf.text(text, x - left * natural, y, options);
    return;
  }
  const wanted = length || natural;
  pdf.save();
  if (isTurned) pdf.rotate(-90, { origin: [x, y] });
  pdf.translate(x - left * wanted, y).scale(natural > 0 ? wanted / natural : 1, 1);
  pdf.text(text, 0, 0, options);
  pdf.restore();
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
