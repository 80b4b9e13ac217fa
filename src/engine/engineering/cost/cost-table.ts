// The table of cost models (resources/cost-models.json): figures of each process with their source.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const span = z.tuple([z.number().positive(), z.number().positive()]);

/** A figure as a range; equal ends where it is known. */
const figureRowSchema = z.object({
  id: z.string(),
  title: z.string(),
  low: z.number().nonnegative(),
  high: z.number().nonnegative(),
  unit: z.string(),
  source: z.string(),
});

const costTableSchema = z.object({
  sources: z.record(z.string(), z.string()),
  processes: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      /** Id of the material that is assumed where none is named. */
      usualMaterial: z.string(),
      figures: z.array(figureRowSchema),
    }),
  ),
  /** Boothroyd's processing data: diffusivity in mm²/s, temperatures in °C. */
  moulding: z.array(
    z.object({
      material: z.string(),
      diffusivityMm2PerS: z.number().positive(),
      meltC: z.number(),
      mouldC: z.number(),
      ejectionC: z.number(),
    }),
  ),
  mouldingMachines: z.array(
    z.object({ clampKN: z.number(), rateUsdPerHour: z.number(), dryCycleS: z.number() }),
  ),
  /** Runner volume as a share of the part's, by the part's volume. */
  runners: z.array(z.object({ partCm3: z.number(), share: z.number() })),
  /** Specific cutting energy, W·s/mm³, by class of material. */
  cuttingEnergy: z.record(z.string(), span),
  cuttingEnergyOwn: z.record(z.string(), span),
  /** Cutting speed times thickness, mm·m/min. */
  laserSpeed: z.record(z.string(), span),
});
export type CostTable = z.infer<typeof costTableSchema>;
export type CostProcess = CostTable['processes'][number];

export async function readCostTable(resourcesDir: string): Promise<CostTable> {
  return costTableSchema.parse(JSON.parse(await readFile(join(resourcesDir, 'cost-models.json'), 'utf8')));
}
