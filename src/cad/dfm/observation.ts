// What a check is asked and what it answers.
import type { DfmRule } from './dfm-rules.ts';
import type { PartUnderTest } from './part-under-test.ts';
import type { Vector } from './vectors.ts';

/** One rule put to one part. */
export interface Setting {
  readonly part: PartUnderTest;
  readonly rule: DfmRule;
  /** In the rule's unit: its own limit, that of the material, or the shop's. */
  readonly limit: number;
  /** In which the mould opens or the layers grow, of length one; null for processes without one. */
  readonly direction: Vector | null;
}

/** A place that breaks the rule. */
export interface Violation {
  /** In the rule's unit. */
  readonly measured: number;
  readonly point: Vector;
  /** Indices into the part's `faces`. */
  readonly faces: readonly number[];
  /** How much surface it is, where that says something. */
  readonly areaMm2?: number;
}

/** `measured` is the worst value found, null when the part has nothing of the kind. */
export interface Observation {
  readonly measured: number | null;
  readonly violations: readonly Violation[];
  /** Why nothing could be said; then `measured` is null. */
  readonly notChecked?: string;
}

export type Check = (setting: Setting) => Observation;

export function notChecked(reason: string): Observation {
  return { measured: null, violations: [], notChecked: reason };
}

/** Computes once per part what several checks need. */
export function oncePerPart<T>(compute: (part: PartUnderTest) => T): (part: PartUnderTest) => T {
  const known = new WeakMap<PartUnderTest, T>();
  return (part) => {
    const before = known.get(part);
    if (before !== undefined) return before;
    const value = compute(part);
    known.set(part, value);
    return value;
  };
}
