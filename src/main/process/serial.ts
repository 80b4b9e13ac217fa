// Tasks one after the other, so that what one reads is what the one before it wrote.

export class Serial {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs `task` after all that were given before it, whether those succeeded or not. */
  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#last.then(task, task);
    this.#last = result.catch(() => {});
    return result;
  }

  /** Resolves when all that were given so far have ended. */
  async idle(): Promise<void> {
    await this.#last;
  }
}
