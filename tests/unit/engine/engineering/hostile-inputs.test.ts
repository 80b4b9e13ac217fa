// A hundred and more inputs that mean harm or are broken, through the real desk and the real kernel: each is refused in words, soon, and the next request is answered as if nothing had happened.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { DeskRefusal, type RoomFile } from '../../../../src/engine/desk.ts';
import { openEngineeringDesk } from '../../../../src/engine/engineering/open-engineering.ts';
import { openKernelRig, partOf } from '../../cad/kernel-rig.ts';
import { askDesk, resourcesDir, textFile } from '../desk-rig.ts';
import { hostileModels } from './hostile-models.ts';

const rig = openKernelRig();
afterAll(() => rig[Symbol.asyncDispose]());
const desk = await openEngineeringDesk({ resourcesDir, kernel: rig.kernel });
/** Nothing may take longer, though tests beside this one take their share of the machine. */
const longestMs = 60_000;

function fileOf(name: string, bytes: Uint8Array | string): RoomFile {
  const path = join(rig.folder, `hostile-${name.replaceAll(/[^a-z0-9.]/gi, '_')}`);
  writeFileSync(path, bytes);
  return { ...textFile(name), path };
}

interface Hostile {
  readonly type: string;
  readonly message?: string;
  readonly specifications?: Record<string, unknown>;
  readonly attached?: readonly RoomFile[];
}

async function ask({ type, message = 'please', specifications = {}, attached = [] }: Hostile) {
  const data = { message, sender: 'ann', engineering_type: type, specifications };
  return askDesk(desk, { data, attached });
}

/** The sentence of the refusal; whatever is no refusal fails the test. */
async function refusalOf(hostile: Hostile): Promise<string> {
  const outcome = await ask(hostile).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(outcome instanceof DeskRefusal))
    throw new Error(`no refusal but ${String(outcome ?? 'an answer')}`, { cause: outcome });
  expect(outcome.message.length).toBeLessThan(3000);
  expect(outcome.errorCode).toMatch(/^(?:ENGINEERING_ERROR|VALIDATION_ERROR)$/);
  return outcome.message;
}

test('there are a hundred and more', () => {
  expect(hostileModels.length + brokenSteps.length + requests.length).toBeGreaterThanOrEqual(100);
});

describe('files', () => {
  test.each(hostileModels)('%s', { timeout: longestMs }, async (_, name, bytes, says) => {
    const attached = [fileOf(name, bytes)];
    expect(await refusalOf({ type: 'mass_properties', attached })).toMatch(says);
  });

  test('the same files are refused by every other type of work', { timeout: 4 * longestMs }, async () => {
    const picked = hostileModels.filter(([what]) => /empty|noise|claims|itself/.test(what));
    for (const [what, name, bytes] of picked) {
      const attached = [fileOf(name, bytes)];
      const sentences = [
        await refusalOf({ type: 'dfm_analysis', attached, specifications: { process: 'fdm' } }),
        await refusalOf({
          type: 'format_conversion',
          attached,
          specifications: { target_format: name.endsWith('.glb') ? 'stl' : 'glb' },
        }),
      ];
      if (/\.(?:step|brep)$/.test(name))
        sentences.push(await refusalOf({ type: 'engineering_drawing', attached }));
      for (const sentence of sentences) expect(sentence, what).toMatch(new RegExp(`a\\.|failed|no readable`));
    }
  });
});

