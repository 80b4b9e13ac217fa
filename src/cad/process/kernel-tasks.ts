// The kernel's tasks: one row per task with what goes in, what comes out and what it is called when it fails.
import { z } from 'zod';
import { findingSchema, measuredSchema } from '../../shared/protocol/engineering-response.ts';
import { boardSchema } from '../board/board.ts';
import { comparisonSchema } from '../compare/comparison.ts';
import { dfmRuleSchema } from '../dfm/dfm-rules.ts';
import { projectedModelSchema } from '../drawing/projected-model.ts';
import { flatSummarySchema } from '../sheet/flat-pattern.ts';
import { targetNames } from '../formats/target-format.ts';
import { doneSchema, operationSchema } from '../modify/operation.ts';
import { materialChoiceSchema, partSpecificationSchema } from '../parts/part-specification.ts';

const madeFilesSchema = z.array(z.object({ name: z.string(), path: z.string(), mediaType: z.string() }));

export const kernelTasks = {
  /** Builds a part, checks it, makes the changes that can be made to it, and writes STEP, GLB and STL into `folder`. */
  generate: {
    doing: 'Building the part',
    input: z.object({
      part: partSpecificationSchema,
      operations: z.array(operationSchema).optional(),
      folder: z.string(),
    }),
    output: z.object({
      measured: measuredSchema,
      done: z.array(doneSchema),
      /** Changes that could not be made, with the reason. */
      refused: z.array(z.object({ said: z.string(), reason: z.string() })),
      /** Of a part of bent sheet, which has its flat pattern among the files; the reason where changes left it none. */
      flat: z.union([flatSummarySchema, z.object({ reason: z.string() })]).nullable(),
      files: madeFilesSchema,
    }),
  },
  /** Reads STEP, IGES or BREP from `path`, whose `name` tells the format, and writes our mesh format (src/cad/mesh) to `outPath`. */
  tessellate: {
    doing: 'Reading the file',
    input: z.object({ path: z.string(), name: z.string(), outPath: z.string() }),
    output: z.object({ partCount: z.number().int() }),
  },
  /** Mass properties of all solids of the CAD file at `path`, or of a closed mesh, of density one; `inertiaMm5` is xx, yy, zz, xy, yz, zx about the centre of mass. */
  measure: {
    doing: 'Measuring the file',
    input: z.object({ path: z.string(), name: z.string() }),
    output: z.object({
      /** False where they are those of triangles. */
      isExact: z.boolean(),
      solidCount: z.number().int(),
      faceCount: z.number().int(),
      volumeMm3: z.number(),
      areaMm2: z.number(),
      centerOfMassMm: z.tuple([z.number(), z.number(), z.number()]),
      boxMm: z.tuple([z.number(), z.number(), z.number()]),
      inertiaMm5: z.array(z.number()).length(6),
    }),
  },
  /** Puts the rules of a process to the solids of the STEP or BREP file at `path`, or to a mesh; without a `direction` the cheapest axis is taken where the process needs one. */
  dfm: {
    doing: 'Checking the part',
    input: z.object({
      path: z.string(),
      name: z.string(),
      process: z.string(),
      needs: z.enum(['pull', 'build']).nullable(),
      direction: z.tuple([z.number(), z.number(), z.number()]).nullable(),
      rules: z.array(z.object({ rule: dfmRuleSchema, limit: z.number().nullable(), source: z.string() })),
    }),
    output: z.object({
      findings: z.array(findingSchema),
      /** `+Z` and the like when it was chosen here, else null. */
      chosenDirection: z.string().nullable(),
      solidCount: z.number().int(),
    }),
  },
  /** The lines of the four views of the solids of the STEP or BREP file at `path`, with their cylinders. */
  project: {
    doing: 'Drawing the views',
    input: z.object({ path: z.string(), name: z.string() }),
    output: projectedModelSchema,
  },
  /** Writes the STEP, BREP, IGES or STL file at `path` as `target` to `outPath`; `deflectionMm` of the output is null where nothing was meshed. */
  convert: {
    doing: 'Converting the file',
    input: z.object({
      path: z.string(),
      name: z.string(),
      target: z.enum(targetNames),
      deflectionMm: z.number().positive().optional(),
      outPath: z.string(),
    }),
    output: z.object({
      isExact: z.boolean(),
      deflectionMm: z.number().nullable(),
      parts: z.number().int(),
      triangles: z.number().int(),
    }),
  },
  /** Reads a board outline with its mounting holes: a DXF file or a board of KiCad. */
  board: {
    doing: 'Reading the board',
    input: z.object({ path: z.string(), name: z.string() }),
    output: boardSchema,
  },
  /** Lays the one sheet-metal solid of the STEP or BREP file at `path` flat and writes the flat pattern as DXF to `outPath`; without a `kFactor` DIN 6935. */
  unfold: {
    doing: 'Unfolding the part',
    input: z.object({
      path: z.string(),
      name: z.string(),
      kFactor: z.number().min(0).max(1).nullable(),
      outPath: z.string(),
    }),
    output: flatSummarySchema,
  },
  /** Compares the solids of two STEP or BREP files where they lie and writes what is unchanged, added and removed as a coloured STEP file to `outPath`. */
  compare: {
    doing: 'Comparing the models',
    input: z.object({
      before: z.object({ path: z.string(), name: z.string() }),
      after: z.object({ path: z.string(), name: z.string() }),
      outPath: z.string(),
    }),
    output: comparisonSchema,
  },
  /** Makes changes to the one solid of the STEP or BREP file at `path` and writes STEP, GLB and STL into `folder`. */
  modify: {
    doing: 'Changing the part',
    input: z.object({
      path: z.string(),
      name: z.string(),
      title: z.string(),
      operations: z.array(operationSchema).min(1),
      material: materialChoiceSchema.nullable(),
      folder: z.string(),
    }),
    output: z.object({ measured: measuredSchema, done: z.array(doneSchema), files: madeFilesSchema }),
  },
} as const;

export type KernelTaskName = keyof typeof kernelTasks;
export type TaskInput<T extends KernelTaskName> = z.infer<(typeof kernelTasks)[T]['input']>;
export type TaskOutput<T extends KernelTaskName> = z.infer<(typeof kernelTasks)[T]['output']>;

/** Whether a word is the name of a task. */
export function isKernelTask(name: string): name is KernelTaskName {
  return Object.hasOwn(kernelTasks, name);
}
