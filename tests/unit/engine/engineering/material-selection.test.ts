// Selections against what is known of them elsewhere: Ashby's published indices, the mechanics the indices come from, and other readers of the files.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { textWidth } from '../../../../src/cad/drawing/text-width.ts';
import { engineeringResponseDataSchema } from '../../../../src/shared/protocol/engineering-response.ts';
import { materials } from '../../cad/understand-parts.ts';
import { openModelRig } from './model-rig.ts';

const rig = await openModelRig('material_selection');
afterAll(() => rig[Symbol.asyncDispose]());

const bodySchema = engineeringResponseDataSchema.extend({
  objective: z.object({ id: z.string(), index: z.string(), source: z.string() }),
  ranking: z.array(
    z.object({
      material: z.string(),
      name: z.string(),
      index: z.number(),
      index_low: z.number(),
      index_high: z.number(),
    }),
  ),
  excluded: z.array(
    z.object({ material: z.string(), name: z.string(), reasons: z.array(z.string()).min(1) }),
  ),
});

async function select(message: string, specifications: Record<string, unknown> = {}) {
  const answer = await rig.ask({ message, specifications });
  const text = (name: string): string =>
    readFileSync(answer.files.find((file) => file.name === name)?.path ?? '', 'utf8');
  return { ...bodySchema.parse({ ...answer.body, message: answer.message }), text };
}

describe('[P-MATERIAL-1] the objective', () => {
  test.each([
    ['light stiff beam', 'light_stiff_beam'],
    ['A light, strong tie rod', 'light_strong_tie'],
    ['cheap and rigid panel', 'cheap_stiff_panel'],
    ['what for a lightweight strong bracket?', 'light_strong_beam'],
    ['heat sink', 'thermal_conductor'],
    ['light heat sink', 'light_thermal_conductor'],
    ['thermally insulating cover', 'thermal_insulator'],
    ['bus bar', 'electrical_conductor'],
    ['a small spring', 'spring'],
    ['something cheap', 'cheap'],
  ])('of “%s” is %s', async (message, id) => {
    expect((await select(message)).objective.id).toBe(id);
    expect((await select('a part', { objective: id })).objective.id).toBe(id);
  });

  test('that no word says is the price, and is told as assumed', async () => {
    const { objective, parameters } = await select('a plastic for 80 °C');
    expect(objective.id).toBe('cheap');
    expect(parameters?.[0]).toMatchObject({ name: 'objective', origin: 'assumed' });
  });
});

describe('[P-MATERIAL-2] the ranking', () => {
  /** E^(1/2)/ρ in GPa^(1/2)/(Mg/m³): Ashby, 4th ed., section 6.2, the oar; and his figures for steel and aluminium, section 5.3. */
  test.each([
    ['cfrp', 5.3, 7.9],
    ['plywood-birch', 3.4, 6.3],
    ['alumina', 4, 8.9],
    ['al-6061-t6', 2.9, 3.3],
    ['steel-s235', 1.7, 1.9],
    ['ti-6al-4v', 2.2, 2.5],
  ])('gives %s an index between %d and %d as a light stiff beam', async (id, low, high) => {
    const { ranking } = await select('light stiff beam');
    const found = ranking.find(({ material }) => material === id)?.index ?? 0;
    expect(found).toBeGreaterThanOrEqual(low);
    expect(found).toBeLessThanOrEqual(high);
  });

  test.each(['light_stiff_tie', 'light_stiff_beam', 'light_strong_tie', 'light_strong_beam'])(
    '%s: the mass that the load needs is the smaller, the larger the index, and by the same factor',
    async (objective) => {
      const load = { objective, load: '200 N', length: '500 mm', max_deflection: '2 mm' };
      const { tables, ranking } = await select('part', load);
      const products = (tables?.[0]?.rows ?? []).map(
        (row, place) => Number(row['mass']) * (ranking[place]?.index ?? 0),
      );
      expect(products.length).toBeGreaterThan(5);
      for (const product of products) expect(Math.abs(product / (products[0] ?? 0) - 1)).toBeLessThan(0.011);
    },
  );

  test('a cantilever of the mass told bends as far as allowed: δ = F L³ / (3 E I)', async () => {
    const { tables } = await select('light stiff beam, 200 N, 500 mm long, deflection at most 2 mm, metal');
    const row = tables?.[0]?.rows[0];
    const edge = Number(row?.['edge']);
    const material = materials.find(
      ({ name }) => name === String(row?.['material']).replace(/, brittle$/, ''),
    );
    const modulus = (material?.figures.modulusGPa?.value ?? 0) * 1000;
    expect((200 * 500 ** 3) / ((3 * modulus * edge ** 4) / 12)).toBeCloseTo(2, 1);
    expect(Number(row?.['mass'])).toBeCloseTo(
      (edge ** 2 * 500 * (material?.densityGramsPerCm3 ?? 0)) / 1000,
      -1,
    );
  });

  test('spans the index over the grades, typical value inside', async () => {
    for (const { index, index_low: low, index_high: high, name } of (await select('cheap strong panel'))
      .ranking) {
      expect(low, name).toBeLessThanOrEqual(index);
      expect(high, name).toBeGreaterThanOrEqual(index);
    }
  });
});

