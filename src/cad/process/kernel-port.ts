// What callers know of the kernel process: jobs in, files and facts out. No OpenCascade type crosses.
import type { Measured } from '../../shared/protocol/response-data.ts';
import type { PartSpecification } from '../parts/part-specification.ts';

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

/** What a generated part comes out as. Paths are files in the folder the caller gave. */
export interface GeneratedPart {
  readonly measured: Measured;
  readonly files: readonly { readonly name: string; readonly path: string; readonly mediaType: string }[];
}

/** The kernel process behind a port: starts lazily, one job at a time, killable. Failures are `Refusal`s. */
export interface Kernel extends AsyncDisposable {
  /** Builds a part, checks it and writes STEP and GLB into `folder`. */
  generate(part: PartSpecification, folder: string, options?: JobOptions): KernelJob<GeneratedPart>;
  /** Reads STEP, IGES or BREP from `path`, whose `name` tells the format, and writes our mesh format (src/cad/mesh) to `outPath`. */
  tessellate(
    file: { readonly path: string; readonly name: string; readonly outPath: string },
    options?: JobOptions,
  ): KernelJob<{ readonly partCount: number }>;
}
