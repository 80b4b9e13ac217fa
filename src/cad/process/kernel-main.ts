// Entry of the kernel process: one task at a time, OpenCascade loaded when first needed, gone when the parent goes.
import { toKernelRefusal } from '../kernel/open-cascade.ts';
import type { KernelReply } from './kernel-messages.ts';
import { kernelRequestSchema } from './kernel-messages.ts';
import { kernelTasks } from './kernel-tasks.ts';
import { runTask } from './run-task.ts';

function reply(message: KernelReply): void {
  process.send?.(message);
}

process.on('message', (message) => {
  const { id, task, input } = kernelRequestSchema.parse(message);
  runTask(task, input, (stage) => reply({ type: 'progress', id, ...stage })).then(
    (result) => reply({ type: 'done', id, result, residentBytes: process.memoryUsage.rss() }),
    async (error: unknown) => {
      const { code, message: text, field } = await toKernelRefusal(error, kernelTasks[task].doing);
      reply({ type: 'failed', id, code, message: text, ...(field === undefined ? {} : { field }) });
    },
  );
});
process.once('disconnect', () => process.exit());
