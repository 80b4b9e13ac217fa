// The body of `engineering_response`, which the public pages do not show: ours (docs/protocol.md).
import { z } from 'zod';
import { answerHead, tableRowSchema } from './response-data.ts';

/** One parameter as the engine understood it. Lengths in millimetres unless `unit` says otherwise. */
export const parameterSchema = z.looseObject({
  name: z.string(),
  value: z.union([z.number(), z.string()]),
  unit: z.string().optional(),
  /** Where it came from: a field such as `specifications.dimensions`, `message`, or `assumed`. */
  origin: z.string(),
  /** Why, for assumed values: a rule with its source. */
  reason: z.string().optional(),
});
export type Parameter = z.infer<typeof parameterSchema>;

/** What was measured on the B-rep: mm, mm², mm³, g. */
export const measuredSchema = z.looseObject({
  bounding_box_mm: z.looseObject({ x: z.number(), y: z.number(), z: z.number() }),
  volume_mm3: z.number(),
  surface_area_mm2: z.number(),
  center_of_mass_mm: z.tuple([z.number(), z.number(), z.number()]),
  mass_g: z.number().optional(),
  material: z.looseObject({ name: z.string(), density_g_cm3: z.number(), source: z.string() }).optional(),
  method: z.string(),
});
export type Measured = z.infer<typeof measuredSchema>;

export const severities = ['error', 'warning', 'info', 'passed', 'not_checked'] as const;

/** One finding of a check: what was measured where against which limit. Lengths in mm, angles in degrees, unless `unit` says otherwise. */
export const findingSchema = z.looseObject({
  id: z.string(),
  /** Id of the rule in the rule table, such as `injection_molding.wall.minimum`. */
  rule: z.string(),
  title: z.string(),
  severity: z.enum(severities),
  measured: z.number().nullable().optional(),
  limit: z.number().nullable().optional(),
  unit: z.string().optional(),
  /** Where on the model: a point in mm, B-rep faces by index, or triangles of the model's mesh. */
  place: z
    .looseObject({
      point_mm: z.tuple([z.number(), z.number(), z.number()]).optional(),
      faces: z.array(z.number().int()).optional(),
      triangles: z.array(z.number().int()).optional(),
      part: z.string().optional(),
    })
    .optional(),
  suggestion: z.string().optional(),
  /** Where the rule comes from. */
  source: z.string().optional(),
});
export type Finding = z.infer<typeof findingSchema>;

/** A table a person reads: a row's cells stand under the column's `key`. */
export const resultTableSchema = z.looseObject({
  title: z.string(),
  columns: z.array(z.looseObject({ key: z.string(), title: z.string(), unit: z.string().optional() })),
  rows: z.array(tableRowSchema),
  note: z.string().optional(),
});
export type ResultTable = z.infer<typeof resultTableSchema>;

/** Body of `engineering_response` (ours). */
export const engineeringResponseDataSchema = z.looseObject({
  ...answerHead,
  engineering_type: z.string(),
  title: z.string().optional(),
  part_family: z.string().optional(),
  /** What the answer is in one glance, such as the cost of a part. */
  key_figures: z
    .array(z.looseObject({ name: z.string(), value: z.string(), note: z.string().optional() }))
    .optional(),
  parameters: z.array(parameterSchema).optional(),
  not_used: z.array(z.looseObject({ text: z.string(), reason: z.string() })).optional(),
  measured: measuredSchema.optional(),
  findings: z.array(findingSchema).optional(),
  tables: z.array(resultTableSchema).optional(),
});
export type EngineeringResponseData = z.infer<typeof engineeringResponseDataSchema>;
