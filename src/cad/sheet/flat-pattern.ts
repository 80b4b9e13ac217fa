// A part of sheet laid flat: its outline, its holes, its bends. Lengths in mm, origin at the lower left of the flat.
import { z } from 'zod';
import { curveSchema } from '../drawing/projected-model.ts';

const point = z.tuple([z.number(), z.number()]);

/** A bend; `isUp` when it goes towards whoever looks at the flat. The deduction is null where sides have no common corner. */
export const flatBendSchema = z.object({
  line: z.tuple([point, point]),
  isUp: z.boolean(),
  angleDeg: z.number(),
  radiusMm: z.number(),
  lengthMm: z.number(),
  kFactor: z.number(),
  allowanceMm: z.number(),
  deductionMm: z.number().nullable(),
});
export type FlatBend = z.infer<typeof flatBendSchema>;

export const flatPatternSchema = z.object({
  thicknessMm: z.number(),
  widthMm: z.number(),
  heightMm: z.number(),
  outline: z.array(curveSchema),
  holes: z.array(z.array(curveSchema)),
  bends: z.array(flatBendSchema),
});
export type FlatPattern = z.infer<typeof flatPatternSchema>;

/** What is told of it beside the drawing. */
export const flatSummarySchema = flatPatternSchema
  .omit({ outline: true, holes: true })
  .extend({ holeCount: z.number().int() });
export type FlatSummary = z.infer<typeof flatSummarySchema>;
