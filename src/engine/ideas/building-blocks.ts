// The idea table (resources/knowledge/ideas.json): building blocks of products, and concepts for kinds of product.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

export const criterionIds = [
  'energy',
  'wireless',
  'cost',
  'water',
  'size',
  'rugged',
  'ease',
  'safety',
  'repair',
  'privacy',
  'quiet',
  'precision',
] as const;
export type CriterionId = (typeof criterionIds)[number];

/** 0 violates the criterion, 5 is made for it; with the reason. Cost is not judged here but computed. */
const judgementSchema = z.partialRecord(
  z.enum(criterionIds),
  z.tuple([z.number().int().min(0).max(5), z.string().min(3)]),
);

export const axes = ['power', 'link', 'housing', 'interface', 'sensing', 'actuation'] as const;
export type Axis = (typeof axes)[number];

const blockSchema = z.object({
  id: z.string(),
  axis: z.enum(axes),
  name: z.string(),
  /** Parts cost for one product at 1,000 pieces, USD, from low to high. */
  costUsd: z.tuple([z.number().nonnegative(), z.number().positive()]),
  /** Development effort in person-weeks. */
  weeks: z.number().positive(),
  risk: z.string(),
  judgement: judgementSchema,
});
export type Block = z.infer<typeof blockSchema>;

const conceptSchema = z.object({
  id: z.string(),
  /** `{product}` stands for what the message asks for. */
  title: z.string(),
  summary: z.string(),
  how: z.string(),
  method: z.enum([
    'Substitute',
    'Combine',
    'Adapt',
    'Modify',
    'Put to another use',
    'Eliminate',
    'Reverse',
    'Morphological box',
  ]),
  blocks: z.array(z.string()),
  /** Axes for which the option that meets the constraints best is chosen. */
  open: z.array(z.enum(axes)),
  risk: z.string(),
  judgement: judgementSchema,
});
export type Concept = z.infer<typeof conceptSchema>;

const domainSchema = z.object({
  id: z.string(),
  name: z.string(),
  words: z.array(z.string()),
  concepts: z.array(conceptSchema).min(5),
  features: z.array(
    z.object({
      name: z.string(),
      /** Users in ten who meet it in a quarter, effect on one of them 0.25 to 3, confidence 0 to 1, person-months. */
      reach: z.number().min(0).max(10),
      impact: z.number().min(0.25).max(3),
      confidence: z.number().min(0).max(1),
      months: z.number().positive(),
      must: z.boolean(),
      serves: z.array(z.enum(criterionIds)),
    }),
  ),
  alternatives: z.array(
    z.object({
      category: z.string(),
      strength: z.string(),
      weakness: z.string(),
      opening: z.string(),
      strongIn: z.array(z.enum(criterionIds)),
    }),
  ),
});
export type Domain = z.infer<typeof domainSchema>;

const tableSchema = z.object({
  costBasis: z.string(),
  blocks: z.array(blockSchema),
  domains: z.array(domainSchema),
  generic: domainSchema,
});
export type IdeaTable = z.infer<typeof tableSchema>;

/** Reads the table; a block that a concept names and the table lacks is a defect of the installation and throws. */
export async function loadIdeaTable(resourcesDir: string): Promise<IdeaTable> {
  const raw: unknown = JSON.parse(await readFile(join(resourcesDir, 'knowledge', 'ideas.json'), 'utf8'));
  const table = tableSchema.parse(raw);
  const known = new Set(table.blocks.map(({ id }) => id));
  for (const { concepts } of [...table.domains, table.generic])
    for (const { id, blocks } of concepts)
      for (const block of blocks)
        if (!known.has(block))
          throw new Error(`ideas.json: concept ${id} names the block ${block}, which is not in the table.`);
  return table;
}
