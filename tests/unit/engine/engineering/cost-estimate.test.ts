// Cost estimates: the physics against a numerical solution, each model against its arithmetic done here, the range against its closed form.
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { RoomFile } from '../../../../src/engine/desk.ts';
import { coolingTime } from '../../../../src/engine/engineering/cost/injection-moulding.ts';
import { estimate } from '../../../../src/engine/engineering/cost/evaluate.ts';
import type { CostSubject } from '../../../../src/engine/engineering/cost/cost-model.ts';
import { openModelRig } from './model-rig.ts';

const rig = await openModelRig('cost_estimate');
afterAll(() => rig[Symbol.asyncDispose]());

/** A part under a name of its own: parts of one family are written to the same file. */
async function kept(name: string, family: string, values: Record<string, number>): Promise<RoomFile> {
  const file = await rig.fileOf(family, values);
  const path = join(rig.folder, name);
  copyFileSync(file.path, path);
  return { ...file, name, path };
}

/** A block of 100 × 80 × 20 mm. */
const block = await kept('block.step', 'flat_plate', {
  width: 100,
  depth: 80,
  thickness: 20,
  corner_radius: 0,
  hole_count: 0,
  hole_diameter: 5,
  hole_edge_distance: 10,
});
const volume = 100 * 80 * 20;
const surface = 2 * (100 * 80 + 100 * 20 + 80 * 20);
const sheet = await kept('sheet.step', 'flat_plate', {
  width: 120,
  depth: 50,
  thickness: 2,
  corner_radius: 0,
  hole_count: 4,
  hole_diameter: 6,
  hole_edge_distance: 10,
});

const range = z.object({ low: z.number(), high: z.number() });
const bodySchema = z.looseObject({
  process: z.object({ id: z.string() }),
  estimate: z.object({
    currency: z.literal('EUR'),
    quantity: z.number(),
    unit_cost: range,
    unit_cost_extremes: range,
    total: range,
    tooling: range,
  }),
});

async function cost(file: RoomFile, message: string, specifications: Record<string, unknown> = {}) {
  const { body, told, files } = await rig.ask({ message, attached: [file], specifications });
  const tables = told.tables ?? [];
  const rowsOf = (title: string) => tables.find((table) => table.title.startsWith(title))?.rows ?? [];
  return { ...bodySchema.parse(body), told, rowsOf, csv: readFileSync(files[0]?.path ?? '', 'utf8') };
}

/** All figures pinned, so that the range is one number. */
async function pinned(
  file: RoomFile,
  message: string,
  figures: Record<string, number>,
  quantity = 50,
): Promise<number> {
  const { estimate: found, rowsOf } = await cost(file, message, { figures, quantity });
  expect(rowsOf('What moves it')).toEqual([]);
  expect(found.unit_cost.high).toBeCloseTo(found.unit_cost.low, 9);
  return found.unit_cost.low;
}

