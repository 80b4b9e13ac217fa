// The sheet: widths of words against the font itself, scales and sheets against the standards' tables, dashes that close.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';
import { dashesOf } from '../../../../src/cad/drawing/dashes.ts';
import { line } from '../../../../src/cad/drawing/drawing-model.ts';
import { findScale, scales } from '../../../../src/cad/drawing/scales.ts';
import { frameOf, sheets } from '../../../../src/cad/drawing/sheets.ts';
import { fitText, fontSizeOf, textWidth } from '../../../../src/cad/drawing/text-width.ts';

test('words are as wide as the font says', () => {
  const packages = createRequire(import.meta.url);
  const fonts = join(dirname(packages.resolve('dejavu-fonts-ttf/package.json')), 'ttf');
  const pdf = new PDFDocument().font(join(fonts, 'DejaVuSansCondensed.ttf')).fontSize(fontSizeOf(3.5));
  for (const words of [
    '4× Ø4.5, cbore Ø8 × 4 deep',
    'ISO 2768-mK',
    'Ww.:;!|{}~ 0123456789 ±0.1°',
    'Wall-mount',
  ]) {
    // Sign by sign: without kerning, which the table leaves out.
    const width = [...words].reduce((sum, sign) => sum + pdf.widthOfString(sign), 0);
    expect(Math.abs(textWidth(words, 3.5) - width)).toBeLessThan(0.05);
  }
});

test('words that are too wide get smaller, then shorter', () => {
  expect(fitText('ABS', 30, [3.5, 2.5])).toEqual({ words: 'ABS', height: 3.5 });
  expect(fitText('Stainless steel 1.4301', 34, [3.5, 2.5]).height).toBe(2.5);
  const cut = fitText('A name that nobody would give to a part', 30, [3.5, 2.5]);
  expect(cut.words).toMatch(/^A name.*…$/);
  expect(textWidth(cut.words, cut.height)).toBeLessThanOrEqual(30);
});

test('[P-DRAW-2] scales are those of ISO 5455, sheets those of ISO 5457 with a frame of 180 mm on A4', () => {
  expect(scales.map(({ name }) => name)).toEqual(
    '50:1 20:1 10:1 5:1 2:1 1:1 1:2 1:5 1:10 1:20 1:50 1:100 1:200 1:500 1:1000 1:2000 1:5000 1:10000'.split(
      ' ',
    ),
  );
  expect(findScale('1 : 5')?.factor).toBe(0.2);
  expect(findScale('1:3')).toBeNull();
  expect(sheets.map(({ name, widthMm, heightMm }) => [name, widthMm, heightMm])).toEqual([
    ['A4', 210, 297],
    ['A3', 420, 297],
    ['A2', 594, 420],
    ['A1', 841, 594],
  ]);
  const [a4] = sheets;
  if (a4 === undefined) throw new Error('no sheet');
  const { left, right, bottom, top } = frameOf(a4);
  expect([right - left, top - bottom]).toEqual([180, 277]);
});

test('dashed lines begin and end with a dash, and centre lines have one in their middle', () => {
  const lineGroup = { wideMm: 0.5, narrowMm: 0.25 };
  for (const length of [3, 10, 47.3]) {
    const [dash = 0, gap = 0] = dashesOf(line('HIDDEN', [0, 0], [length, 0]), { lineGroup });
    const periods = (length - dash) / (dash + gap);
    expect(periods).toBeCloseTo(Math.round(periods), 9);
    const pattern = dashesOf(line('CENTER', [0, 0], [0, length]), { lineGroup });
    const period = pattern.reduce((sum, part) => sum + part, 0);
    const half = (length - (pattern[0] ?? 0)) / period / 2;
    expect(half).toBeCloseTo(Math.round(half), 9);
  }
  expect(dashesOf(line('VISIBLE', [0, 0], [10, 0]), { lineGroup })).toEqual([]);
  expect(dashesOf(line('HIDDEN', [0, 0], [0.5, 0]), { lineGroup })).toEqual([]);
});
