// A chain of dimensions: its extremes, its statistical spread, and how many assemblies fall outside limits.

/** One dimension of the chain, millimetres. It adds when `direction` is 1 and subtracts when −1. */
export interface StackDimension {
  readonly name: string;
  readonly nominal: number;
  readonly plus: number;
  readonly minus: number;
  readonly direction: 1 | -1;
  /** `normal`: the tolerance is ±3 standard deviations about its middle; `uniform`: every value is as likely. */
  readonly distribution: 'normal' | 'uniform';
}

/** A stretch of values, millimetres. */
export interface Span {
  readonly min: number;
  readonly max: number;
}

export interface StackResult {
  readonly nominal: number;
  /** Of the middles of the tolerances. */
  readonly mean: number;
  readonly worstCase: Span;
  /** Root sum of squares about the mean: ±3σ when each tolerance is ±3σ, centred and independent. */
  readonly rss: Span;
  /** Share of the variance of each dimension by its squared tolerance, 0 to 1. */
  readonly contributions: readonly number[];
}

const halfWidth = ({ plus, minus }: StackDimension): number => (plus + minus) / 2;
const middle = ({ nominal, plus, minus }: StackDimension): number => nominal + (plus - minus) / 2;

/** Worst case and root sum of squares (Drake, ed., Dimensioning and Tolerancing Handbook, 1999). */
export function analyzeStack(dimensions: readonly StackDimension[]): StackResult {
  const sum = (value: (one: StackDimension) => number): number =>
    dimensions.reduce((total, one) => total + value(one), 0);
  const mean = sum((one) => one.direction * middle(one));
  const extreme = sum(halfWidth);
  const squares = sum((one) => halfWidth(one) ** 2);
  const spread = Math.sqrt(squares);
  return {
    nominal: sum(({ direction, nominal }) => direction * nominal),
    mean,
    worstCase: { min: mean - extreme, max: mean + extreme },
    rss: { min: mean - spread, max: mean + spread },
    contributions: dimensions.map((one) => (squares === 0 ? 0 : halfWidth(one) ** 2 / squares)),
  };
}

/** Random assemblies: `random` gives numbers from 0 up to 1. Returns the chain's values in ascending order. */
export function sampleStack(
  dimensions: readonly StackDimension[],
  { samples, random }: { readonly samples: number; readonly random: () => number },
): Float64Array {
  const values = new Float64Array(samples);
  for (let at = 0; at < samples; at += 1) {
    let value = 0;
    for (const one of dimensions) {
      const deviation =
        one.distribution === 'uniform'
          ? (2 * random() - 1) * halfWidth(one)
          : (standardNormal(random) * halfWidth(one)) / 3;
      value += one.direction * (middle(one) + deviation);
    }
    values[at] = value;
  }
  return values.sort();
}

/** Box and Muller, 1958. */
function standardNormal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** The value below which a share of sorted values lies. */
export function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** The share outside the limits, with the interval in which the true share lies at 95 % (Wilson, 1927). */
export function shareOutside(sorted: Float64Array, { min, max }: Span): { share: number; interval: Span } {
  const outside = sorted.filter((value) => value < min || value > max).length;
  const [n, z] = [sorted.length, 1.96];
  const share = outside / n;
  const centre = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const reach = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return { share, interval: { min: Math.max(0, centre - reach), max: Math.min(1, centre + reach) } };
}

/** Numbers from 0 up to 1 that are the same for the same seed: a linear congruential generator modulo 2⁴⁸ (Knuth, TAOCP 3.3.4; the constants of drand48). */
export function seededRandom(seed: number): () => number {
  let state = (BigInt(seed) << 16n) + 0x330en;
  return () => {
    state = (state * 0x5deece66dn + 0xbn) & 0xffffffffffffn;
    return Number(state) / 2 ** 48;
  };
}
