// Entry of the kernel process: one task at a time, OpenCascade loaded when first needed, gone when the parent goes.
import { generatePart } from '../kernel/generate-part.ts';
import { toKernelRefusal } from '../kernel/open-cascade.ts';
import { tessellate } from '../kernel/tessellate.ts';
import type { JobProgress } from './kernel-port.ts';
import { type KernelReply, kernelRequestSchema, type KernelTask } from './kernel-messages.ts';

const doing = { generate: 'Building the part', tessellate: 'Reading the file' } as const;

function reply(message: KernelReply): void {
  process.send?.(message);
}

function run(task: KernelTask, progress: (stage: JobProgress) => void): Promise<unknown> {
  return task.task === 'generate'
    ? generatePart(task.part, task.folder, progress)
    : tessellate(task, progress);
}

process.on('message', (message) => {
  const { id, task } = kernelRequestSchema.parse(message);
  run(task, (stage) => reply({ type: 'progress', id, ...stage })).then(
    (result) => reply({ type: 'done', id, result, residentBytes: process.memoryUsage.rss() }),
    async (error: unknown) => {
      const { code, message: text, field } = await toKernelRefusal(error, doing[task.task]);
      reply({ type: 'failed', id, code, message: text, ...(field === undefined ? {} : { field }) });
    },
  );
});
process.once('disconnect', () => process.exit());