describe('[P-COST-5] the models', () => {
  test('a moulded wall cools as the heat equation says, solved by finite differences', () => {
    const [wall, diffusivity, melt, mould, ejection] = [3, 0.13, 260, 54, 82];
    const cells = 60;
    const step = wall / cells;
    const dt = (0.4 * step ** 2) / diffusivity;
    let temperatures = Array.from({ length: cells + 1 }, (_, cell) =>
      cell === 0 || cell === cells ? mould : melt,
    );
    let time = 0;
    while ((temperatures[cells / 2] ?? 0) > ejection) {
      const now = temperatures;
      temperatures = now.map((value, cell) =>
        cell === 0 || cell === cells
          ? mould
          : value +
            ((diffusivity * dt) / step ** 2) * ((now[cell - 1] ?? 0) - 2 * value + (now[cell + 1] ?? 0)),
      );
      time += dt;
    }
    expect(Math.abs(coolingTime(wall, { diffusivity, melt, mould, ejection }) / time - 1)).toBeLessThan(
      0.005,
    );
  });

  test('milling: energy of the chips over the power, surface over the rate, handling, batch', async () => {
    const figures = {
      material_price: 5,
      cutting_energy: 0.7,
      stock_allowance: 2,
      spindle_power: 1,
      finishing_rate: 20,
      handling_time: 6,
      machine_rate: 60,
      setup_hours: 2,
    };
    const stock = 104 * 84 * 24;
    const seconds = ((stock - volume) * 0.7) / 1000 + (surface / 100 / 20) * 60 + 6 * 60;
    const expected = (stock / 1e6) * 2.7 * 5 + (seconds / 3600) * 60 + (2 * 60) / 50;
    expect(await pinned(block, 'milled from 6061', figures)).toBeCloseTo(expected, 6);
  });

  test('laser: the edges of outline and holes, nesting, handling', async () => {
    const figures = {
      material_price: 2,
      thickness: 2,
      cut_length: (340 + 4 * Math.PI * 6) / 1000,
      laser_speed: 10,
      nesting_yield: 0.8,
      handling_time: 1,
      machine_rate: 90,
      setup_hours: 0.5,
    };
    const area = 120 * 50 - 4 * Math.PI * 9;
    const expected =
      ((area * 2 * 7.85) / 1e6 / 0.8) * 2 + (figures.cut_length / 5 / 60) * 90 + (1 / 60) * 90 + 45 / 50;
    expect(await pinned(sheet, 'laser cut, S235', figures)).toBeCloseTo(expected, 6);
    const { rowsOf } = await cost(sheet, 'laser cut, S235');
    const row = rowsOf('Figures').find(({ id }) => id === 'cut_length');
    expect(String(row?.['range'])).toMatch(new RegExp(`^${((340 + 24 * Math.PI) / 1000).toPrecision(3)} to`));
  });

  test('a bent sheet is found by its thickness, and has bends to be told', async () => {
    const bent = await rig.fileOf('l_bracket', {
      base: 60,
      upright: 50,
      width: 40,
      thickness: 3,
      bend_radius: 3,
      hole_count: 2,
      hole_diameter: 5.5,
    });
    const { rowsOf } = await cost(bent, 'sheet metal, S235');
    const figure = (id: string) => rowsOf('Figures').find((row) => row['id'] === id)?.['range'];
    expect(figure('thickness')).toBe('3 mm');
    expect(figure('bends')).toBe('1 to 4');
  });

  test.each([
    [
      'sls',
      {
        fill: 1,
        support: 2,
        build_rate: 100,
        machine_rate: 20,
        labour_time: 6,
        labour_rate: 40,
        setup_hours: 1,
        material_price: 60,
      },
      1,
    ],
    [
      'fdm',
      {
        fill: 0.5,
        support: 1.2,
        build_rate: 20,
        machine_rate: 4,
        labour_time: 6,
        labour_rate: 40,
        setup_hours: 0.5,
        material_price: 20,
      },
      1.2,
    ],
  ])('%s: volume by build rate; lost powder takes no time, support does', async (process, figures, built) => {
    const cm3 = volume / 1000;
    const gramsPerCm3 = process === 'sls' ? 0.93 : 1.24;
    const expected =
      ((cm3 * gramsPerCm3 * figures.fill * figures.support) / 1000) * figures.material_price +
      ((cm3 * figures.fill * built) / figures.build_rate) * figures.machine_rate +
      (figures.labour_time / 60) * figures.labour_rate +
      (figures.setup_hours * figures.labour_rate) / 50;
    expect(await pinned(block, process, figures)).toBeCloseTo(expected, 6);
  });

  test('moulding: cooling, filling and opening by the hour; the mould shared by all', async () => {
    const figures = {
      material_price: 2,
      wall: 3,
      diffusivity: 0.13,
      melt: 260,
      mould: 54,
      ejection: 82,
      dry_cycle: 2,
      machine_rate: 50,
      shot: 1.1,
      toolmaking_hours: 200,
      mould_base: 2000,
      fill_time: 2,
      cavities: 1,
      toolmaker_rate: 50,
      setup_hours: 2,
    };
    const cooling = (9 / (Math.PI ** 2 * 0.13)) * Math.log((4 / Math.PI) * (206 / 28));
    const expected =
      (volume / 1e6) * 1.05 * 1.1 * 2 + ((cooling + 4) / 3600) * 50 + (2 * 50) / 1000 + 12_000 / 1000;
    expect(await pinned(block, 'injection moulded ABS', figures, 1000)).toBeCloseTo(expected, 6);
  });

  test('what is no sheet is refused for sheet processes', async () => {
    const bracket = await rig.fileOf('l_bracket', {
      base: 60,
      upright: 50,
      width: 40,
      thickness: 3,
      bend_radius: 3,
      hole_count: 2,
      hole_diameter: 5.5,
    });
    await expect(cost(bracket, 'laser cut')).rejects.toThrow(
      'data.specifications.process: the model is not flat',
    );
  });
});

