// A drawing as SVG 1.1, in millimetres; texts are texts, of a width that holds whatever font shows them.
import { onCircle } from './bounds.ts';
import { dashesOf } from './dashes.ts';
import {
  type ArcItem,
  type LineItem,
  type Drawing,
  type Item,
  layers,
  sheetLayers,
  type LayerName,
  type Point,
  type TextItem,
} from './drawing-model.ts';
import { fontSizeOf, textWidth } from './text-width.ts';

/** Writes the drawing; one group per layer, wide lines last. */
export function writeSvg(drawing: Drawing): string {
  const { widthMm, heightMm, title, items } = drawing;
  const groups = (drawing.layerNames ?? sheetLayers)
    .toSorted((a, b) => Number(layers[a].isWide) - Number(layers[b].isWide))
    .map((layer) =>
      group(
        drawing,
        layer,
        items.filter((item) => item.layer === layer),
      ),
    );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthMm}mm" height="${heightMm}mm" viewBox="0 0 ${widthMm} ${heightMm}">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${widthMm}" height="${heightMm}" fill="#fff"/>`,
    `<g fill="none" stroke="#000" stroke-linecap="round" stroke-linejoin="round" font-family="DejaVu Sans Condensed, DejaVu Sans, Arial, sans-serif">`,
    ...groups,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function group({ lineGroup, heightMm }: Drawing, layer: LayerName, items: readonly Item[]): string {
  const { isWide, dashes } = layers[layer];
  const width = isWide ? lineGroup.wideMm : lineGroup.narrowMm;
  const ends = dashes.length === 0 ? '' : ' stroke-linecap="butt"';
  const drawn = items.map((item) => element(item, { lineGroup, heightMm }));
  return [`<g id="${layer}" stroke-width="${width}"${ends}>`, ...drawn, '</g>'].join('\n');
}

type Sheet = Pick<Drawing, 'lineGroup' | 'heightMm'>;

function element(item: Item, sheet: Sheet): string {
  const sheetHeight = sheet.heightMm;
  const flip = ([x, y]: Point): string => `${digits(x)} ${digits(sheetHeight - y)}`;
  switch (item.shape) {
    case 'line':
      return `<path d="M${item.points.map(flip).join(' L')}"${dashed(item, sheet)}/>`;
    case 'area':
      return `<path d="M${item.points.map(flip).join(' L')} Z" fill="#000" stroke="none"/>`;
    case 'arc': {
      const { center, radius, from, to } = item;
      if (to - from > 359.999)
        return `<circle cx="${digits(center[0])}" cy="${digits(sheetHeight - center[1])}" r="${digits(radius)}"${dashed(item, sheet)}/>`;
      const [start, end] = [onCircle(center, radius, from), onCircle(center, radius, to)];
      return `<path d="M${flip(start)} A${digits(radius)} ${digits(radius)} 0 ${to - from > 180 ? 1 : 0} 0 ${flip(end)}"${dashed(item, sheet)}/>`;
    }
    case 'text':
      return textElement(item, sheetHeight);
  }
}

function dashed(item: ArcItem | LineItem, sheet: Sheet): string {
  const dashes = dashesOf(item, sheet).map(digits);
  return dashes.length === 0 ? '' : ` stroke-dasharray="${dashes.join(' ')}"`;
}

function textElement({ at: [x, y], text, height, align, isTurned }: TextItem, sheetHeight: number): string {
  const anchor = { left: 'start', middle: 'middle', right: 'end' }[align];
  const [left, base] = [digits(x), digits(sheetHeight - y)];
  const turn = isTurned ? ` transform="rotate(-90 ${left} ${base})"` : '';
  const width = digits(textWidth(text, height));
  return `<text x="${left}" y="${base}"${turn} font-size="${digits(fontSizeOf(height))}" text-anchor="${anchor}" textLength="${width}" lengthAdjust="spacingAndGlyphs" fill="#000" stroke="none">${escapeXml(text)}</text>`;
}

/** To a tenth of a micrometre of paper. */
function digits(value: number): number {
  return Number(value.toFixed(4)) + 0;
}

function escapeXml(words: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return words.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign).replaceAll(/\p{Cc}/gu, ' ');
}
