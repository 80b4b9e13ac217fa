// Gives up on a model that says nothing: every piece it sends winds the clock anew.

export class Silence {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;

  /** `patienceMs`: the longest silence, from the question on. */
  constructor(patienceMs: number) {
    this.#timer = setTimeout(
      () => this.#controller.abort(new Error('timeout: silent for too long')),
      patienceMs,
    );
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  heard(): void {
    this.#timer.refresh();
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
