// The rule table (resources/dfm-rules.json): per process what is checked, against which limit, and where the limit comes from.
import { z } from 'zod';

export const checkNames = [
  'wall_thickness',
  'wall_maximum',
  'draft',
  'undercut',
  'overhang',
  'bridge',
  'hole_diameter',
  'hole_diameter_by_thickness',
  'hole_depth',
  'hole_edge',
  'hole_edge_by_thickness',
  'hole_to_bend',
  'inside_corner_radius',
  'inside_corner_depth',
  'sharp_edge',
  'build_volume',
  'bend_radius',
  'even_thickness',
  'unmeasured',
] as const;

/** `limit` is in `unit`; null with the check `unmeasured`, whose `reason` says why. */
export const dfmRuleSchema = z.object({
  id: z.string(),
  check: z.enum(checkNames),
  title: z.string(),
  limit: z.number().nullable(),
  unit: z.string(),
  severity: z.enum(['error', 'warning']),
  suggestion: z.string(),
  source: z.string(),
  /** Other limits for materials, by their id, and for families of materials. */
  byMaterial: z.record(z.string(), z.number()).optional(),
  byFamily: z.record(z.string(), z.number()).optional(),
  /** Size of the machine, mm, longest side first. */
  boxMm: z.tuple([z.number(), z.number(), z.number()]).optional(),
  /** Whether corners that a cutter could reach from the side count as well: moulds are cut too, but the part cracks there. */
  everyCorner: z.boolean().optional(),
  reason: z.string().optional(),
  note: z.string().optional(),
});
export type DfmRule = z.infer<typeof dfmRuleSchema>;

export const dfmProcessSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** Words people use for it, lower case. */
  called: z.array(z.string()),
  /** Which direction the rules need: that in which a mould opens, or that in which layers grow. */
  direction: z.enum(['pull', 'build']).nullable(),
  rules: z.array(dfmRuleSchema),
});
export type DfmProcess = z.infer<typeof dfmProcessSchema>;

export const dfmRuleTableSchema = z.object({
  /** Full titles of the sources that the rules name by id. */
  sources: z.record(z.string(), z.string()),
  processes: z.array(dfmProcessSchema),
});
export type DfmRuleTable = z.infer<typeof dfmRuleTableSchema>;
