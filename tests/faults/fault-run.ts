// What one run under a fault came to.

export interface FaultRun {
  /** Enough to run it again. */
  readonly name: string;
  /** How many items were called saved before the end. */
  readonly saved: number;
  /** Whether the fault ended the day before its end. */
  readonly struck: boolean;
  /** Broken promises, none when all is well. */
  readonly violations: readonly string[];
}

/** Runs `tasks` two at a time and keeps their order. */
export async function inPairs<T>(tasks: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < tasks.length; index = next++) {
      const task = tasks[index];
      if (task !== undefined) results[index] = await task();
    }
  };
  await Promise.all([work(), work()]);
  return results;
}
