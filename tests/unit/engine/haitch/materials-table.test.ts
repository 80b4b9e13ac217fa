// The materials table against what does not come from it: bounds of its classes, laws between figures, and its own names.
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../../../src/engine/haitch/knowledge.ts';
import {
  findMaterial,
  type FigureName,
  type Material,
  mentionedMaterials,
} from '../../../../src/shared/model/material.ts';
import { understandPart } from '../../../../src/cad/understand/understand-part.ts';
import { resourcesDir } from '../desk-rig.ts';

const { materials, sources } = (await loadKnowledge(resourcesDir)).materials;
const key = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('aluminum', 'aluminium')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
const value = ({ figures }: Material, name: FigureName): number | undefined => figures[name]?.value;

/** Density in g/cm³, and modulus in GPa, of the classes on Ashby's charts (Materials Selection, 4th ed., figures 4.3 and 4.4). */
const classes: Record<Material['family'], { density: [number, number]; modulus: [number, number] }> = {
  thermoplastic: { density: [0.85, 2.3], modulus: [0.1, 20] },
  thermoset: { density: [1, 2], modulus: [1, 15] },
  elastomer: { density: [0.85, 2], modulus: [0.0005, 0.2] },
  metal: { density: [1.7, 9], modulus: [40, 225] },
  composite: { density: [1.4, 2.1], modulus: [10, 160] },
  ceramic: { density: [2.1, 4], modulus: [55, 400] },
  natural: { density: [0.3, 1.2], modulus: [1, 20] },
};
/** What no figure of a solid at room temperature goes beyond. */
const bounds: Record<FigureName, [number, number]> = {
  modulusGPa: [0.0005, 400],
  poissonRatio: [0.15, 0.5],
  yieldStrengthMPa: [5, 2500],
  tensileStrengthMPa: [5, 2500],
  elongationPercent: [0.2, 900],
  maxServiceTempC: [40, 1700],
  waterAbsorptionPercent: [0, 4],
  thermalConductivityWPerMK: [0.1, 400],
  specificHeatJPerKgK: [350, 2300],
  electricalConductivityMSPerM: [0.5, 59],
};

