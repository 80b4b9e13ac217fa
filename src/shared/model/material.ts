// The materials table (resources/materials.json): its shape, and finding a material by what people call it.
import { z } from 'zod';

/** One figure at 23 °C: a typical value, where known the span of grades, and the id of its source. */
export const figureSchema = z.object({
  value: z.number(),
  range: z.tuple([z.number(), z.number()]).optional(),
  source: z.string(),
});
export type Figure = z.infer<typeof figureSchema>;

/** Units stand in the names; `waterAbsorptionPercent` is by mass after 24 h (ISO 62). */
export const figureNames = [
  'modulusGPa',
  'yieldStrengthMPa',
  'tensileStrengthMPa',
  'maxServiceTempC',
  'waterAbsorptionPercent',
  'thermalConductivityWPerMK',
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
] as const;
export type TraitName = (typeof traitNames)[number];

/** A judgement: 1 poor to 5 excellent (for `cost`, 5 is cheapest), with its reason and source. */
const traitSchema = z.object({ score: z.number().int().min(1).max(5), text: z.string(), source: z.string() });

export const materialSchema = z.object({
  id: z.string(),
  name: z.string(),
  family: z.enum(['thermoplastic', 'elastomer', 'metal', 'composite']),
  aliases: z.array(z.string()),
  densityGramsPerCm3: z.number().positive(),
  /** Source of the density, spelt out. */
  source: z.string(),
  figures: z.partialRecord(z.enum(figureNames), figureSchema),
  traits: z.partialRecord(z.enum(traitNames), traitSchema),
  /** Ids of resources/knowledge/processes.json. */
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

/**
 * Finds every material that a text mentions; where names overlap the longest wins, so that "PA66-GF30" does not
 * mention PA66 too. In order of mention.
 */
export function mentionedMaterials(materials: readonly Material[], text: string): Material[] {
  let rest = normalise(text);
  const found: { material: Material; at: number }[] = [];
  const names = materials.flatMap((material) => namesOf(material).map((name) => ({ material, name })));
  names.sort((a, b) => b.name.length - a.name.length);
  for (const { material, name } of names) {
    const at = rest.indexOf(name);
    if (at < 0) continue;
    if (!found.some((one) => one.material === material)) found.push({ material, at });
    rest = rest.replaceAll(name, ` ${'.'.repeat(name.length - 2)} `);
  }
  return found.sort((a, b) => a.at - b.at).map((one) => one.material);
}
