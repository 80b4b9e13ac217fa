// A part to be built: its family, the family's parameters as plain numbers, and what it is made of.
import { z } from 'zod';
import { boardSchema } from '../board/board.ts';

export const materialChoiceSchema = z.object({
  name: z.string(),
  densityGramsPerCm3: z.number().positive(),
  source: z.string(),
});
export type MaterialChoice = z.infer<typeof materialChoiceSchema>;

/** `values` are millimetres, degrees or counts, as the family's parameters say. */
export const partSpecificationSchema = z.object({
  family: z.string(),
  title: z.string(),
  values: z.record(z.string(), z.number()),
  material: materialChoiceSchema,
  /** Of a PCB tray: the board that was attached, whose holes its standoffs take. */
  board: boardSchema.optional(),
});
export type PartSpecification = z.infer<typeof partSpecificationSchema>;
export type PartValues = PartSpecification['values'];