describe('[P-COST-2] the range', () => {
  test('of a product of independent figures has the logarithms of their ranges added as squares', () => {
    const figure = (id: string, low: number, high: number) => ({
      id,
      title: id,
      low,
      high,
      unit: '',
      source: '',
    });
    const model = {
      figures: () => [],
      cost: (values: Record<string, number>) => ({
        material: 0,
        machine: (values['a'] ?? 0) * (values['b'] ?? 0),
        labour: 0,
        setup: 0,
        tooling: 0,
      }),
    };
    const found = estimate(model, [figure('a', 1, 4), figure('b', 10, 90)], {
      subject: {} as CostSubject,
      quantity: 1,
    });
    expect(found.middle).toBeCloseTo(2 * 30, 9);
    const spread = Math.exp(Math.hypot(Math.log(2), Math.log(3)));
    expect(found.range.low).toBeCloseTo(60 / spread, 9);
    expect(found.range.high).toBeCloseTo(60 * spread, 9);
    expect(found.extremes).toEqual({ low: 10, high: 360 });
  });

  test('lies within the extremes, and totals are the quantity times a part', async () => {
    const { estimate: found, told } = await cost(block, 'injection moulded PC, 2,000 pcs');
    expect(found.quantity).toBe(2000);
    expect(found.unit_cost.low).toBeGreaterThan(found.unit_cost_extremes.low);
    expect(found.unit_cost.high).toBeLessThan(found.unit_cost_extremes.high);
    expect(found.total.low).toBeCloseTo(2000 * found.unit_cost.low, 6);
    expect(found.tooling.low).toBeGreaterThan(1000);
    expect(told.key_figures?.map(({ name }) => name)).toEqual(['Each', '2,000 in all', 'Tooling in it']);
  });
});

describe('[P-COST-1] the request', () => {
  test.each<[string, Record<string, unknown>, string, number]>([
    ['how much, milled from 7075, 25 pieces?', {}, 'cnc_milling', 25],
    ['cost', { process: 'injection_moulding', material: 'PC', quantity: 5000 }, 'injection_moulding', 5000],
    ['what would 3d printing cost, qty 3', {}, 'fdm', 3],
    ['price in POM', {}, 'injection_moulding', 100],
    ['die cast zamak, for 20,000', {}, 'die_casting', 20_000],
    ['what would 10k of these cost in PP?', {}, 'injection_moulding', 10_000],
    ['1.5 million pieces, moulded', {}, 'injection_moulding', 1_500_000],
    ['print it in resin', {}, 'sla', 100],
    ['what does it cost?', {}, 'cnc_milling', 100],
    ['turned from brass', { quantity: '12 pcs' }, 'cnc_turning', 12],
  ])('“%s” with %o is %s of %d', async (message, specifications, process, quantity) => {
    const found = await cost(block, message, specifications);
    expect([found.process.id, found.estimate.quantity]).toEqual([process, quantity]);
    for (const { origin, reason } of found.told.parameters ?? [])
      if (origin === 'assumed') expect(reason).toBeTruthy();
  });

  test('a material that the process is not known for is told', async () => {
    const { told } = await cost(block, 'injection moulded from 6061');
    expect(told.not_used?.[0]).toMatchObject({ text: 'Aluminium 6061-T6' });
  });
});

