// What the kernel tells of a model for its drawing: the lines of each view, and its cylinders. Lengths in mm.
import { z } from 'zod';

const point2 = z.tuple([z.number(), z.number()]);
const point3 = z.tuple([z.number(), z.number(), z.number()]);

/** A line of a view; arcs go counter-clockwise from `from` to `to`, degrees, at most 360 more. */
export const curveSchema = z.discriminatedUnion('shape', [
  z.object({ shape: z.literal('path'), points: z.array(point2).min(2) }),
  z.object({
    shape: z.literal('arc'),
    center: point2,
    radius: z.number().positive(),
    from: z.number(),
    to: z.number(),
  }),
]);
export type Curve = z.infer<typeof curveSchema>;

/** Where each view looks from, and what of the model lies to the right of its picture. */
export const viewNames = ['front', 'top', 'right', 'isometric'] as const;
export type ViewName = (typeof viewNames)[number];

/** `smooth` lines are visible ones between faces that meet without a corner. */
export const projectedViewSchema = z.object({
  view: z.enum(viewNames),
  visible: z.array(curveSchema),
  hidden: z.array(curveSchema),
  smooth: z.array(curveSchema),
});
export type ProjectedView = z.infer<typeof projectedViewSchema>;

/** A cylinder of the B-rep; `isBlind` when its axis runs into material at one end. */
export const modelCylinderSchema = z.object({
  isConcave: z.boolean(),
  isRound: z.boolean(),
  isBlind: z.boolean(),
  radiusMm: z.number(),
  depthMm: z.number(),
  axis: point3,
  middle: point3,
  /** The countersink of a hole: its outer diameter, and its angle from side to side. */
  countersink: z.object({ diameterMm: z.number(), angleDegrees: z.number() }).nullable(),
});
export type ModelCylinder = z.infer<typeof modelCylinderSchema>;

export const projectedModelSchema = z.object({
  /** Several are an assembly. */
  solidCount: z.number().int().positive(),
  box: z.object({ min: point3, max: point3 }),
  /** Null where the solids are not closed. */
  volumeMm3: z.number().nullable(),
  views: z.array(projectedViewSchema),
  cylinders: z.array(modelCylinderSchema),
});
export type ProjectedModel = z.infer<typeof projectedModelSchema>;

/** The direction from the model to the eye, and the model's direction to the right of the picture. */
export const viewDirections: Readonly<
  Record<
    ViewName,
    { readonly eye: readonly [number, number, number]; readonly right: readonly [number, number, number] }
  >
> = {
  front: { eye: [0, -1, 0], right: [1, 0, 0] },
  top: { eye: [0, 0, 1], right: [1, 0, 0] },
  right: { eye: [1, 0, 0], right: [0, 1, 0] },
  isometric: { eye: [1, -1, 1], right: [1, 1, 0] },
};
