// Meshes of CAD files, made once per content by the kernel and kept in the cache folder until it grows too large.
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { JobOptions, KernelJob } from '../../cad/process/kernel-port.ts';
import type { TaskInput, TaskOutput } from '../../cad/process/kernel-tasks.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Log } from '../session/profile-session-port.ts';

/** A CAD file as it is kept: its bytes do not change, its name tells the format. */
export interface CadFile {
  readonly path: string;
  readonly name: string;
  readonly sha256: string;
}

export interface MeshCacheSetup {
  readonly folder: string;
  /** Starts the kernel's `tessellate`. */
  readonly tessellate: (
    input: TaskInput<'tessellate'>,
    options: JobOptions,
  ) => KernelJob<TaskOutput<'tessellate'>>;
  readonly jobs: Jobs;
  readonly log: Log;
  readonly largestBytes?: number;
}

interface Opening {
  readonly jobId: string;
  readonly path: Promise<string>;
  state: 'running' | 'made' | 'failed';
}

const usualLargestBytes = 2 * 1024 ** 3;

export class MeshCache {
  readonly #setup: MeshCacheSetup;
  readonly #openings = new Map<string, Opening>();

  private constructor(setup: MeshCacheSetup) {
    this.#setup = setup;
  }

  /** Opens the cache; what was used least recently goes when it is larger than allowed. */
  static async open(setup: MeshCacheSetup): Promise<MeshCache> {
    await mkdir(setup.folder, { recursive: true });
    await prune(setup.folder, setup.largestBytes ?? usualLargestBytes);
    return new MeshCache(setup);
  }

  /** Begins to open a file, or joins who does already. `key` names the mesh to `meshPath`. */
  begin(file: CadFile): { readonly key: string; readonly jobId: string } {
    const key = `${file.sha256}${extname(file.name).toLowerCase()}`;
    const isMade = existsSync(this.#pathOf(key));
    const known = this.#openings.get(key);
    // A failed one is tried again: the failure may have been the kernel's, not the file's.
    if (known?.state === 'running' || (known?.state === 'made' && isMade)) return { key, jobId: known.jobId };
    const opening = isMade ? this.#reuse(key, file) : this.#make(key, file);
    this.#openings.set(key, opening);
    opening.path.then(
      () => {
        opening.state = 'made';
      },
      () => {
        opening.state = 'failed';
      },
    );
    return { key, jobId: opening.jobId };
  }

  /** The finished mesh; waits for it, and fails with the sentence of the kernel. */
  async meshPath(key: string): Promise<string | null> {
    return (await this.#openings.get(key)?.path) ?? null;
  }

  #reuse(key: string, file: CadFile): Opening {
    const job = this.#setup.jobs.start(`Open ${file.name}`, () => {});
    job.done();
    const now = new Date();
    const path = this.#pathOf(key);
    return { jobId: job.id, path: utimes(path, now, now).then(() => path), state: 'made' };
  }

  #make(key: string, file: CadFile): Opening {
    const { tessellate, jobs } = this.#setup;
    const path = this.#pathOf(key);
    const fresh = `${path}.new`;
    const work = tessellate(
      { path: file.path, name: file.name, outPath: fresh },
      { onProgress: ({ stage, fraction }) => job.progress(stage, fraction) },
    );
    const job = jobs.start(`Open ${file.name}`, (reason) => work.cancel(reason));
    const finish = async (): Promise<string> => {
      try {
        await work.result;
        await rename(fresh, path);
        job.done();
        return path;
      } catch (error) {
        this.#setup.log.warn(`${file.name} could not be opened: ${String(error)}`);
        job.failed(error);
        await rm(fresh, { force: true });
        throw error;
      }
    };
    return { jobId: job.id, path: finish(), state: 'running' };
  }

  #pathOf(key: string): string {
    return join(this.#setup.folder, `${key}.mesh`);
  }
}

async function prune(folder: string, largestBytes: number): Promise<void> {
  const meshes: { path: string; sizeBytes: number; usedMs: number }[] = [];
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (!name.endsWith('.mesh')) {
      await rm(path, { force: true, recursive: true });
      continue;
    }
    const { size, mtimeMs } = await stat(path);
    meshes.push({ path, sizeBytes: size, usedMs: mtimeMs });
  }
  let total = 0;
  for (const { path, sizeBytes } of meshes.toSorted((a, b) => b.usedMs - a.usedMs)) {
    total += sizeBytes;
    if (total > largestBytes) await rm(path, { force: true });
  }
}