/** Changes to a good STEP file, each of which leaves no body, or a body that cannot be. */
const brokenSteps: readonly (readonly [what: string, change: (text: string) => string])[] = [
  ['cut in the middle', (text) => text.slice(0, text.length / 2)],
  ['cut in the head', (text) => text.slice(0, 120)],
  ['without its shell', (text) => text.replaceAll('CLOSED_SHELL', 'OPEN_HELL')],
  ['with its faces gone', (text) => text.replaceAll('ADVANCED_FACE', 'ADVANCED_FARCE')],
  ['with every reference to one item', (text) => text.replaceAll(/\(#\d+/g, '(#1')],
  [
    'with every coordinate at 1e308',
    (text) => text.replaceAll(/(CARTESIAN_POINT\('',)\([^)]*\)/g, '$1(1.E308,-1.E308,1.E308)'),
  ],
  [
    'with no number in its points',
    (text) => text.replaceAll(/(CARTESIAN_POINT\('',)\([^)]*\)/g, "$1('NaN','NaN','NaN')"),
  ],
  ['with directions of no length', (text) => text.replaceAll(/(DIRECTION\('',)\([^)]*\)/g, '$1(0.,0.,0.)')],
  [
    'with binary noise inside',
    (text) =>
      `${text.slice(0, 2000)}${String.fromCodePoint(...Array.from({ length: 5000 }, (_, at) => (at * 7) % 256))}${text.slice(2600)}`,
  ],
];

describe('a good STEP file', () => {
  test.each(brokenSteps)('%s', { timeout: longestMs }, async (what, change) => {
    const { files } = await rig.kernel.run('generate', {
      part: partOf('flat_plate', {
        width: 60,
        depth: 40,
        thickness: 5,
        corner_radius: 3,
        hole_count: 0,
        hole_diameter: 5,
        hole_edge_distance: 10,
      }),
      folder: rig.folder,
    }).result;
    const good = readFileSync(files.find(({ name }) => name.endsWith('.step'))?.path ?? '', 'latin1');
    const attached = [fileOf('broken.step', Buffer.from(change(good), 'latin1'))];
    expect(await refusalOf({ type: 'mass_properties', attached }), what).toMatch(
      /broken\.step|failed|memory|took longer/,
    );
  });
});

const many = (count: number, value: (index: number) => unknown): Record<string, unknown> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`key_${index}`, value(index)]));
let deep: unknown = 1;
for (let level = 0; level < 5000; level += 1) deep = { width: deep };

const requests: readonly (readonly [
  what: string,
  type: string,
  message: string,
  specifications: Record<string, unknown>,
  says: RegExp,
])[] = [
  ['an engineering type of the prototype', '__proto__', 'x', {}, /__proto__.*is not done here/],
  ['another one', 'constructor', 'x', {}, /constructor.*is not done here/],
  ['a type of five megabytes', 'x'.repeat(5_000_000), 'x', {}, /is not done here/],
  ['a message of five megabytes', 'cad_generation', 'plate '.repeat(900_000), {}, /the width/],
  [
    'ten thousand keys',
    'cad_generation',
    'flat plate 100x80x5',
    many(10_000, (index) => index),
    /10000 entries/,
  ],
  [
    'five thousand levels',
    'cad_generation',
    'flat plate',
    { dimensions: deep },
    /specifications\.dimensions/,
  ],
  [
    'a list of a hundred thousand sizes',
    'cad_generation',
    'flat plate',
    { dimensions: Array.from({ length: 100_000 }, () => [1]) },
    /specifications\.dimensions/,
  ],
  ['NaN', 'cad_generation', 'flat plate 100x80x5', { thickness: Number.NaN }, /specifications\.thickness/],
  ['1e309', 'cad_generation', 'flat plate 100x80', { thickness: '1e309' }, /specifications\.thickness/],
  ['minus five', 'cad_generation', 'flat plate 100x80', { thickness: -5 }, /specifications\.thickness/],
  ['ten thousand holes', 'cad_generation', 'flat plate 100x80x5 with 10000 holes 1 mm', {}, /from 0 to 1000/],
  ['nothing', 'cad_generation', ' ', {}, /names no part/],
  ['signs that turn the text round', 'cad_generation', '\u202Eetalp\u202C \u0000\u0007', {}, /names no part/],
  ['a path for a part', 'cad_generation', 'x', { part_family: '../../../etc/passwd' }, /names no part/],
  [
    'a material that is an object',
    'cad_generation',
    'flat plate 100x80x5',
    { material: 'x'.repeat(1_000_000) },
    /specifications\.material/,
  ],
  [
    'a K-factor below nought',
    'cad_generation',
    'L-bracket 50x40x30',
    { k_factor: -1 },
    /specifications\.k_factor/,
  ],
  ['teeth without end', 'cad_generation', 'GT2 pulley', { teeth: 1e9 }, /specifications\.teeth/],
  [
    'a model that is a path',
    'mass_properties',
    'x',
    { model: '../../../etc/passwd' },
    /specifications\.model/,
  ],
  ['a model that is no text', 'format_conversion', 'to stl', { model: { $ne: null } }, /attached_files/],
  ['no model', 'dfm_analysis', 'check it', {}, /attached_files/],
  [
    'a chain that is no chain',
    'tolerance_stackup',
    'x',
    { dimensions: 'x'.repeat(100_000) },
    /specifications\.dimensions/,
  ],
  [
    'a chain with 1e309',
    'tolerance_stackup',
    'x',
    { dimensions: [{ name: 'a', nominal: '1e309', tolerance: 0.1, direction: 1 }] },
    /specifications\.dimensions/,
  ],
  [
    'a chain of a hundred thousand links',
    'tolerance_stackup',
    'x',
    {
      dimensions: Array.from({ length: 100_000 }, () => ({
        name: 'a',
        nominal: 1,
        tolerance: 0.1,
        direction: 1,
      })),
    },
    /specifications\.dimensions/,
  ],
  [
    'samples without end',
    'tolerance_stackup',
    'a 50 ±0.1; b -30 ±0.1',
    { samples: 1e12 },
    /specifications\.samples/,
  ],
];

