// A part, typed and unit-safe: what the parser understood and the kernel builds. Millimetres throughout.
import { z } from 'zod';

const lengthMm = z.number().positive().max(5000);

export const materialChoiceSchema = z.object({
  name: z.string(),
  densityGramsPerCm3: z.number().positive(),
  source: z.string(),
});
export type MaterialChoice = z.infer<typeof materialChoiceSchema>;

/** A flat plate in the XY plane, thickness along Z, with through holes centred at `x`, `y` from its centre. */
export const flatPlateSchema = z.object({
  family: z.literal('flat_plate'),
  widthMm: lengthMm,
  depthMm: lengthMm,
  thicknessMm: lengthMm,
  cornerRadiusMm: z.number().nonnegative(),
  holes: z.array(z.object({ xMm: z.number(), yMm: z.number(), diameterMm: lengthMm })).max(1000),
  material: materialChoiceSchema,
});

/**
 * A wall-mount bracket: a back plate against the wall (XZ plane) and a shelf plate along Y, joined by a fillet.
 * Overall size is widthMm (X) x heightMm (see `orientation` in the builder) and bounds exactly what was asked.
 */
export const wallBracketSchema = z.object({
  family: z.literal('wall_mount_bracket'),
  /** Overall bounding box, mm: exactly what the person wrote. */
  widthMm: lengthMm,
  depthMm: lengthMm,
  heightMm: lengthMm,
  wallThicknessMm: lengthMm,
  innerFilletMm: z.number().nonnegative(),
  cornerRadiusMm: z.number().nonnegative(),
  mountingHoles: z.object({
    count: z.number().int().min(0).max(16),
    diameterMm: lengthMm,
    counterboreDiameterMm: z.number().nonnegative(),
    counterboreDepthMm: z.number().nonnegative(),
  }),
  material: materialChoiceSchema,
});

export const partSpecificationSchema = z.discriminatedUnion('family', [flatPlateSchema, wallBracketSchema]);
export type PartSpecification = z.infer<typeof partSpecificationSchema>;
export type FlatPlate = z.infer<typeof flatPlateSchema>;
export type WallBracket = z.infer<typeof wallBracketSchema>;
