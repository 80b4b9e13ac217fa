// Time and timers as an argument, so that policies stay pure and tests own the clock.

/** The only source of time in the core. Times are milliseconds since the Unix epoch. */
export interface Clock {
  now(): number;
  /** Runs `task` once after `delayMs`; the returned function cancels it. */
  after(delayMs: number, task: () => void): () => void;
}
