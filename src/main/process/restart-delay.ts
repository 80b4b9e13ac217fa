// How long a fallen child process stays down before it is started again.

const baseMs = 250;
const capMs = 30_000;

/** Doubles from a quarter of a second to half a minute; `falls` counts falls in a row, from 1. */
export function restartDelayMs(falls: number): number {
  return Math.min(capMs, baseMs * 2 ** Math.max(0, falls - 1));
}
