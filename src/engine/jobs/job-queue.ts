// Work one at a time per lane, beside the socket loop, ended together at shutdown.

export type Job = (signal: AbortSignal) => Promise<void>;

/** Runs jobs of the same lane in order and lanes beside each other. Jobs must not throw; one that does is reported. */
export class JobQueue implements AsyncDisposable {
  readonly #lanes = new Map<string, Promise<void>>();
  readonly #stop = new AbortController();
  readonly #onDefect: (error: unknown) => void;

  constructor(onDefect: (error: unknown) => void) {
    this.#onDefect = onDefect;
  }

  /** Puts a job at the end of its lane. Nothing is taken after shutdown began. */
  add(lane: string, job: Job): void {
    if (this.#stop.signal.aborted) return;
    const before = this.#lanes.get(lane) ?? Promise.resolve();
    const after = before.then(async () => {
      if (this.#stop.signal.aborted) return;
      await job(this.#stop.signal);
    });
    this.#lanes.set(
      lane,
      after.catch((error: unknown) => this.#onDefect(error)),
    );
  }

  /** Aborts what runs and waits until it has let go. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort(new Error('the engine is shutting down'));
    await Promise.all(this.#lanes.values());
  }
}
