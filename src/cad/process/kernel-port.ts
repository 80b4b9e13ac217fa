// What callers know of the kernel process: jobs in, files and facts out. No OpenCascade type crosses.
import type { KernelTaskName, TaskInput, TaskOutput } from './kernel-tasks.ts';

/** Progress of a running job. */
export interface JobProgress {
  readonly stage: string;
  /** 0 to 1, or null when it cannot be known. */
  readonly fraction: number | null;
}

/** A job that can be watched and killed; killing it kills the kernel process, which starts anew. */
export interface KernelJob<T> {
  readonly result: Promise<T>;
  cancel(reason: string): void;
}

export interface JobOptions {
  readonly timeoutMs?: number;
  readonly onProgress?: (progress: JobProgress) => void;
}

/** The kernel process behind a port: starts lazily, one job at a time, killable. Failures are `Refusal`s. */
export interface Kernel extends AsyncDisposable {
  /** Runs one task of the table in kernel-tasks.ts; its input is a row's `input`, its result that row's `output`. */
  run<T extends KernelTaskName>(task: T, input: TaskInput<T>, options?: JobOptions): KernelJob<TaskOutput<T>>;
}
