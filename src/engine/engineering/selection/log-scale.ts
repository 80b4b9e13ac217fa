// A logarithmic axis: where a value lies, and which lines and numbers it has.

export interface LogScale {
  readonly low: number;
  readonly high: number;
  /** From `start` to `end`, in the picture's unit. */
  place(value: number): number;
}

/** A scale that holds all values with a little room; the values must be above zero. */
export function logScale(values: readonly number[], [start, end]: readonly [number, number]): LogScale {
  const room = 1.25;
  const low = Math.min(...values) / room;
  const high = Math.max(...values) * room;
  const place = (value: number): number =>
    start + ((end - start) * Math.log(value / low)) / Math.log(high / low);
  return { low, high, place };
}

/** Values with a line: 1 to 9 of each decade; those with a number: 1, and 2 and 5 where there are few decades. */
export function logTicks({ low, high }: LogScale): { value: number; isNumbered: boolean }[] {
  const decades = Math.log10(high / low);
  const numbered = decades > 2.5 ? [1] : decades > 0.7 ? [1, 2, 5] : [1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9];
  const digits = [1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9].filter((digit) => digit !== 1.5 || numbered.includes(1.5));
  const first = Math.floor(Math.log10(low));
  return Array.from({ length: Math.ceil(decades) + 2 }, (_, index) => first + index).flatMap((exponent) =>
    digits
      .map((digit) => ({ value: Number(`${digit}e${exponent}`), isNumbered: numbered.includes(digit) }))
      .filter(({ value }) => value >= low && value <= high),
  );
}