describe('[P-COST-3] the figures', () => {
  test('have a source each, and the shop’s own take their place', async () => {
    const { told } = await cost(block, 'milled from 6061 at 72 EUR/h', {
      figures: 'setup_hours 1 to 1.5; handling_time: 4 min',
    });
    const table = told.tables?.find(({ title }) => title === 'Figures');
    const found = new Map(
      table?.rows.map(({ id, range: shown, source }) => [id, { shown, source: String(source) }]),
    );
    const sourceOf = (id: string): string => {
      const number = found.get(id)?.source ?? '';
      return table?.note?.split(number)[1]?.split(' [')[0]?.trim() ?? '';
    };
    for (const id of found.keys()) expect(sourceOf(String(id)).length, String(id)).toBeGreaterThan(10);
    expect(found.get('machine_rate')?.shown).toBe('72 EUR/h');
    expect(sourceOf('machine_rate')).toBe('your figure, from the message.');
    expect(found.get('setup_hours')?.shown).toBe('1 to 1.5 h');
    expect(sourceOf('setup_hours')).toBe('your figure, from specifications.figures.');
    expect(found.get('handling_time')?.shown).toBe('4 min');
    expect(sourceOf('cutting_energy')).toContain('Kalpakjian');
    expect(sourceOf('finishing_rate')).toContain('Own estimate');
  });
});

describe('[P-COST-4] the tables', () => {
  test('a part gets no dearer with its number, and all costs more; two digits are shown', async () => {
    const { rowsOf, csv } = await cost(block, 'injection moulded ABS', { quantity: 500 });
    const rows = rowsOf('By quantity');
    expect(rows.map(({ quantity }) => quantity)).toEqual([1, 10, 100, 500, 1000, 10_000]);
    for (const key of ['low', 'high']) {
      const each = rows.map((row) => Number(row[key]));
      expect(each).toEqual(each.toSorted((a, b) => b - a));
      for (const value of each) expect(value).toBe(Number(value.toPrecision(2)));
    }
    const all = rows.map(({ totalLow }) => Number(totalLow));
    expect(all).toEqual(all.toSorted((a, b) => a - b));
    const shares = rowsOf('Each of').map(({ share }) => Number(share));
    expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100)).toBeLessThanOrEqual(2);
    const [first] = rowsOf('What moves it');
    expect(Number(first?.['high'])).toBeGreaterThan(Number(first?.['low']));
    const read: string[][] = parse(csv, { relax_column_count: true });
    expect(read.flat()).toContain('What moves it');
    expect(read.flat()).toContain('toolmaker_rate');
  });
});

describe('[P-COST-6] what cannot be', () => {
  test.each<[Record<string, unknown>, string]>([
    [{ process: 'knitting' }, 'specifications.process'],
    [{ process: 'extrusion' }, 'specifications.process'],
    [{ quantity: 0 }, 'specifications.quantity'],
    [{ quantity: 1.5 }, 'specifications.quantity'],
    [{ quantity: 'many' }, 'specifications.quantity'],
    [{ quantity: Number.POSITIVE_INFINITY }, 'specifications.quantity'],
    [{ material: 'unobtainium' }, 'specifications.material'],
    [{ figures: { wage: 3 } }, 'specifications.figures.wage'],
    [{ figures: { machine_rate: -3 } }, 'specifications.figures.machine_rate'],
    [{ figures: { machine_rate: 0 } }, 'specifications.figures.machine_rate'],
    [{ figures: 'machine_rate cheap' }, 'specifications.figures.machine_rate'],
    [{ figures: { machine_rate: [70, 50] } }, 'specifications.figures.machine_rate'],
    [{ figures: 7 }, 'specifications.figures'],
  ])('%o is refused naming its field', async (specifications, field) => {
    await expect(cost(block, 'what does it cost?', specifications)).rejects.toMatchObject({
      errorCode: 'ENGINEERING_ERROR',
      errors: [{ loc: ['data', ...field.split('.')] }],
    });
  });

  test('without a model there is nothing to estimate', async () => {
    await expect(rig.ask({ message: 'what does it cost?' })).rejects.toThrow('data.attached_files');
  });
});
