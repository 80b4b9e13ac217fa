// Work in progress on this machine: listed, announced as it moves, cancelled by the person.
import type { Job } from '../../shared/model/status.ts';
import { Emitter } from '../../shared/std/emitter.ts';
import { Refusal } from '../../shared/std/result.ts';

/** Finished jobs that stay in the list. */
const keptJobs = 30;

/** How the worker of a job tells what becomes of it. Whatever comes after an end is ignored. */
export interface JobHandle {
  readonly id: string;
  progress(stage: string, fraction: number | null): void;
  done(): void;
  /** `CANCELLED` refusals end it as cancelled, everything else as failed. */
  failed(error: unknown): void;
}

interface Entry {
  job: Job;
  readonly cancel: (reason: string) => void;
}

export class Jobs {
  readonly changed = new Emitter<Job>();
  readonly #entries = new Map<string, Entry>();
  #lastId = 0;

  /** Adds a running job; `cancel` is called when the person no longer wants it. */
  start(title: string, cancel: (reason: string) => void): JobHandle {
    this.#lastId += 1;
    const id = `job-${this.#lastId}`;
    const job: Job = { id, title, progress: null, stage: 'Waiting', state: 'queued', reason: null };
    this.#entries.set(id, { job, cancel });
    this.#trim();
    this.changed.emit(job);
    return {
      id,
      progress: (stage, fraction) => this.#change(id, { state: 'running', stage, progress: fraction }),
      done: () => this.#change(id, { state: 'done', stage: 'Done', progress: 1 }),
      failed: (error) => this.#change(id, endOf(error)),
    };
  }

  list(): Job[] {
    return [...this.#entries.values()].map(({ job }) => job);
  }

  /** Cancelling what has ended already is harmless. */
  cancel(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) throw new Refusal('JOB_UNKNOWN', `There is no job "${id}".`, 'id');
    if (isOver(entry.job)) return;
    entry.cancel('You cancelled it.');
  }

  #change(id: string, change: Partial<Job>): void {
    const entry = this.#entries.get(id);
    if (entry === undefined || isOver(entry.job)) return;
    entry.job = { ...entry.job, ...change };
    this.changed.emit(entry.job);
  }

  #trim(): void {
    const over = [...this.#entries.values()].filter(({ job }) => isOver(job));
    for (const { job } of over.slice(0, Math.max(0, over.length - keptJobs))) this.#entries.delete(job.id);
  }
}

function isOver({ state }: Job): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}

function endOf(error: unknown): Partial<Job> {
  const reason = error instanceof Error ? error.message : String(error);
  const cancelled = error instanceof Refusal && error.code === 'CANCELLED';
  return { state: cancelled ? 'cancelled' : 'failed', reason };
}
