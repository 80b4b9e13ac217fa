// Drawings through the desk and the real kernel: what the sheet says against the part's own sizes, and what is refused.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readFileText } from '../../../../src/engine/files/file-text.ts';
import { findFamily } from '../../../../src/cad/parts/families.ts';
import { understand } from '../../cad/understand-parts.ts';
import { writeMoreSamples } from '../../cad/drawing/sample-block.ts';
import { readDxf } from '../../cad/drawing/read-dxf.ts';
import { textFile } from '../desk-rig.ts';
import { openModelRig } from './model-rig.ts';

const rig = await openModelRig('engineering_drawing');
afterAll(() => rig[Symbol.asyncDispose]());
const plate = await rig.fileOf('flat_plate', {
  width: 200,
  depth: 120,
  thickness: 6,
  corner_radius: 10,
  hole_count: 6,
  hole_diameter: 8,
  hole_edge_distance: 16,
});
const ring = await rig.fileOf('round_spacer', { thread: 5, outer_diameter: 20, bore: 10, length: 30 });

async function draw(asked: Parameters<typeof rig.ask>[0]) {
  const answer = await rig.ask(asked);
  const [pdf, svg, dxf] = answer.files;
  if (pdf === undefined || svg === undefined || dxf === undefined) throw new Error('a format is missing');
  const pages = await readFileText({ ...pdf, sizeBytes: 1 });
  const texts = readDxf(readFileSync(dxf.path, 'utf8')).entities.flatMap((entity) =>
    entity.type === 'TEXT' ? entity.values(1) : [],
  );
  const parameter = (name: string) => answer.told.parameters?.find((one) => one.name === name);
  return { ...answer, text: pages?.[0]?.text ?? '', texts, parameter };
}

