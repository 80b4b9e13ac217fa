// Whoever opens, closes: a scope that disposes what was registered with it, last first.

/** Collects disposables and disposes them in reverse order of registration, once. */
export class Disposables implements AsyncDisposable {
  readonly #closers: (() => void | Promise<void>)[] = [];
  #disposed = false;

  /** Registers a closer and returns the thing it closes. */
  add<T>(thing: T, close: (thing: T) => void | Promise<void>): T {
    this.#closers.push(() => close(thing));
    return thing;
  }

  defer(close: () => void | Promise<void>): void {
    this.#closers.push(close);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#disposed) return;
    this.#disposed = true;
    const errors: unknown[] = [];
    for (const close of this.#closers.reverse()) {
      try {
        await close();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, 'some resources did not close');
  }
}
