// Events that come in bursts, handed on together: the page draws once for all of them, and has time left for its person.

const shortestPauseMs = 16;
const longestPauseMs = 500;

export class Burst<T> {
  readonly #handle: (event: T) => void;
  #waiting: T[] = [];
  #pauseMs = shortestPauseMs;

  /** `handle` is called for each event, in order, for all that wait within one turn of the page. */
  constructor(handle: (event: T) => void) {
    this.#handle = handle;
  }

  readonly take = (event: T): void => {
    this.#waiting.push(event);
    if (this.#waiting.length === 1) setTimeout(() => this.#handOn(), this.#pauseMs);
  };

  /** The pause is as long as the last drawing took: half of the time is left. */
  #handOn(): void {
    const events = this.#waiting;
    this.#waiting = [];
    const startedAt = performance.now();
    for (const event of events) this.#handle(event);
    setTimeout(() => {
      const tookMs = performance.now() - startedAt;
      this.#pauseMs = Math.min(longestPauseMs, Math.max(shortestPauseMs, tookMs));
    }, 0);
  }
}
