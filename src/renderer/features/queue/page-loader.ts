// Keeps the pages of a long list that are looked at, and asks for them again when the list changed; one question at a time.

/** Entries of one page. */
export const pageLength = 50;

export interface PageSource<T> {
  /** Entries from a place on; null when they cannot be had now. */
  ask(from: number, limit: number): Promise<readonly T[] | null>;
  /** All that is known, by place. */
  show(entries: ReadonlyMap<number, T>): void;
}

export class PageLoader<T> {
  readonly #source: PageSource<T>;
  /** Pages by number. */
  #pages = new Map<number, readonly T[]>();
  /** Pages that were asked for before the last change. */
  readonly #stale = new Set<number>();
  #wanted: readonly number[] = [];
  #isLoading = false;

  constructor(source: PageSource<T>) {
    this.#source = source;
  }

  /** Says which places are looked at, both included; null for none. Pages far from them are forgotten. */
  lookAt(places: { readonly first: number; readonly last: number } | null): void {
    const first = places === null ? 0 : Math.floor(Math.max(0, places.first) / pageLength);
    const last = places === null ? -1 : Math.floor(Math.max(0, places.last) / pageLength);
    this.#wanted = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    void this.#load();
  }

  /** The list changed: what is looked at is asked for again. */
  renew(): void {
    for (const page of this.#pages.keys()) this.#stale.add(page);
    void this.#load();
  }

  async #load(): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    try {
      for (let page = this.#next(); page !== undefined; page = this.#next()) {
        this.#stale.delete(page);
        const entries = await this.#source.ask(page * pageLength, pageLength);
        if (entries === null) return;
        this.#pages.set(page, entries);
        this.#forgetFarPages();
        this.#show();
      }
    } finally {
      this.#isLoading = false;
    }
  }

  #next(): number | undefined {
    return this.#wanted.find((page) => !this.#pages.has(page) || this.#stale.has(page));
  }

  #forgetFarPages(): void {
    const [first = 0] = this.#wanted;
    const last = this.#wanted.at(-1) ?? first;
    for (const page of this.#pages.keys()) {
      if (page < first - 1 || page > last + 1) this.#pages.delete(page);
    }
  }

  #show(): void {
    const entries = new Map<number, T>();
    for (const [page, list] of this.#pages) {
      for (const [index, entry] of list.entries()) entries.set(page * pageLength + index, entry);
    }
    this.#source.show(entries);
  }
}
