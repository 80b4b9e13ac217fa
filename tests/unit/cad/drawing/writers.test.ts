// One drawing in three formats, each read back by something that is not its writer.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { composeDrawing } from '../../../../src/cad/drawing/compose-drawing.ts';
import type { Drawing } from '../../../../src/cad/drawing/drawing-model.ts';
import { sheets } from '../../../../src/cad/drawing/sheets.ts';
import { writeDxf } from '../../../../src/cad/drawing/write-dxf.ts';
import { writePdf } from '../../../../src/cad/drawing/write-pdf.ts';
import { writeSvg } from '../../../../src/cad/drawing/write-svg.ts';
import { readFileText } from '../../../../src/engine/files/file-text.ts';
import { openKernelRig } from '../kernel-rig.ts';
import { pointsOf, readDxf } from './read-dxf.ts';
import { projectSampleBlock } from './sample-block.ts';

const rig = openKernelRig();
const folder = mkdtempSync(join(tmpdir(), 'drawing-test-'));
afterAll(async () => {
  await rig[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});
const model = await projectSampleBlock(rig);
const fields = {
  title: 'Block <A & B>',
  drawingNumber: 'PF-7',
  owner: 'Ann',
  createdBy: 'ann',
  approvedBy: '',
  material: 'ABS',
  mass: '50 g',
  tolerance: 'ISO 2768-m',
  date: '2026-11-25',
};

function compose(projection: 'first-angle' | 'third-angle', sheet = 'A3'): Drawing {
  const size = sheets.find(({ name }) => name === sheet);
  const composed = composeDrawing(model, fields, {
    projection,
    ...(size === undefined ? {} : { sheet: size }),
  });
  if (composed === null) throw new Error('it does not fit');
  expect(composed.scale).toBe('2:1');
  return composed.drawing;
}
const drawing = compose('first-angle');
const words = drawing.items.flatMap((item) => (item.shape === 'text' ? [item.text] : []));
const countOf = (test: (item: Drawing['items'][number]) => boolean): number =>
  drawing.items.filter(test).length;

describe('[P-DRAW-5] the DXF', () => {
  const file = readDxf(writeDxf(drawing));

  test('says its version and unit, and has its layers', () => {
    expect(file.variable('$ACADVER')).toBe('AC1015');
    // 4 is millimetres in the table of $INSUNITS.
    expect(file.variable('$INSUNITS')?.trim()).toBe('4');
    expect(file.layers).toEqual(['0', 'VISIBLE', 'HIDDEN', 'CENTER', 'DIM', 'THIN', 'FRAME']);
  });

  test('has every item once, under a handle of its own', () => {
    const count = (...types: string[]): number =>
      file.entities.filter(({ type }) => types.includes(type)).length;
    expect(count('LINE', 'LWPOLYLINE')).toBe(countOf(({ shape }) => shape === 'line'));
    expect(count('ARC', 'CIRCLE')).toBe(countOf(({ shape }) => shape === 'arc'));
    expect(count('SOLID')).toBe(countOf(({ shape }) => shape === 'area'));
    expect(count('TEXT')).toBe(words.length);
    const handles = file.entities.map((entity) => entity.values(5)[0]);
    expect(new Set(handles).size).toBe(file.entities.length);
  });

  test('keeps within the sheet, and the block is on it at 2:1', () => {
    const points = file.entities.flatMap(pointsOf);
    for (const [axis, size] of [420, 297].entries()) {
      expect(Math.min(...points.map((point) => point[axis] ?? 0))).toBeGreaterThanOrEqual(0);
      expect(Math.max(...points.map((point) => point[axis] ?? 0))).toBeLessThanOrEqual(size);
    }
    const level = file.entities
      .filter(({ type, layer }) => type === 'LINE' && layer === 'VISIBLE')
      .map(pointsOf)
      .flatMap(([[x, y] = [0, 0], [u, v] = [0, 0]]) => (Math.abs(y - v) < 1e-6 ? [Math.abs(x - u)] : []));
    // Bottom and top of the front and of the top view: 60 mm; of the right view: 40 mm.
    expect(level.filter((length) => Math.abs(length - 120) < 1e-3)).toHaveLength(4);
    expect(level.filter((length) => Math.abs(length - 80) < 1e-3)).toHaveLength(2);
    const radii = file.entities
      .filter(({ type, layer }) => type === 'CIRCLE' && layer === 'VISIBLE')
      .map((circle) => circle.number(40));
    // Ø6, Ø10 and Ø11 at 2:1, besides the two circles of the projection symbol.
    expect(radii).toEqual(expect.arrayContaining([6, 10, 11]));
    expect(radii).toHaveLength(5);
  });

  test('writes Ø as every font knows it', () => {
    const texts = file.entities.flatMap((entity) => (entity.type === 'TEXT' ? entity.values(1) : []));
    expect(texts).toContain('%%c10 x 8 deep');
    expect(texts).toContain('Block <A & B>');
  });
});

test('the PDF is one page of the sheet with the words as text, as pdf.js reads them', async () => {
  const bytes = await writePdf(drawing, '2026-11-25T12:00:00Z');
  const path = join(folder, 'drawing.pdf');
  writeFileSync(path, bytes);
  const pages = await readFileText({ name: 'drawing.pdf', path, sizeBytes: bytes.length });
  expect(pages).toHaveLength(1);
  const text = pages?.[0]?.text ?? '';
  for (const word of [
    'Block <A & B>',
    'Ø10 × 8 deep',
    '60',
    '40',
    '20',
    '2:1',
    'ISO 2768-m',
    '2026-11-25',
    'PF-7',
  ])
    expect(text).toContain(word);
  // 420 × 297 mm in points.
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(bytes.toString('latin1')) ?? [];
  expect([Number(width), Number(height)]).toEqual([expect.closeTo(1190.55, 1), expect.closeTo(841.89, 1)]);
  expect(await writePdf(drawing, '2026-11-25T12:00:00Z')).toEqual(bytes);
});

test('the SVG is well formed, of the size of the sheet, and has the same words', () => {
  const svg = writeSvg(drawing);
  expect(svg).toContain('width="420mm" height="297mm" viewBox="0 0 420 297"');
  const open: string[] = [];
  for (const [, close, name = '', attributes = '', empty] of svg.matchAll(
    /<(\/?)([a-z]+)((?:\s[\w-]+="[^"<]*")*)(\/?)>/gi,
  )) {
    const names = [...attributes.matchAll(/\s([\w-]+)=/g)].map((match) => match[1]);
    expect(new Set(names).size).toBe(names.length);
    if (close === '/') expect(open.pop()).toBe(name);
    else if (empty === '') open.push(name);
  }
  expect(open).toEqual([]);
  const unescape = (text: string): string =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const texts = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => unescape(text));
  expect(texts.toSorted()).toEqual(words.toSorted());
  expect(svg.match(/<circle /g)).toHaveLength(
    countOf((item) => item.shape === 'arc' && item.to - item.from > 359.9),
  );
});

describe('[P-DRAW-2] views lie where the projection method puts them', () => {
  /** The blind hole's circle is in the top view only, the overall width in the front view, the step's words too. */
  const placesIn = (one: Drawing) => {
    const circle = one.items.find((item) => item.shape === 'arc' && Math.abs(item.radius - 10) < 1e-3);
    const width = one.items.find((item) => item.shape === 'text' && item.text === '60');
    const hidden = one.items.flatMap((item) =>
      item.layer === 'HIDDEN' && item.shape === 'line' ? [item] : [],
    );
    const xs = hidden.map(({ points: [[x] = [0]] }) => x);
    if (circle?.shape !== 'arc' || width?.shape !== 'text') throw new Error('not drawn');
    return { top: circle.center[1], front: width.at, leftmost: Math.min(...xs), rightmost: Math.max(...xs) };
  };

  test('first angle: from above below, from the right at the left', () => {
    const { top, front, leftmost } = placesIn(drawing);
    expect(top).toBeLessThan(front[1]);
    expect(leftmost).toBeLessThan(front[0] - 60);
  });

  test('third angle: from above above, from the right at the right', () => {
    const { top, front, rightmost } = placesIn(compose('third-angle'));
    expect(top).toBeGreaterThan(front[1]);
    expect(rightmost).toBeGreaterThan(front[0] + 60);
  });
});
