// The current time as a value that ticks, for countdowns and clocks on the screen.
import { useEffect, useState } from 'react';

/** Milliseconds since the epoch, renewed every `everyMs`; stands still while `everyMs` is null. */
export function useNow(everyMs: number | null): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (everyMs === null) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