describe('a drawing', () => {
  test('[P-DRAW-3] gives the sizes of the plate, its holes with their places, and its radii', async () => {
    const { texts, told, files } = await draw({
      attached: [plate],
      specifications: { material: 'aluminium 6061' },
    });
    expect(files.map(({ name }) => name)).toEqual([
      'flat-plate-drawing.pdf',
      'flat-plate-drawing.svg',
      'flat-plate-drawing.dxf',
    ]);
    // Three columns, two rows, 16 mm from the edges.
    for (const word of ['200', '120', '6', '6x %%c8', '16', '100', '184', '104', '4x R10'])
      expect(texts).toContain(word);
    expect(told.tables?.[0]?.rows).toEqual([{ callout: '6× Ø8', count: 6, diameter: 8, axis: 'z' }]);
  });

  test('shows a model of several solids whole', async () => {
    const { part } = understand(findFamily('enclosure')?.example ?? '');
    const box = await rig.fileOf('enclosure', part.values);
    const { texts } = await draw({ attached: [box] });
    for (const word of ['120', '80', '40']) expect(texts).toContain(word);
  });

  test('says so where the file has its cylinders as free forms', async () => {
    const packages = createRequire(import.meta.url);
    const samples = join(dirname(packages.resolve('occt-import-js/package.json')), 'test/testfiles/cax-if');
    const flange = (name: string) => draw({ attached: [{ ...textFile(name), path: join(samples, name) }] });
    // The same flange from two exporters: Ø88, 31 long, six holes Ø7 on Ø75.
    const [free, round] = [await flange('io1-tu-203.stp'), await flange('io1-cm-214.stp')];
    expect(free.texts).toEqual(expect.arrayContaining(['88', '31']));
    expect(free.told.message).toContain('not named as holes');
    expect(round.texts).toEqual(expect.arrayContaining(['%%c88', '31', '6x %%c7 equally spaced on %%c75']));
    expect(round.told.message).not.toContain('not named as holes');
  });

  test('[P-DRAW-4] has a title block of what is known, the mass from the closed form', async () => {
    const said = {
      title: 'Spacer',
      drawing_number: 'PF-001',
      owner: 'ProductFlo',
      approved_by: 'Bob',
      general_tolerance: 'mK',
      material: 'aluminium 6061',
    };
    const { text } = await draw({ attached: [ring], specifications: said });
    // π (10² − 5²) 30 mm³ at 2.7 g/cm³.
    const grams = Math.PI * 75 * 30 * 0.0027;
    for (const word of [
      'Spacer',
      'PF-001',
      'ProductFlo',
      'Bob',
      'ann',
      'ISO 2768-mK',
      `${grams.toPrecision(3)} g`,
      '2026-11-25',
    ])
      expect(text).toContain(word);
    const bare = await draw({ attached: [ring] });
    expect(bare.text).toContain('not stated');
    expect(bare.told.message).toMatch(/Not stated: material and mass .* general tolerance/);
  });

  test('[P-DRAW-3] of a turned part gives its diameter once', async () => {
    const { texts } = await draw({ attached: [ring] });
    expect(texts.filter((word) => word === '%%c20')).toHaveLength(1);
    expect(texts).toContain('%%c10');
    expect(texts).toContain('30');
  });

  test('[P-DRAW-3] of an assembly gives the overall sizes only', async () => {
    const { pair: path } = await writeMoreSamples(rig.folder);
    const { texts, told } = await draw({ attached: [{ ...textFile('pair.brep'), path }] });
    expect(texts).toContain('Assembly drawing');
    // 30 wide, 20 high, 30 deep from −25 to 5.
    expect(texts.filter((word) => word === '30')).toHaveLength(2);
    expect(texts).toContain('20');
    expect(told.tables).toEqual([]);
    expect(told.message).toContain('an assembly of 2 solids');
  });

  test('[P-DRAW-2] says what it assumed, and takes projection, sheet and scale', async () => {
    const plain = await draw({ attached: [ring] });
    expect(plain.parameter('projection')).toMatchObject({ value: 'first-angle', origin: 'assumed' });
    expect(plain.parameter('sheet')).toMatchObject({ value: 'A4', origin: 'assumed' });
    const asked = await draw({
      message: 'a third-angle drawing to ISO 2768-f',
      attached: [ring],
      specifications: { sheet: 'a3', scale: '1:1' },
    });
    expect(asked.parameter('projection')).toEqual({
      name: 'projection',
      value: 'third-angle',
      origin: 'message',
    });
    expect(asked.parameter('general_tolerance')).toMatchObject({ value: 'ISO 2768-f', origin: 'message' });
    expect(asked.parameter('sheet')).toMatchObject({ value: 'A3', origin: 'specifications.sheet' });
    expect(asked.text).toContain('1:1');
    const inWords = await draw({ message: 'drawing on A3, scale 2:1, third angle', attached: [ring] });
    expect(inWords.parameter('sheet')).toMatchObject({ value: 'A3', origin: 'message' });
    expect(inWords.text).toContain('2:1');
  });
});

test('[P-DRAW-6] what no standard has, what does not fit and what is no solid is refused by field', async () => {
  const refused = (specifications: Record<string, unknown>, words: RegExp) =>
    expect(draw({ attached: [plate], specifications })).rejects.toThrow(words);
  await refused({ scale: '1:3' }, /specifications\.scale: "1:3" is no scale of ISO 5455/);
  await refused({ sheet: 'A7' }, /specifications\.sheet/);
  await refused({ projection: 'fourth' }, /specifications\.projection/);
  await refused({ general_tolerance: 'fine-ish' }, /specifications\.general_tolerance/);
  await refused(
    { scale: '50:1' },
    /specifications\.scale: the views do not fit on any sheet up to A1 at 50:1/,
  );
  await expect(draw({})).rejects.toThrow(/attach a STEP or BREP file/);
  const path = join(rig.folder, 'empty.brep');
  writeFileSync(path, 'no B-rep');
  await expect(draw({ attached: [{ ...textFile('empty.brep'), path }] })).rejects.toThrow(/empty\.brep/);
});
