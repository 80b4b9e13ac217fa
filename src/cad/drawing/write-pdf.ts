// A drawing as PDF: one page of the sheet's size, vectors and real text, DejaVu Sans Condensed embedded.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { dashesOf } from './dashes.ts';
import {
  type ArcItem,
  type Drawing,
  type Item,
  layers,
  type LineItem,
  type TextItem,
} from './drawing-model.ts';
import { onCircle } from './bounds.ts';
import { fontSizeOf, textWidth } from './text-width.ts';

const packages = createRequire(import.meta.url);
const font = join(dirname(packages.resolve('dejavu-fonts-ttf/package.json')), 'ttf/DejaVuSansCondensed.ttf');
/** Points per millimetre: a point is 1/72 inch. */
const points = 72 / 25.4;
type Pdf = PDFKit.PDFDocument;

/** Writes the drawing; `createdAt` (ISO 8601) makes the bytes the same for the same content. */
export function writePdf(drawing: Drawing, createdAt: string): Promise<Buffer> {
  const { widthMm, heightMm, title } = drawing;
  const pdf = new PDFDocument({
    size: [widthMm * points, heightMm * points],
    margin: 0,
    tagged: true,
    displayTitle: true,
    lang: 'en',
    pdfVersion: '1.7',
    info: {
      Title: title,
      Producer: 'ProductFlo Workstation',
      CreationDate: new Date(createdAt),
      ModDate: new Date(createdAt),
    },
  });
  pdf.font(font);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  root.add(pdf.struct('Figure', { alt: `Technical drawing: ${title}` }, () => drawItems(pdf, drawing)));
  root.end();
  pdf.end();
  return buffer(pdf);
}

/** Millimetres from the lower left corner. */
function drawItems(pdf: Pdf, drawing: Drawing): void {
  pdf.save().transform(points, 0, 0, -points, 0, drawing.heightMm * points);
  pdf.lineJoin('round').strokeColor('#000').fillColor('#000');
  // Wide lines last, so that they cover the narrow ones they meet.
  for (const isWide of [false, true])
    for (const item of drawing.items) if (layers[item.layer].isWide === isWide) drawItem(pdf, item, drawing);
  pdf.restore();
}

function drawItem(pdf: Pdf, item: Item, drawing: Drawing): void {
  if (item.shape === 'text') drawText(pdf, item);
  else if (item.shape === 'area') pdf.polygon(...item.points.map(([x, y]) => [x, y])).fill();
  else drawLine(pdf, item, drawing);
}

function drawLine(pdf: Pdf, item: ArcItem | LineItem, drawing: Drawing): void {
  const { wideMm, narrowMm } = drawing.lineGroup;
  const [dash, ...gaps] = dashesOf(item, drawing);
  pdf.lineWidth(layers[item.layer].isWide ? wideMm : narrowMm);
  if (dash === undefined) pdf.undash().lineCap('round');
  else pdf.lineCap('butt').dash([dash, ...gaps] as unknown as number, {});
  if (item.shape === 'line')
    item.points.forEach(([x, y], index) => (index === 0 ? pdf.moveTo(x, y) : pdf.lineTo(x, y)));
  else tracePath(pdf, item);
  pdf.stroke();
}

/** Cubic curves of at most 45°, which differ from the circle by less than 0.0005 % of its radius. */
function tracePath(pdf: Pdf, { center, radius, from, to }: ArcItem): void {
  const count = Math.max(1, Math.ceil((to - from) / 45));
  const step = (to - from) / count;
  const handle = (4 / 3) * Math.tan((step * Math.PI) / 720) * radius;
  pdf.moveTo(...onCircle(center, radius, from));
  for (let index = 0; index < count; index += 1) {
    const [start, end] = [from + index * step, from + (index + 1) * step];
    const [x, y] = onCircle(center, radius, start);
    const [u, v] = onCircle(center, radius, end);
    const [dx, dy] = onCircle([0, 0], handle, start + 90);
    const [ex, ey] = onCircle([0, 0], handle, end + 90);
    pdf.bezierCurveTo(x + dx, y + dy, u - ex, v - ey, u, v);
  }
}

function drawText(pdf: Pdf, { at: [x, y], text, height, align, isTurned }: TextItem): void {
  const back = { left: 0, middle: 0.5, right: 1 }[align] * textWidth(text, height);
  pdf.save();
  // The page is turned upside down for y up; texts stand upright again.
  pdf.transform(1, 0, 0, -1, x, y);
  if (isTurned) pdf.rotate(-90);
  pdf.fontSize(fontSizeOf(height)).text(text, -back, 0, { lineBreak: false, baseline: 'alphabetic' });
  pdf.restore();
}
