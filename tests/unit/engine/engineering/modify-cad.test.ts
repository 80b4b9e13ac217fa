// Changes to an attached plate through the real kernel: the volume that goes is that of the closed form.
import { afterAll, describe, expect, test } from 'vitest';
import { openModelRig } from './model-rig.ts';

const rig = await openModelRig('cad_generation');
afterAll(() => rig[Symbol.asyncDispose]());
const disc = (diameter: number): number => (Math.PI * diameter ** 2) / 4;
const plate = await rig.fileOf('flat_plate', {
  width: 100,
  depth: 80,
  thickness: 10,
  corner_radius: 0,
  hole_count: 0,
  hole_diameter: 5,
  hole_edge_distance: 10,
});
const whole = 100 * 80 * 10;

/** The volume after the changes. */
async function change(message: string, specifications: Record<string, unknown> = {}): Promise<number> {
  const { told } = await rig.ask({ message, attached: [plate], specifications });
  return told.measured?.volume_mm3 ?? Number.NaN;
}

describe('[P-CHANGE-1] a change takes what it says', () => {
  test.each([
    ['add four M4 holes on a 60 mm square to this plate', whole - 4 * disc(4.5) * 10],
    ['drill a 5 mm hole at (10, -5) 8 mm deep', whole - disc(5) * 8],
    ['add two counterbored M6 holes 30 mm apart', whole - 2 * (disc(6.6) * 3.6 + disc(11) * 6.4)],
    ['add a 5 mm hole at (10, 10)', whole - disc(5) * 10],
    ['cut a 20x5 mm slot', whole - (15 * 5 + disc(5)) * 10],
    ['cut a 20x5 mm slot 4 mm deep in the front', whole - (15 * 5 + disc(5)) * 4],
    ['round the vertical edges by 3 mm', whole - (4 - Math.PI) * 9 * 10],
    ['chamfer the vertical edges 2 mm', whole - 4 * 2 * 10],
    ['drill a 6 mm hole in the right', whole - disc(6) * 100],
    ['shell it to 2 mm, open at the top', whole - 96 * 76 * 8],
    ['4x M6 tapped holes thru on a 60x40 pattern', whole - 4 * disc(5) * 10],
    ['mirror it in the YZ plane', whole],
    ['add a rib 3 mm thick and 12 mm high', whole + 100 * 3 * 12],
    ['add two ribs 2 mm thick, 8 mm high, 60 mm long, 30 mm apart, along y', whole + 2 * 60 * 2 * 8],
    ['add a 3 x 2 grid of 5 mm holes 20 mm apart', whole - 6 * disc(5) * 10],
    ['add 12 M4 holes in 3 rows, pitch 15', whole - 12 * disc(4.5) * 10],
    [
      'add four M4 holes on a 60 mm square, then round the vertical edges by 3 mm',
      whole - 4 * disc(4.5) * 10 - (4 - Math.PI) * 9 * 10,
    ],
  ])('%s', async (message, volume) => {
    expect((await change(message)) / volume).toBeCloseTo(1, 7);
  });

  test('engraved letters take their depth from the face and no more', async () => {
    const shallow = whole - (await change('engrave "PF-1" 10 mm high 0.5 mm deep on the top'));
    const deep = whole - (await change('engrave "PF-1" 10 mm high 1 mm deep on the top'));
    expect(shallow).toBeGreaterThan(10);
    expect(deep / shallow).toBeCloseTo(2, 5);
  });

  test('says each change with its volume, takes them from a field as well, and keeps the material', async () => {
    const { told, message } = await rig.ask({
      message: 'please change it',
      attached: [plate],
      specifications: { operations: 'drill a 5 mm hole', material: 'aluminium 6061' },
    });
    expect(told.tables?.[0]?.rows[0]).toMatchObject({ change: 'drill a 5 mm hole' });
    expect(told.measured?.mass_g).toBeCloseTo(((whole - disc(5) * 10) / 1000) * 2.7, 6);
    expect(message).toContain('drill a 5 mm hole');
    expect(told.title).toBe('flat-plate-r2');
  });

  test('a blind hole that runs out at the edge is told', async () => {
    const { message } = await rig.ask({
      message: 'drill a 6 mm hole at (50, 0) 5 mm deep',
      attached: [plate],
    });
    expect(message).toContain('meet an edge');
  });
});

test.each([
  ['round all edges by 9 mm', 'round all edges by 9 mm'],
  ['drill a 5 mm hole at (300, 0)', 'changes nothing'],
  ['add four M4 holes', 'data.message'],
  ['cut a 120x10 mm slot', 'into 2 pieces'],
  // Overlapping tools in one cut lose material without a word.
  ['add two 8 mm holes 5 mm apart', 'run into each other'],
  ['drill two 8 mm holes at (10, 0), (10, 0)', 'run into each other'],
  ['add two counterbored M6 holes 9 mm apart', 'run into each other'],
])('[P-CHANGE-2] %s is refused, naming the change', async (message, words) => {
  await expect(change(message)).rejects.toThrow(words);
});

describe('[P-CHANGE-3] a new part with changes in the same breath', () => {
  test('takes what they say, by closed form', async () => {
    const { told } = await rig.ask({
      message: 'plate 300x200x10, corner radius 0, bolt pattern 4x dia 9 on 250x150, 30x8 mm slot at (0, 20)',
    });
    const slot = 22 * 8 + disc(8);
    expect((told.measured?.volume_mm3 ?? 0) / (300 * 200 * 10 - 4 * disc(9) * 10 - slot * 10)).toBeCloseTo(
      1,
      7,
    );
    expect(told.tables?.[0]?.rows).toHaveLength(2);
    expect(told.not_used).toEqual([]);
  });

  test('one that cannot be made is told, and the part is given without it', async () => {
    const { told } = await rig.ask({ message: 'plate 100x80x10, Ø400 hole in the middle' });
    expect((told.measured?.volume_mm3 ?? 0) / whole).toBeCloseTo(1, 7);
    expect(told.not_used).toMatchObject([{ text: 'Ø400 hole in the middle' }]);
  });
});
