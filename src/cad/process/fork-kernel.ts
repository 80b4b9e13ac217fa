// The kernel as a child process: started when needed, one job at a time, killed to cancel, replaced when it grew old or fat.
import { type ChildProcess, fork } from 'node:child_process';
import { Refusal } from '../../shared/std/result.ts';
import { kernelReplySchema, type KernelReply } from './kernel-messages.ts';
import type { JobOptions, Kernel, KernelJob } from './kernel-port.ts';
import { type KernelTaskName, kernelTasks, type TaskInput, type TaskOutput } from './kernel-tasks.ts';

export interface KernelSetup {
  /** Entry file of the kernel process. */
  readonly entry: string;
  readonly log: (line: string) => void;
}

const defaultTimeoutMs = 120_000;
const mostJobs = 50;
const mostBytes = 800 * 1024 ** 2;
/** The process is killed beyond this by V8; wasm memory is capped by the module itself at 4 GiB. */
const heapMegabytes = 2048;

interface Job {
  readonly id: number;
  readonly task: KernelTaskName;
  readonly input: unknown;
  readonly options: JobOptions;
  settle(outcome: { value: unknown } | { error: Error }): void;
}

/** Makes a kernel; no process runs until the first job. */
export function openKernel(setup: KernelSetup): Kernel {
  return new ForkedKernel(setup);
}

class ForkedKernel implements Kernel {
  readonly #setup: KernelSetup;
  readonly #waiting: Job[] = [];
  #running: Job | null = null;
  #child: ChildProcess | null = null;
  #timer: NodeJS.Timeout | undefined;
  #jobsDone = 0;
  #lastId = 0;
  #closed = false;

  constructor(setup: KernelSetup) {
    this.#setup = setup;
  }

  run<T extends KernelTaskName>(
    task: T,
    input: TaskInput<T>,
    options: JobOptions = {},
  ): KernelJob<TaskOutput<T>> {
    const { output } = kernelTasks[task];
    this.#lastId += 1;
    const id = this.#lastId;
    const result = new Promise<TaskOutput<T>>((resolve, reject) => {
      const settle: Job['settle'] = (outcome) => {
        if ('error' in outcome) reject(outcome.error);
        else {
          const parsed = output.safeParse(outcome.value);
          if (parsed.success) resolve(parsed.data as TaskOutput<T>);
          else reject(unreadable());
        }
      };
      if (this.#closed) reject(new Refusal('KERNEL', 'The kernel is closed.'));
      else this.#waiting.push({ id, task, input, options, settle });
    });
    this.#next();
    return { result, cancel: (reason) => this.#cancel(id, reason) };
  }

  #next(): void {
    if (this.#running !== null || this.#closed) return;
    const job = this.#waiting.shift();
    if (job === undefined) return;
    this.#running = job;
    this.#child ??= this.#start();
    const limitMs = job.options.timeoutMs ?? defaultTimeoutMs;
    this.#timer = setTimeout(
      () => this.#cancel(job.id, `It took longer than ${limitMs / 1000} s and was stopped.`),
      limitMs,
    );
    this.#child.send({ id: job.id, task: job.task, input: job.input });
  }

  #start(): ChildProcess {
    const child = fork(this.#setup.entry, [], {
      execArgv: [`--max-old-space-size=${heapMegabytes}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
    });
    child.stderr
      ?.setEncoding('utf8')
      .on('data', (text: string) => this.#setup.log(`kernel: ${text.trim().slice(0, 2000)}`));
    child.on('message', (message) => {
      const reply = kernelReplySchema.safeParse(message);
      if (reply.success) this.#receive(child, reply.data);
      else if (child === this.#child) this.#distrust();
    });
    child.on('exit', (code, signal) => this.#ended(child, signal ?? `exit code ${code}`));
    child.on('error', (error) => this.#ended(child, error.message));
    return child;
  }

  #receive(child: ChildProcess, reply: KernelReply): void {
    const job = this.#running;
    if (child !== this.#child || job === null || job.id !== reply.id) return;
    if (reply.type === 'progress') {
      job.options.onProgress?.({ stage: reply.stage, fraction: reply.fraction });
      return;
    }
    this.#jobsDone += 1;
    if (reply.type === 'failed') this.#finish({ error: new Refusal(reply.code, reply.message, reply.field) });
    else {
      if (reply.residentBytes > mostBytes || this.#jobsDone >= mostJobs) this.#dropChild();
      this.#finish({ value: reply.result });
    }
  }

  /** A process whose replies cannot be read is not asked again. */
  #distrust(): void {
    this.#dropChild();
    this.#finish({ error: unreadable() });
  }

  /** The process ended by itself: one job is lost, the next gets a new process. */
  #ended(child: ChildProcess, how: string): void {
    if (child !== this.#child) return;
    this.#child = null;
    this.#jobsDone = 0;
    if (this.#running === null) return;
    this.#setup.log(`the kernel process ended (${how})`);
    this.#finish({
      error: new Refusal(
        'KERNEL',
        `The geometry kernel ended unexpectedly (${how}); this job is lost, others go on.`,
      ),
    });
  }

  #finish(outcome: { value: unknown } | { error: Error }): void {
    clearTimeout(this.#timer);
    const job = this.#running;
    this.#running = null;
    job?.settle(outcome);
    this.#next();
  }

  #cancel(id: number, reason: string): void {
    const waiting = this.#waiting.findIndex((job) => job.id === id);
    if (waiting >= 0) {
      const [job] = this.#waiting.splice(waiting, 1);
      job?.settle({ error: new Refusal('CANCELLED', reason) });
    } else if (this.#running?.id === id) {
      this.#dropChild();
      this.#finish({ error: new Refusal('CANCELLED', reason) });
    }
  }

  #dropChild(): void {
    const child = this.#child;
    this.#child = null;
    this.#jobsDone = 0;
    child?.kill('SIGKILL');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true;
    for (const job of this.#waiting.splice(0))
      job.settle({ error: new Refusal('CANCELLED', 'The kernel is closing.') });
    const child = this.#child;
    this.#dropChild();
    if (this.#running !== null) this.#finish({ error: new Refusal('CANCELLED', 'The kernel is closing.') });
    if (child !== null && child.exitCode === null && child.signalCode === null) {
      await new Promise((resolve) => child.once('exit', resolve));
    }
  }
}

function unreadable(): Refusal {
  return new Refusal(
    'KERNEL',
    'The geometry kernel answered something that cannot be read; this job is lost.',
  );
}
