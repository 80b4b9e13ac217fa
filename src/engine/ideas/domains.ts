// Kinds of product (resources/knowledge/idea-domains.json): concepts that are about the thing asked for, and what serves it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** By constraint: 0 violates it, 5 is made for it; with the reason. */
const judgedSchema = z.record(z.string(), z.object({ score: z.number().min(0).max(5), why: z.string() }));

const coreSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Parts cost in EUR, low and high, on the same basis as the box. */
  cost: z.tuple([z.number().nonnegative(), z.number().positive()]),
  effort: z.number().int().min(1).max(5),
  risk: z.string(),
  judged: judgedSchema,
});
export type Core = z.infer<typeof coreSchema>;

const conceptSchema = z.object({
  id: z.string(),
  /** `{product}` stands for what the message asks for. */
  title: z.string(),
  summary: z.string(),
  how: z.string(),
  method: z.enum(['Substitute', 'Combine', 'Adapt', 'Modify', 'Put to another use', 'Eliminate', 'Reverse']),
  /** Ids of the sensors and actuators it cannot be without. */
  cores: z.array(z.string()),
  /** Options of the box that are feasible with it, by axis; a missing axis is free, an empty one is not needed. */
  only: z.record(z.string(), z.array(z.string())),
  risk: z.string(),
  judged: judgedSchema,
});
export type DomainConcept = z.infer<typeof conceptSchema>;

const domainSchema = z.object({
  id: z.string(),
  name: z.string(),
  words: z.array(z.string()),
  concepts: z.array(conceptSchema).min(5),
  features: z.array(
    z.object({
      name: z.string(),
      /** Of ten users how many meet it in a quarter. */
      reach: z.number().min(0).max(10),
      /** Effect on one of them, 0.25 to 3. */
      impact: z.number().min(0.25).max(3),
      confidence: z.number().min(0).max(1),
      /** Person-months. */
      months: z.number().positive(),
      must: z.boolean(),
      serves: z.array(z.string()),
    }),
  ),
  alternatives: z.array(
    z.object({
      category: z.string(),
      strength: z.string(),
      weakness: z.string(),
      opening: z.string(),
      strongIn: z.array(z.string()),
    }),
  ),
});
export type Domain = z.infer<typeof domainSchema>;

const tableSchema = z.object({
  /** Pairs of options that cannot be built together, with the reason. */
  clashes: z.array(z.tuple([z.string(), z.string(), z.string()])),
  cores: z.array(coreSchema),
  domains: z.array(domainSchema),
  generic: domainSchema,
});
export type DomainTable = z.infer<typeof tableSchema>;

/** Reads the table; a core that a concept names and the table lacks is a defect of the installation and throws. */
export async function loadDomains(resourcesDir: string): Promise<DomainTable> {
  const path = join(resourcesDir, 'knowledge/idea-domains.json');
  const table = tableSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  const known = new Set(table.cores.map(({ id }) => id));
  const named = [...table.domains, table.generic].flatMap(({ concepts }) => concepts);
  for (const { id, cores } of named)
    for (const core of cores)
      if (!known.has(core)) throw new Error(`idea-domains.json: ${id} names ${core}, which is not a core.`);
  return table;
}

/**
 * The domain a subject belongs to: the one with most of its words in it, of several the one named last, since the
 * noun stands at the end ("a climate sensor" is a sensor); null when none is named.
 */
export function domainOf({ domains }: DomainTable, subject: string): Domain | null {
  const found = domains
    .map((domain) => {
      const places = domain.words.flatMap((word) =>
        [...subject.matchAll(new RegExp(`\\b${word}s?\\b`, 'gi'))].map(({ index }) => index),
      );
      return { domain, count: places.length, last: Math.max(-1, ...places) };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || b.last - a.last);
  return found[0]?.domain ?? null;
}
