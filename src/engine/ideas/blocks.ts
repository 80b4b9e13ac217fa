// The morphological box: axes of a product and the options on each, with scores, costs and risks.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const optionSchema = z.object({
  id: z.string(),
  name: z.string(),
  how: z.string(),
  /** Parts cost in EUR, low and high. */
  cost: z.tuple([z.number(), z.number()]),
  effort: z.number().int().min(1).max(5),
  /** 0 to 5 by constraint; one that is missing says nothing either way. */
  scores: z.record(z.string(), z.number().min(0).max(5)),
  /** The reason for a score, where one is given. */
  why: z.record(z.string(), z.string()).optional(),
  risk: z.string(),
});
export type Option = z.infer<typeof optionSchema>;

const boxSchema = z.object({
  basis: z.string(),
  axes: z.array(z.object({ name: z.string(), options: z.array(optionSchema).min(2) })),
  markets: z.record(z.string(), z.array(z.string())),
});
export type MorphologicalBox = z.infer<typeof boxSchema>;

export async function loadBox(resourcesDir: string): Promise<MorphologicalBox> {
  return boxSchema.parse(
    JSON.parse(await readFile(join(resourcesDir, 'knowledge/idea-blocks.json'), 'utf8')),
  );
}

/** One option per axis. */
export type Concept = readonly Option[];

/** Every way to take one option from each axis. */
export function allConcepts({ axes }: Pick<MorphologicalBox, 'axes'>): Concept[] {
  return axes.reduce<Concept[]>(
    (concepts, { options }) => concepts.flatMap((concept) => options.map((option) => [...concept, option])),
    [[]],
  );
}