describe('[P-MATERIAL-3] the limits', () => {
  test('leave out what does not keep them, each with its reason; nobody is lost', async () => {
    const { ranking, excluded, parameters } = await select(
      'light stiff beam, up to 80 °C, injection moulded',
    );
    expect(ranking.length + excluded.length).toBe(materials.length);
    for (const { material: id } of ranking) {
      const material = materials.find((one) => one.id === id);
      expect(material?.figures.maxServiceTempC?.value, id).toBeGreaterThanOrEqual(80);
      expect(material?.processes, id).toContain('injection_moulding');
    }
    expect(excluded.find(({ material }) => material === 'abs')?.reasons).toEqual([
      'serves up to 75 °C, 80 °C are needed',
    ]);
    expect(excluded.find(({ material }) => material === 'pla')?.reasons).toHaveLength(2);
    expect(parameters).toContainEqual({ name: 'max_temperature', value: 80, unit: '°C', origin: 'message' });
  });

  test('are the same from fields as from words, and in other units', async () => {
    const words = await select('cheap, 176 °F, at least 40 MPa yield, transparent');
    const fields = await select('cheap', {
      max_temperature: '80 °C',
      min_yield_strength: 40,
      requirements: 'transparent',
    });
    expect(words.ranking).toEqual(fields.ranking);
    expect(words.ranking.map(({ material }) => material)).toContain('pmma');
  });

  test('a material exactly at its limit is in', async () => {
    const { ranking } = await select('cheap', { max_temperature: 75 });
    expect(ranking.map(({ material }) => material)).toContain('abs');
  });

  test.each([
    ['food contact, injection moulded, cheap', 'pp', 'pc'],
    ['flame retardant plastic', 'pps-gf40', 'abs'],
    ['cheap and electrically insulating, 200 °C', 'phenolic', 'steel-s235'],
    ['plastic for outdoor use', 'asa', 'pla'],
    ['below 3 EUR/kg, light stiff beam', 'steel-s235', 'cfrp'],
    ['light strong tie, density below 3 g/cm³', 'al-7075-t6', 'ti-6al-4v'],
    ['light strong beam of aluminium or stainless steel', 'ss-304', 'steel-s235'],
    ['6061 or 7075 for a light strong tie', 'al-7075-t6', 'al-2024-t3'],
    ['conductor of heat, sheet metal', 'copper', 'al-a356-t6'],
  ])('“%s” keeps %s and leaves out %s', async (message, kept, out) => {
    const { ranking, excluded } = await select(message);
    expect(ranking.map(({ material }) => material)).toContain(kept);
    expect(excluded.map(({ material }) => material)).toContain(out);
  });

  test('what is said and has no effect is told', async () => {
    const { not_used: notUsed } = await select('light stiff beam with 7 ribs', { colour: 'red' });
    expect(notUsed?.map(({ text }) => text)).toEqual(['7 ribs', 'colour']);
  });
});

