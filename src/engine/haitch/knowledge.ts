// The tables Haitch knows: materials, design rules, standards. Each figure has its source.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { materialTableSchema } from '../../shared/model/material.ts';

const rulesSchema = z.object({
  sources: z.record(z.string(), z.string()),
  rules: z.array(
    z.object({
      id: z.string(),
      process: z.string(),
      topic: z.string(),
      material: z.string().optional(),
      text: z.string(),
      value: z.number(),
      unit: z.string(),
      source: z.string(),
    }),
  ),
});
export type Rule = z.infer<typeof rulesSchema>['rules'][number];

const standardsSchema = z.object({
  threads: z.object({
    source: z.string(),
    rows: z.array(
      z.object({
        name: z.string(),
        pitchMm: z.number().positive(),
        tapDrillMm: z.number().positive(),
        stressAreaMm2: z.number().positive().optional(),
      }),
    ),
  }),
  ingress: z.object({
    source: z.string(),
    solids: z.array(z.string()).length(7),
    water: z.array(z.string()).length(10),
  }),
  generalTolerances: z.object({
    source: z.string(),
    upToMm: z.array(z.number()),
    classes: z.record(z.string(), z.array(z.number().nullable())),
  }),
});

const expansionSchema = z.object({
  sources: z.record(z.string(), z.string()),
  /** Linear thermal expansion by material id, 10⁻⁶/K. */
  coefficients: z.array(
    z.object({ material: z.string(), perMillionPerK: z.number().positive(), source: z.string() }),
  ),
});

const knowledgeSchema = z.object({
  expansion: expansionSchema,
  materials: materialTableSchema,
  rules: rulesSchema,
  standards: standardsSchema,
});
export type Knowledge = z.infer<typeof knowledgeSchema>;

/** Reads the tables from `resources`; a damaged one is a defect of the installation and throws. */
export async function loadKnowledge(resourcesDir: string): Promise<Knowledge> {
  const read = async (path: string): Promise<unknown> =>
    JSON.parse(await readFile(join(resourcesDir, path), 'utf8'));
  return knowledgeSchema.parse({
    materials: await read('materials.json'),
    rules: await read('knowledge/rules.json'),
    standards: await read('knowledge/standards.json'),
    expansion: await read('knowledge/thermal-expansion.json'),
  });
}
