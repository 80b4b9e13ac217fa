// What crosses between a caller and the kernel process. Inputs and results are parsed by the task's own row.
import { z } from 'zod';
import { isKernelTask } from './kernel-tasks.ts';

export const kernelRequestSchema = z.object({
  id: z.number().int(),
  task: z.string().refine(isKernelTask),
  input: z.unknown(),
});

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
