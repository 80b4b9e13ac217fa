// The time of this machine, for everything that takes a clock.
import type { Clock } from '../../shared/std/clock.ts';

/** Real time; its timers keep the process alive as usual. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
};