describe('the materials table', () => {
  test('has sixty materials and more, each with density, stiffness, strength, heat and price', () => {
    expect(materials.length).toBeGreaterThanOrEqual(60);
    for (const material of materials)
      for (const name of [
        'modulusGPa',
        'tensileStrengthMPa',
        'maxServiceTempC',
        'thermalConductivityWPerMK',
        'specificHeatJPerKgK',
      ] as const)
        expect(value(material, name), `${material.id} ${name}`).toBeDefined();
  });

  test('spells out every source', () => {
    for (const { id, figures, traits, pricePerKgEur } of materials)
      for (const { source } of [...Object.values(figures), ...Object.values(traits), pricePerKgEur])
        expect(sources, id).toHaveProperty(source);
  });

  test('keeps within the bounds of its class and of each figure, and a value within its own range', () => {
    for (const material of materials) {
      const { id, family, densityGramsPerCm3: density } = material;
      const within = (number: number, [low, high]: readonly [number, number], what: string): void => {
        expect(number, `${id} ${what}`).toBeGreaterThanOrEqual(low);
        expect(number, `${id} ${what}`).toBeLessThanOrEqual(high);
      };
      within(density, classes[family].density, 'density');
      within(value(material, 'modulusGPa') ?? 0, classes[family].modulus, 'modulus');
      for (const name of Object.keys(bounds) as FigureName[]) {
        const figure = material.figures[name];
        if (figure === undefined) continue;
        within(figure.value, bounds[name], name);
        if (figure.range !== undefined) within(figure.value, figure.range, `${name} in its range`);
      }
    }
  });

  test('yields before it breaks, and strains by less than it stretches', () => {
    for (const material of materials) {
      const yields = value(material, 'yieldStrengthMPa');
      const breaks = value(material, 'tensileStrengthMPa') ?? 0;
      const modulus = (value(material, 'modulusGPa') ?? 0) * 1000;
      const stretch = (value(material, 'elongationPercent') ?? 100) / 100;
      if (yields !== undefined) expect(yields, material.id).toBeLessThanOrEqual(breaks);
      // Hooke: what breaks without flowing has stretched by σ / E; a test bar bends that by a quarter at most.
      if (material.family !== 'elastomer')
        expect(stretch, material.id).toBeGreaterThan((0.75 * (yields ?? breaks)) / modulus);
    }
  });

  test('metals conduct heat and current by one law: Wiedemann and Franz, L = 2.44e-8 W·Ω/K²', () => {
    for (const material of materials) {
      const heat = value(material, 'thermalConductivityWPerMK');
      const current = value(material, 'electricalConductivityMSPerM');
      // In cast iron graphite conducts, and that by its lattice: the law is about electrons.
      if (material.id.startsWith('gj')) continue;
      if (material.family !== 'metal' || heat === undefined || current === undefined) continue;
      const ratio = heat / (current * 1e6 * 293 * 2.44e-8);
      // Alloys carry some heat by their lattice too: poor conductors up to two and a half times the law.
      expect(ratio, material.id).toBeGreaterThan(0.75);
      expect(ratio, material.id).toBeLessThan(heat < 40 ? 2.6 : 1.6);
    }
  });

  test('the heat a volume holds is that of all solids, 1 to 4.2 MJ/(m³·K)', () => {
    // Ashby, section 4.3: ρ·c of solids is about 3 · 10⁶ J/(m³·K), by Dulong and Petit.
    for (const material of materials) {
      const held = (material.densityGramsPerCm3 * (value(material, 'specificHeatJPerKgK') ?? 0)) / 1000;
      expect(held, material.id).toBeGreaterThan(1);
      expect(held, material.id).toBeLessThan(4.2);
    }
  });

  test('prices are ranges that no quotation would call precise', () => {
    for (const {
      id,
      pricePerKgEur: { low, high },
    } of materials) {
      expect(high / low, id).toBeGreaterThanOrEqual(2);
      expect(low, id).toBeGreaterThan(0.3);
      expect(high, id).toBeLessThan(400);
    }
  });
});

describe('the names of materials', () => {
  test('none is there twice', () => {
    const owner = new Map<string, string>();
    for (const { id, name, aliases } of materials) {
      expect(new Set(aliases.map(key)).size, id).toBe(aliases.length);
      for (const word of new Set([id, name, ...aliases].map(key))) {
        expect(owner.get(word), `${word} of ${id}`).toBeUndefined();
        owner.set(word, id);
      }
    }
  });

  test('each is found by its field, in a question, and by the reader of parts', () => {
    for (const material of materials)
      for (const name of [material.id, material.name, ...material.aliases]) {
        expect(findMaterial(materials, name)?.id, name).toBe(material.id);
        expect(
          mentionedMaterials(materials, `Density of ${name}?`).map(({ id }) => id),
          name,
        ).toEqual([material.id]);
        const field = understandPart(
          { message: 'flat plate 100x80x5 mm', specifications: { material: name } },
          materials,
        );
        expect(field.part.material.name, name).toBe(material.name);
        const words = understandPart(
          { message: `flat plate 100x80x5 mm in ${name}`, specifications: {} },
          materials,
        );
        expect(words.part.material.name, name).toBe(material.name);
        expect(words.part.values, name).toMatchObject({ width: 100, depth: 80, thickness: 5 });
        expect(words.unused, name).toEqual([]);
      }
  });

  test.each([
    ['plate 304 mm x 430 mm of aluminum 6082', 'al-6082-t6'],
    ['316 x 200 x 4 mm plate, EN AW-5083', 'al-5083-o'],
    ['304 pieces of a knob in POM', 'pom'],
    ['a pet feeder in ABS', 'abs'],
    ['shaft of 42CrMo4, 0.304 in bore', 'steel-42crmo4'],
    ['304 2 mm thick', 'ss-304'],
  ])('a figure or a word is no material: “%s” is of %s', (text, id) => {
    expect(mentionedMaterials(materials, text).map((one) => one.id)).toEqual([id]);
  });
});
