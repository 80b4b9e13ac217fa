// The materials table (resources/materials.json): its shape, and finding a material by what people call it.
import { z } from 'zod';

/** One figure at 23 °C: a typical value, where known the span of grades, and the id of its source. */
export const figureSchema = z.object({
  value: z.number(),
  range: z.tuple([z.number(), z.number()]).optional(),
  source: z.string(),
});
export type Figure = z.infer<typeof figureSchema>;

/** Units stand in the names; `waterAbsorptionPercent` is by mass after 24 h (ISO 62), `elongationPercent` is at break. */
export const figureNames = [
  'modulusGPa',
  'poissonRatio',
  'yieldStrengthMPa',
  'tensileStrengthMPa',
  'elongationPercent',
  'maxServiceTempC',
  'waterAbsorptionPercent',
  'thermalConductivityWPerMK',
  'specificHeatJPerKgK',
  'electricalConductivityMSPerM',
] as const;
export type FigureName = (typeof figureNames)[number];

export const traitNames = [
  'cost',
  'uv',
  'water',
  'flame',
  'chemical',
  'impact',
  'transparency',
  'wear',
  'sealing',
  'food',
] as const;
export type TraitName = (typeof traitNames)[number];

/** A judgement: 1 poor to 5 excellent (for `cost`, 5 is cheapest), with its reason and source. */
const traitSchema = z.object({ score: z.number().int().min(1).max(5), text: z.string(), source: z.string() });

const families = [
  'thermoplastic',
  'thermoset',
  'elastomer',
  'metal',
  'composite',
  'ceramic',
  'natural',
] as const;

export const materialSchema = z.object({
  id: z.string(),
  name: z.string(),
  family: z.enum(families),
  aliases: z.array(z.string()),
  densityGramsPerCm3: z.number().positive(),
  /** Source of the density, spelt out. */
  source: z.string(),
  figures: z.partialRecord(z.enum(figureNames), figureSchema),
  /** What stock of it costs, EUR/kg, from large orders to small lots. */
  pricePerKgEur: z.object({ low: z.number().positive(), high: z.number().positive(), source: z.string() }),
  traits: z.partialRecord(z.enum(traitNames), traitSchema),
  /** Ids of processes, the usual one first; those of resources/dfm-rules.json where it has rules for them. */
  processes: z.array(z.string()),
  typicalUses: z.array(z.string()),
});
export type Material = z.infer<typeof materialSchema>;

/** The whole table; `sources` maps the ids used by figures and traits to full titles. */
export const materialTableSchema = z.object({
  sources: z.record(z.string(), z.string()),
  materials: z.array(materialSchema),
});
export type MaterialTable = z.infer<typeof materialTableSchema>;

function normalise(text: string): string {
  return ` ${text
    .toLowerCase()
    .replaceAll('aluminum', 'aluminium')
    .replaceAll('×', ' x ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;
}

/** All names of a material, in the form texts are compared in. */
function namesOf(material: Material): string[] {
  return [material.id, material.name, ...material.aliases].map(normalise);
}

/** Finds the material whose name, id or alias is exactly `name`, ignoring case and punctuation. */
export function findMaterial(materials: readonly Material[], name: string): Material | null {
  const wanted = normalise(name);
  return materials.find((material) => namesOf(material).includes(wanted)) ?? null;
}

interface Name {
  readonly material: Material;
  readonly name: string;
  readonly pattern: RegExp | null;
}

const namesByTable = new WeakMap<readonly Material[], readonly Name[]>();
/** Names that are words of English too: in a text they count in capitals only. */
const words = new Set([' pet ', ' san ']);
/** `304 mm`, `430 x 200`, `316 parts` are figures and no steel. */
const figure =
  ' (?:mm|cm|m|inch|inches|ft|x|by|n|kn|kg|g|pcs|pieces|parts|units|off|holes|times|rpm|c|k|percent|deg|degrees) ';

/** The names of a table, the longest first. */
function longestFirst(materials: readonly Material[]): readonly Name[] {
  const known = namesByTable.get(materials);
  if (known !== undefined) return known;
  const names = materials
    .flatMap((material) =>
      namesOf(material).map((name) => {
        const isNumber = /^[\d ]+$/.test(name);
        return {
          material,
          name,
          pattern: isNumber ? new RegExp(`(?<! x| 0)${name.trimEnd()}(?!${figure})(?= )`) : null,
        };
      }),
    )
    .sort((a, b) => b.name.length - a.name.length);
  namesByTable.set(materials, names);
  return names;
}

/**
 * Finds every material that a text mentions; where names overlap the longest wins, so that "PA66-GF30" does not
 * mention PA66 too. In order of mention.
 */
export function mentionedMaterials(materials: readonly Material[], text: string): Material[] {
  let rest = normalise(text);
  const found: { material: Material; at: number }[] = [];
  for (const { material, name, pattern } of longestFirst(materials)) {
    const at = pattern === null ? rest.indexOf(name) : rest.search(pattern);
    if (at < 0 || (words.has(name) && !text.includes(name.trim().toUpperCase()))) continue;
    if (!found.some((one) => one.material === material)) found.push({ material, at });
    rest = rest.replaceAll(name, ` ${'.'.repeat(name.length - 2)} `);
  }
  return found.sort((a, b) => a.at - b.at).map((one) => one.material);
}