describe('requests', () => {
  test.each(requests)('%s', { timeout: longestMs }, async (...[, type, message, specifications, says]) => {
    expect(await refusalOf({ type, message, specifications })).toMatch(says);
  });

  const plate = {
    width: 60,
    depth: 40,
    thickness: 5,
    corner_radius: 0,
    hole_count: 0,
    hole_diameter: 5,
    hole_edge_distance: 10,
  };
  const good = async (): Promise<RoomFile> => {
    const { files } = await rig.kernel.run('generate', {
      part: partOf('flat_plate', plate),
      folder: rig.folder,
    }).result;
    const step = files.find(({ name }) => name.endsWith('.step'));
    return { ...textFile('plate.step'), path: step?.path ?? '' };
  };

  test.each([
    ['format_conversion', { target_format: '../../etc/passwd' }, /specifications\.target_format/],
    ['format_conversion', { target_format: 'x'.repeat(1_000_000) }, /specifications\.target_format/],
    ['format_conversion', { target_format: 'stl', deflection: 0 }, /specifications\.deflection/],
    ['format_conversion', { target_format: 'stl', deflection: '1e309' }, /specifications\.deflection/],
    ['format_conversion', { target_format: 'stl', deflection: 1e-12 }, /specifications\.deflection/],
    ['format_conversion', { target_format: 'flat pattern', k_factor: 'NaN' }, /specifications\.k_factor/],
    ['engineering_drawing', { sheet: 'A99' }, /specifications\.sheet/],
    ['engineering_drawing', { scale: '1:0' }, /specifications\.scale/],
    ['engineering_drawing', { projection: 'fourth-angle' }, /specifications\.projection/],
    ['dfm_analysis', { process: '__proto__' }, /specifications\.process/],
    [
      'dfm_analysis',
      { process: 'injection_moulding', pull_direction: [0, 0, 0] },
      /specifications\.pull_direction/,
    ],
    ['dfm_analysis', { process: 'fdm', rule_limits: { toString: 1 } }, /specifications\.rule_limits/],
    [
      'dfm_analysis',
      { process: 'fdm', rule_limits: { 'wall.minimum': 'NaN' } },
      /specifications\.rule_limits/,
    ],
    ['mass_properties', { material: 'unobtainium' }, /specifications\.material/],
    ['model_comparison', { baseline: '../x.step' }, /specifications\.baseline/],
  ] as const)('%s of a good model with %j', { timeout: longestMs }, async (type, specifications, says) => {
    expect(await refusalOf({ type, specifications, attached: [await good()] })).toMatch(says);
  });

  test('a file named as a path writes nothing outside of its folder', async () => {
    const file = { ...(await good()), name: '../../../escaped.step' };
    const { files } = await ask({
      type: 'format_conversion',
      specifications: { target_format: 'stl' },
      attached: [file],
    });
    expect(files).toHaveLength(1);
    expect(existsSync(resolve(rig.folder, '../../../escaped.stl'))).toBe(false);
    expect(files[0]?.name).not.toMatch(/[/\\]/);
  });

  test('after all of it a good request is answered', { timeout: longestMs }, async () => {
    const { body } = await ask({ type: 'mass_properties', attached: [await good()] });
    expect(body['measured']).toMatchObject({ volume_mm3: expect.closeTo(60 * 40 * 5, 6) });
  });
});
