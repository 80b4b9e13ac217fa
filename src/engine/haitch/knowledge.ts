// The tables Haitch knows: materials, design rules, standards. Each figure has its source.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { materialTableSchema } from '../../shared/model/material.ts';
import { readStandardTables, standardTablesSchema } from '../standards/standard-tables.ts';

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
    /** The letter after the digits: which part of a person cannot reach danger. */
    persons: z.record(z.string(), z.string()),
    supplements: z.record(z.string(), z.string()),
  }),
  generalTolerances: z.object({
    source: z.string(),
    upToMm: z.array(z.number()),
    classes: z.record(z.string(), z.array(z.number().nullable())),
    /** Radii and chamfers, ± mm; null is without end. */
    edges: z.object({
      source: z.string(),
      upToMm: z.array(z.number().nullable()),
      classes: z.record(z.string(), z.array(z.number())),
    }),
    angles: z.object({
      source: z.string(),
      upToMm: z.array(z.number().nullable()),
      /** ± minutes of arc. */
      minutes: z.record(z.string(), z.array(z.number())),
    }),
    replaced: z.string(),
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
  standardTables: standardTablesSchema,
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
    standardTables: await readStandardTables(resourcesDir),
  });
}
