// The tables of resources/standards: screw threads, fastener heads, ISO 286 limits, sheet gauges.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const mm = z.number().positive();

/** Unified inch threads; inches. `clearanceIn` is close, normal, loose. */
const unThreadsSchema = z.object({
  source: z.string(),
  clearanceSource: z.string(),
  rows: z.array(
    z.object({
      size: z.string(),
      threadsPerInch: z.number().int().positive(),
      series: z.enum(['UNC', 'UNF']),
      majorIn: z.number().positive(),
      tapDrill: z.string(),
      tapDrillIn: z.number().positive(),
      clearanceIn: z.tuple([mm, mm, mm]).optional(),
    }),
  ),
});
export type UnThread = z.infer<typeof unThreadsSchema>['rows'][number];

const fineThreadsSchema = z.object({
  source: z.string(),
  rows: z.array(z.object({ size: z.string(), pitchMm: mm, tapDrillMm: mm })),
});

/** Sizes of one kind of fastener by thread, mm. A `called` of several words wants all of them. */
const fastenersSchema = z.object({
  kinds: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      standard: z.string(),
      called: z.array(z.string()),
      rows: z.array(
        z.object({
          size: z.string(),
          headMm: mm.optional(),
          flatsMm: mm.optional(),
          heightMm: mm,
          keyMm: mm.optional(),
          boreMm: mm.optional(),
          outsideMm: mm.optional(),
        }),
      ),
    }),
  ),
});
export type FastenerKind = z.infer<typeof fastenersSchema>['kinds'][number];

const iso286Schema = z.object({
  source: z.string(),
  gradeUpToMm: z.array(mm).length(13),
  deviationUpToMm: z.array(mm).length(25),
  /** Standard tolerances IT, µm, by grade. */
  gradesUm: z.record(z.string(), z.array(mm).length(13)),
  /** Fundamental deviations of shafts, µm: es of c to h, ei of k to u. */
  shaftsUm: z.record(z.string(), z.array(z.number()).length(25)),
});
export type Iso286Table = z.infer<typeof iso286Schema>;

const gaugesSchema = z.object({
  kinds: z.array(
    z.object({
      id: z.enum(['steel', 'galvanised', 'stainless', 'aluminium']),
      title: z.string(),
      source: z.string(),
      inches: z.record(z.string(), z.number().positive()),
    }),
  ),
});

export const standardTablesSchema = z.object({
  unThreads: unThreadsSchema,
  fineThreads: fineThreadsSchema,
  fasteners: fastenersSchema,
  iso286: iso286Schema,
  gauges: gaugesSchema,
});

/** Reads the files; what they hold is checked by the schema. */
export async function readStandardTables(resourcesDir: string): Promise<unknown> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(resourcesDir, 'standards', name), 'utf8'));
  return {
    unThreads: await read('un-threads.json'),
    fineThreads: await read('metric-fine-threads.json'),
    fasteners: await read('fasteners.json'),
    iso286: await read('iso-286.json'),
    gauges: await read('sheet-gauges.json'),
  };
}
