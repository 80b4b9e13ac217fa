// The specifications of a tolerance stack-up, checked field by field.
import { z } from 'zod';
import { fieldRefusal } from '../field-refusal.ts';
import type { Span, StackDimension } from './stack.ts';

const mostDimensions = 200;
const size = z.number().min(-1e6).max(1e6);
const allowance = z.number().min(0, 'must not be negative').max(1e6);
const dimensionSchema = z
  .object({
    name: z.string().trim().min(1).max(80),
    nominal: size,
    plus: allowance.optional(),
    minus: allowance.optional(),
    /** Stands for equal `plus` and `minus`. */
    tolerance: allowance.optional(),
    direction: z.union([z.literal(1), z.literal(-1)]).default(1),
    distribution: z.enum(['normal', 'uniform']).default('normal'),
  })
  .refine(({ plus, minus, tolerance }) => (plus ?? minus ?? tolerance) !== undefined, {
    message: 'needs a tolerance: give "tolerance", or "plus" and "minus"',
  })
  .refine(({ plus, minus, tolerance }) => tolerance === undefined || (plus ?? minus) === undefined, {
    message: 'has "tolerance" and "plus" or "minus"; give one or the other',
  });
const stackSchema = z.looseObject({
  dimensions: z
    .array(dimensionSchema, {
      error:
        'write the chain in the message, such as "housing 50 ±0.1; board -30 +0.2/-0", or give a list such as [{"name":"housing","nominal":50,"tolerance":0.1,"direction":1}], in mm',
    })
    .min(1)
    .max(mostDimensions),
  limits: z
    .object({ min: size.optional(), max: size.optional() })
    .refine(({ min, max }) => min === undefined || max === undefined || min <= max, {
      message: 'has a min above its max',
    })
    .optional(),
  samples: z.number().int().min(1000).max(1_000_000).default(200_000),
  seed: z.number().int().min(0).max(0xffffffff).default(1),
});

export interface StackRequest {
  readonly dimensions: readonly StackDimension[];
  /** Infinite on a side without a limit; null where none is given. */
  readonly limits: Span | null;
  readonly samples: number;
  readonly seed: number;
}

/** Reads the specifications; refuses with the first field that cannot stand. */
export function readStack(specifications: unknown): StackRequest {
  const parsed = stackSchema.safeParse(specifications);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = ['specifications', ...(issue?.path ?? [])].map(String).join('.');
    throw fieldRefusal(path, issue?.message ?? 'cannot be read');
  }
  const { dimensions, limits, samples, seed } = parsed.data;
  return {
    dimensions: dimensions.map(({ tolerance = 0, plus, minus, ...one }) => ({
      ...one,
      plus: plus ?? (minus === undefined ? tolerance : 0),
      minus: minus ?? (plus === undefined ? tolerance : 0),
    })),
    limits: limits === undefined ? null : { min: limits.min ?? -Infinity, max: limits.max ?? Infinity },
    samples,
    seed,
  };
}
