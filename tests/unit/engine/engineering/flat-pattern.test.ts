// Flat patterns asked for in words: of a new part, and of a STEP file.
import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { pointsOf, readDxf } from '../../cad/drawing/read-dxf.ts';
import { openModelRig } from './model-rig.ts';

const convert = await openModelRig('format_conversion');
const generate = await openModelRig('cad_generation');
afterAll(async () => {
  await convert[Symbol.asyncDispose]();
  await generate[Symbol.asyncDispose]();
});

function longest(path: string): number {
  const xs = readDxf(readFileSync(path, 'utf8'))
    .entities.filter(({ layer }) => layer === 'OUTLINE')
    .flatMap(pointsOf);
  return Math.max(...[0, 1].map((axis) => Math.max(...xs.map((point) => point[axis] ?? 0))));
}

test('[P-FLAT-1] [P-FLAT-2] a U-channel comes with its flat pattern, by the K-factor that was said', async () => {
  const { told, files } = await generate.ask({ message: 'U-channel 40x20x60 mm, 2 mm thick, K-factor 0.4' });
  const dxf = files.find(({ name }) => name.endsWith('.dxf'));
  // 16 + 32 + 16 straight, and two bends of π/2 (2 + 0.4 · 2).
  expect(longest(dxf?.path ?? '')).toBeCloseTo(64 + Math.PI * 2.8, 3);
  expect(told.parameters).toContainEqual({ name: 'k_factor', value: 0.4, origin: 'message' });
  expect(told.tables?.[0]?.rows).toHaveLength(2);
  expect(told.message).toContain('two bends'.replace('two', '2'));
  const plain = await generate.ask({ message: 'U-channel 40x20x60 mm, 2 mm thick' });
  expect(plain.told.parameters?.find(({ name }) => name === 'k_factor')).toMatchObject({
    value: 0.325,
    origin: 'assumed',
    reason: expect.stringContaining('DIN 6935'),
  });
});

test('[P-FLAT-1] [P-FLAT-2] a STEP file becomes one; DIN 6935 where no K-factor is said', async () => {
  const values = { base: 50, upright: 40, width: 30, thickness: 2, bend_radius: 4, hole_count: 0 };
  const step = await convert.fileOf('l_bracket', { ...values, hole_diameter: 5, k_factor: 0.3 });
  const { told, files } = await convert.ask({ message: 'as a flat pattern please', attached: [step] });
  const k = (0.65 + 0.5 * Math.log10(2)) / 2;
  expect(longest(files[0]?.path ?? '')).toBeCloseTo(44 + 34 + (Math.PI / 2) * (4 + 2 * k), 3);
  expect(told.parameters?.find(({ name }) => name === 'k_factor')?.origin).toBe('assumed');
  const said = await convert.ask({
    attached: [step],
    specifications: { target_format: 'flat_pattern', k_factor: '0,45', deflection: '0.1 mm' },
  });
  expect(longest(said.files[0]?.path ?? '')).toBeCloseTo(78 + (Math.PI / 2) * 4.9, 3);
  expect(said.told.not_used).toMatchObject([{ text: 'deflection 0.1 mm' }]);
});

test('[P-FLAT-3] what is no sheet, a K-factor that is none and a plain "dxf" are refused by field', async () => {
  const block = await convert.fileOf('hex_standoff', { thread: 5, length: 20, across_flats: 8, bore: 4.2 });
  await expect(
    convert.ask({ attached: [block], specifications: { target_format: 'flat pattern' } }),
  ).rejects.toThrow(/no sheet of one thickness/);
  await expect(
    convert.ask({ attached: [block], specifications: { target_format: 'flat pattern', k_factor: 4 } }),
  ).rejects.toThrow(/specifications\.k_factor: "4" is no K-factor/);
  await expect(convert.ask({ attached: [block], specifications: { target_format: 'dxf' } })).rejects.toThrow(
    /flat pattern/,
  );
});