describe('[P-MATERIAL-4] the files', () => {
  test('the chart shows each material where its figures are, by the numbers at its own axes', async () => {
    const { text, ranking } = await select('light stiff beam');
    const svg = text('material-selection.svg');
    const ticks = (pattern: RegExp): { at: number; log: number }[] =>
      [...svg.matchAll(pattern)].map(([, at, value]) => ({ at: Number(at), log: Math.log10(Number(value)) }));
    const across = ticks(/<text x="([\d.]+)" y="721" text-anchor="middle">([\d.]+)<\/text>/g);
    const up = ticks(/<text x="84" y="([\d.]+)" text-anchor="end">([\d.]+)<\/text>/g);
    const decode = (scale: typeof across, at: number): number => {
      const [first, last] = [scale[0] ?? { at: 0, log: 0 }, scale.at(-1) ?? { at: 1, log: 0 }];
      return 10 ** (first.log + ((at - first.at) / (last.at - first.at)) * (last.log - first.log));
    };
    for (const { name, material: id } of ranking) {
      const [, x, y] =
        new RegExp(
          `<title>${name.replaceAll(/[.*+?^$()|[\]]/g, '\\$&')}</title>.*?<circle cx="([\\d.]+)" cy="([\\d.]+)"`,
        ).exec(svg) ?? [];
      const material = materials.find((one) => one.id === id);
      expect(
        Math.abs(decode(across, Number(x)) / (material?.densityGramsPerCm3 ?? 0) - 1),
        name,
      ).toBeLessThan(0.01);
      // A text's baseline is 5 below its line.
      const modulus = material?.figures.modulusGPa?.value ?? 0;
      expect(Math.abs(decode(up, Number(y) + 5) / modulus - 1), name).toBeLessThan(0.02);
    }
  });

  test('its line is as good as the best everywhere, and no label lies on another', async () => {
    for (const message of ['light stiff beam', 'cheap strong panel', 'spring', 'heat sink', 'cheap']) {
      const { text, ranking } = await select(message);
      const svg = text('material-selection.svg');
      expect(svg).toContain('class="guide"');
      const labels = [...svg.matchAll(/class="label" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]+)</g)].map(
        ([, x, y, words = '']) => ({
          words,
          left: Number(x),
          right: Number(x) + textWidth(words.replaceAll('&amp;', '&'), (15 * 1493) / 2048),
          top: Number(y) - 11,
          bottom: Number(y) + 3,
        }),
      );
      expect(labels[0]?.words).toContain(`1 ${ranking[0]?.name.replace(/ \(.*\)$/, '')}`);
      expect(labels.length).toBeGreaterThanOrEqual(6);
      for (const [place, a] of labels.entries()) {
        expect(a.left).toBeGreaterThan(92);
        expect(a.right).toBeLessThan(877);
        for (const b of labels.slice(place + 1))
          expect(
            a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
            `${a.words} / ${b.words}`,
          ).toBe(false);
      }
    }
  });

  test('the CSV has every material, read by another reader', async () => {
    const { text, ranking, excluded } = await select('light stiff beam, up to 80 °C');
    const rows: Record<string, string>[] = parse(text('material-selection.csv'), { columns: true });
    expect(rows.map((row) => row['Material']?.replace(/, brittle$/, ''))).toEqual(
      ranking.map(({ name }) => name),
    );
    for (const row of rows) expect(row['Sources']).not.toBe('');
    const out: Record<string, string>[] = parse(text('material-selection-excluded.csv'), { columns: true });
    expect(out.map((row) => row['Why'])).toEqual(excluded.map(({ reasons }) => reasons.join('; ')));
  });
});

describe('[P-MATERIAL-5] what cannot be', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['please help', {}, 'specifications.objective'],
    ['part', { objective: 'happy' }, 'specifications.objective'],
    ['cheap', { process: 'knitting' }, 'specifications.process'],
    ['cheap', { family: 'gas' }, 'specifications.family'],
    ['cheap', { max_temperature: 'hot' }, 'specifications.max_temperature'],
    ['cheap', { max_temperature: Number.NaN }, 'specifications.max_temperature'],
    ['cheap', { min_yield_strength: Number.POSITIVE_INFINITY }, 'specifications.min_yield_strength'],
    ['cheap', { requirements: 'transparent, magic' }, 'specifications.requirements'],
    ['light stiff beam', { load: -5 }, 'specifications.load'],
    ['cheap', { max_temperature: 5000 }, 'specifications'],
  ])('“%s” with %o is refused naming its field', async (message, specifications, field) => {
    await expect(select(message, specifications)).rejects.toMatchObject({
      errorCode: 'ENGINEERING_ERROR',
      message: expect.stringContaining(`data.${field}: `) as string,
      errors: [{ loc: ['data', ...field.split('.')] }],
    });
  });

  test('a message of five megabytes is read in bounded time', async () => {
    const start = performance.now();
    for (const piece of ['insulat', 'light stiff ', '9', '80 °C ', 'yield '])
      await select(`light stiff beam ${piece.repeat(5_000_000 / piece.length)}`).catch(() => null);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('that nothing keeps all limits is told with the nearest', async () => {
    await expect(select('transparent metal')).rejects.toThrow(
      'no material of the table keeps all limits; nearest are',
    );
  });
});
