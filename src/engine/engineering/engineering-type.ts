// What an engineering type is: a function of the request and of what every type works with.
import type { KernelJob, JobOptions, JobProgress } from '../../cad/process/kernel-port.ts';
import type { Kernel } from '../../cad/process/kernel-port.ts';
import type { Material } from '../../shared/model/material.ts';
import type { EngineeringData } from '../../shared/protocol/request-data.ts';
import type { Clock } from '../../shared/std/clock.ts';
import { Refusal } from '../../shared/std/result.ts';
import { type DeskAnswer, DeskRefusal, type DeskRequest } from '../desk.ts';

/** What every engineering type works with. */
export interface EngineeringParts {
  readonly kernel: Kernel;
  readonly materials: readonly Material[];
  /** Full titles of the sources that the materials name by id. */
  readonly materialSources: Readonly<Record<string, string>>;
  /** Where the tables of the product lie. */
  readonly resourcesDir: string;
  /** Dates what is made. */
  readonly clock: Pick<Clock, 'now'>;
}

export type EngineeringRequest = DeskRequest<EngineeringData>;

/** Answers one `engineering_type`; throws `DeskRefusal` with the fields to mend. */
export type EngineeringType = (request: EngineeringRequest, parts: EngineeringParts) => Promise<DeskAnswer>;

/** Waits for a kernel job: its stages become the request's progress, a stopped request kills it, its refusal is the desk's. */
export async function awaitJob<T>(
  request: EngineeringRequest,
  start: (options: JobOptions) => KernelJob<T>,
): Promise<T> {
  const job = start({ onProgress: ({ stage }: JobProgress) => request.progress(stage) });
  const stop = (): void => job.cancel('The engine is stopping.');
  request.signal.addEventListener('abort', stop, { once: true });
  try {
    return await job.result;
  } catch (error) {
    if (error instanceof Refusal) throw new DeskRefusal('ENGINEERING_ERROR', error.message);
    throw error;
  } finally {
    request.signal.removeEventListener('abort', stop);
  }
}
