// Changes to a solid, as data: what a request is read to and what the kernel does. Lengths in mm.
import { z } from 'zod';

/** Where on the part: the largest flat face that looks that way; front is −Y, as in CAD. */
export const sides = ['top', 'bottom', 'front', 'back', 'left', 'right'] as const;
export type Side = (typeof sides)[number];

/** Outward normal of a side, and which model axes x and y of a place on it run along. */
export const sideFrames: Readonly<
  Record<
    Side,
    { readonly normal: readonly [number, number, number]; readonly x: 0 | 1 | 2; readonly y: 0 | 1 | 2 }
  >
> = {
  top: { normal: [0, 0, 1], x: 0, y: 1 },
  bottom: { normal: [0, 0, -1], x: 0, y: 1 },
  front: { normal: [0, -1, 0], x: 0, y: 2 },
  back: { normal: [0, 1, 0], x: 0, y: 2 },
  left: { normal: [-1, 0, 0], x: 1, y: 2 },
  right: { normal: [1, 0, 0], x: 1, y: 2 },
};

/** The words a change was read from. */
const said = z.string();
/** From the middle of the face. */
const place = z.tuple([z.number(), z.number()]);
const side = z.enum(sides);
const size = z.number().positive();
/** Null: through. */
const depthMm = size.nullable();

export const operationSchema = z.discriminatedUnion('op', [
  z.object({
    op: z.literal('holes'),
    said,
    diameterMm: size,
    places: z.array(place).min(1).max(400),
    depthMm,
    side,
    counterbore: z.object({ diameterMm: size, depthMm: size }).nullable(),
  }),
  z.object({ op: z.literal('slot'), said, lengthMm: size, widthMm: size, place, depthMm, side }),
  z.object({
    op: z.literal('fillet'),
    said,
    sizeMm: size,
    edges: z.enum(['all', 'vertical', 'top', 'bottom']),
  }),
  z.object({
    op: z.literal('chamfer'),
    said,
    sizeMm: size,
    edges: z.enum(['all', 'vertical', 'top', 'bottom']),
  }),
  /** Walls that stand on a face, through `places`, as long as the face where no length is said. */
  z.object({
    op: z.literal('rib'),
    said,
    thicknessMm: size,
    heightMm: size,
    lengthMm: size.nullable(),
    along: z.enum(['x', 'y']),
    places: z.array(place).min(1).max(50),
    side,
  }),
  z.object({ op: z.literal('shell'), said, wallMm: size, side }),
  z.object({ op: z.literal('mirror'), said, plane: z.enum(['XY', 'XZ', 'YZ']) }),
  z.object({
    op: z.literal('engrave'),
    said,
    text: z.string().min(1).max(60),
    heightMm: size,
    depthMm: size,
    side,
  }),
]);
export type Operation = z.infer<typeof operationSchema>;
export type OperationOf<K extends Operation['op']> = Extract<Operation, { op: K }>;

/** What a change did: `volumeChangeMm3` is negative where material went; `note` says what a person should look at. */
export const doneSchema = z.object({ said, volumeChangeMm3: z.number(), note: z.string().nullable() });
export type Done = z.infer<typeof doneSchema>;
