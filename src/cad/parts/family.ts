// What a part family is: parameters with their ranges, a closed-form volume, and how people call it. No kernel here.
import type { PartValues } from './part-specification.ts';

export type ParameterUnit = 'mm' | 'deg' | 'count' | 'ratio';

/** A value that was not asked for, with the reason and its source. */
export interface Assumption {
  readonly value: number;
  readonly reason: string;
}

export interface ParameterDefinition {
  readonly name: string;
  readonly title: string;
  readonly unit: ParameterUnit;
  readonly min: number;
  readonly max: number;
  /** The value when nobody said one, from those that are known; undefined: it must be said. */
  assume?(known: PartValues): Assumption;
  /** Parameters this one only serves: an assumed value is told when one of them was assumed too. */
  readonly serves?: readonly string[];
  /** Whether it has any effect with these values; an assumed value without effect is not told. */
  matters?(known: PartValues): boolean;
  /** A nominal thread diameter: `M3` in a text says it. */
  readonly isThread?: boolean;
  /** Words before or after a number that mean this parameter, lower case, such as `wall` or `thickness`. */
  readonly words?: readonly string[];
  /** Other ways to say it, such as `12 DP` for a module: what is found, and the value it means. */
  readonly sayings?: readonly Saying[];
}

/** `value` is of what `called` found: of its first group that is a number, or of the words alone. */
export interface Saying {
  readonly called: RegExp;
  value(said: number): number;
  readonly reason: string;
}

/** A fault of a combination of values; `field` is the parameter to change. */
export interface Problem {
  readonly field: string;
  readonly message: string;
}

export interface Family {
  readonly id: string;
  readonly title: string;
  /** A request that makes one, as a person would write it. */
  readonly example: string;
  /** Matches what people write for it. */
  readonly called: RegExp;
  /** What it is usually made of, when nobody says: a name of the materials table, and why. */
  readonly usualMaterial?: { readonly name: string; readonly reason: string };
  /** Parameters that a triple such as `100x80x20` fills, in order. */
  readonly envelope: readonly string[];
  /** Where a triple means other parameters, by its sizes: `50x50x3` of an angle is legs and thickness. */
  envelopeFor?(mm: readonly number[]): readonly string[];
  /** Sizes that belong to something in the part, such as `60x40 cut-out`, and the parameters they fill. */
  readonly insets?: readonly { readonly called: RegExp; readonly envelope: readonly string[] }[];
  /** Parameters that pairs such as `Ø20 x 100, Ø30 x 50` fill, one pair after the other. */
  readonly series?: readonly (readonly [string, string])[];
  /** How far the kernel's volume may be from the closed form, relative, where curves only approach the true shape; else 1e-6. */
  readonly volumeTolerance?: number;
  /** Bent of sheet of one thickness: its flat pattern is among its files. */
  readonly isBentSheet?: boolean;
  readonly parameters: readonly ParameterDefinition[];
  /** Combinations that cannot be built; each value is in its range already. */
  check(values: PartValues): Problem[];
  /** Exact volume, mm³, by elementary geometry. */
  volumeMm3(values: PartValues): number;
  /** Exact bounding box, mm. */
  boxMm(values: PartValues): readonly [number, number, number];
}

/** The family in a sentence, with its article: `a flat plate`, `an L-bracket`. */
export function spoken({ title }: Family): string {
  const name = /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
  return `${/^(?:[aeio]|[FHLMNRSX](?![a-z]))/.test(name) ? 'an' : 'a'} ${name}`;
}

/** The sign behind a value of this unit; undefined for plain numbers. */
export function unitSign(unit: ParameterUnit): string | undefined {
  return { mm: 'mm', deg: '°', count: undefined, ratio: undefined }[unit];
}

/** A parameter's value; a family may only ask for its own. */
export function valueOf(values: PartValues, name: string): number {
  const value = values[name];
  if (value === undefined) throw new RangeError(`the parameter ${name} has no value`);
  return value;
}

/** Reads several values at once. */
export function readValues<N extends string>(values: PartValues, ...names: readonly N[]): Record<N, number> {
  return Object.fromEntries(names.map((name) => [name, valueOf(values, name)])) as Record<N, number>;
}

/** A length parameter. */
export function length(
  name: string,
  title: string,
  more: Partial<ParameterDefinition> = {},
): ParameterDefinition {
  return { name, title, unit: 'mm', min: 0.1, max: 5000, ...more };
}

/** A number of things. */
export function count(
  name: string,
  title: string,
  more: Partial<ParameterDefinition> = {},
): ParameterDefinition {
  return { name, title, unit: 'count', min: 0, max: 1000, ...more };
}

/** Area of a rectangle with rounded corners, mm². */
export function roundedRectangleArea(width: number, height: number, radius: number): number {
  return width * height - (4 - Math.PI) * radius ** 2;
}

/** Area of a circle from its diameter. */
export function circleArea(diameter: number): number {
  return (Math.PI / 4) * diameter ** 2;
}
