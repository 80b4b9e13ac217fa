// One measured figure against a named peer, printed as one line of JSON.

/** A figure to be measured; both sides return a rate (work per second), higher is better. */
export interface Figure {
  readonly bench: string;
  readonly peer: string;
  readonly unit: string;
  readonly goal: number;
  /** How often both sides are measured in turn; many short rounds see through a busy machine. */
  readonly rounds?: number;
  ours(): number | Promise<number>;
  /** Null where the peer cannot be had. */
  readonly theirs: (() => number | Promise<number>) | null;
}

const usualRounds = 3;

/** Measures both sides in turn, the best of each, and prints the line; `score` says how many times better ours is. */
export async function measure(figure: Figure): Promise<void> {
  let ours = 0;
  let theirs: number | null = null;
  for (let round = 0; round < (figure.rounds ?? usualRounds); round += 1) {
    globalThis.gc?.();
    ours = Math.max(ours, await figure.ours());
    globalThis.gc?.();
    if (figure.theirs !== null) theirs = Math.max(theirs ?? 0, await figure.theirs());
  }
  const line = {
    bench: figure.bench,
    ours: round3(ours),
    peer: figure.peer,
    theirs: theirs === null ? null : round3(theirs),
    unit: figure.unit,
    score: theirs === null ? null : round3(ours / theirs),
    goal: figure.goal,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** Runs `work` and returns how often per second `count` of it were done. */
export async function rateOf(count: number, work: () => void | Promise<void>): Promise<number> {
  const start = process.hrtime.bigint();
  await work();
  return count / (Number(process.hrtime.bigint() - start) / 1e9);
}

function round3(value: number): number {
  return Number(value.toPrecision(4));
}
