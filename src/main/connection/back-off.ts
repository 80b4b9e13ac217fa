// How long to wait before the next attempt: exponential with full jitter, so that a room of clients does not return as one.

const baseMs = 500;
const capMs = 60_000;

/** Longest wait before attempt `attempt` (1 is the first), milliseconds. */
export function longestWaitMs(attempt: number): number {
  return Math.min(capMs, baseMs * 2 ** Math.max(0, attempt - 1));
}

/** A wait between 0 and `longestWaitMs`, uniformly; `random` gives [0, 1). Full jitter, after Brooker (AWS, 2015). */
export function backOffMs(attempt: number, random: () => number): number {
  return Math.round(random() * longestWaitMs(attempt));
}
