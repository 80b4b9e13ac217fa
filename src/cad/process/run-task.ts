// Inside the kernel process: which function does which task.
import { checkFile } from '../kernel/check-file.ts';
import { compareFiles } from '../kernel/compare-files.ts';
import { convertFile } from '../kernel/convert-file.ts';
import { generatePart } from '../kernel/generate-part.ts';
import { measureFile } from '../kernel/measure-file.ts';
import { projectFile } from '../kernel/project-file.ts';
import { modifyFile } from '../kernel/modify-file.ts';
import { readBoardFile } from '../kernel/read-board-file.ts';
import { unfoldFile } from '../kernel/unfold-file.ts';
import { tessellate } from '../kernel/tessellate.ts';
import type { JobProgress } from './kernel-port.ts';
import { type KernelTaskName, kernelTasks, type TaskInput, type TaskOutput } from './kernel-tasks.ts';

type Report = (progress: JobProgress) => void;

type Runners = {
  readonly [T in KernelTaskName]: (input: TaskInput<T>, report: Report) => Promise<TaskOutput<T>>;
};

const runners: Runners = {
  generate: generatePart,
  tessellate,
  measure: measureFile,
  dfm: checkFile,
  convert: convertFile,
  compare: compareFiles,
  modify: modifyFile,
  project: projectFile,
  unfold: unfoldFile,
  board: readBoardFile,
};

/** Parses the input by the task's row and runs it. Throws `Refusal` or whatever the kernel throws. */
export async function runTask(task: KernelTaskName, input: unknown, report: Report): Promise<unknown> {
  return runParsed(task, input, report);
}

function runParsed<T extends KernelTaskName>(
  task: T,
  input: unknown,
  report: Report,
): Promise<TaskOutput<T>> {
  const runner: Runners[T] = runners[task];
  return runner(kernelTasks[task].input.parse(input) as TaskInput<T>, report);
}
