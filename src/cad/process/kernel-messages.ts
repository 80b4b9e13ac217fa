// What crosses between a caller and the kernel process.
import { z } from 'zod';
import { measuredSchema } from '../../shared/protocol/response-data.ts';
import { partSpecificationSchema } from '../parts/part-specification.ts';

export const kernelTaskSchema = z.discriminatedUnion('task', [
  z.object({ task: z.literal('generate'), part: partSpecificationSchema, folder: z.string() }),
  z.object({ task: z.literal('tessellate'), path: z.string(), name: z.string(), outPath: z.string() }),
]);
export type KernelTask = z.infer<typeof kernelTaskSchema>;

export const kernelRequestSchema = z.object({ id: z.number().int(), task: kernelTaskSchema });

export const kernelReplySchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('progress'),
    id: z.number(),
    stage: z.string(),
    fraction: z.number().nullable(),
  }),
  z.object({ type: z.literal('done'), id: z.number(), result: z.unknown(), residentBytes: z.number() }),
  z.object({
    type: z.literal('failed'),
    id: z.number(),
    code: z.string(),
    message: z.string(),
    field: z.string().optional(),
  }),
]);
export type KernelReply = z.infer<typeof kernelReplySchema>;

export const generatedSchema = z.object({
  measured: measuredSchema,
  files: z.array(z.object({ name: z.string(), path: z.string(), mediaType: z.string() })),
});
export const tessellatedSchema = z.object({ partCount: z.number().int() });
