// What was read of a request so far: values with where each came from, faults, and what could not be used.
import type { Fault } from './request-fault.ts';

/** A value that was said, with the field it stood in. */
export interface Said {
  readonly value: number;
  readonly origin: string;
  /** The words it was read from, or why it is what it is. */
  readonly reason?: string | undefined;
}

export interface Unused {
  readonly text: string;
  readonly reason: string;
}

/** Collects while a request is read. The first value said for a parameter stands; a different second one is a fault. */
export class Reading {
  readonly said = new Map<string, Said>();
  readonly faults: Fault[] = [];
  readonly unused: Unused[] = [];

  /** A value is kept to the picometre, free of the noise of decimal fractions in binary. */
  say(name: string, { value, ...where }: Said): void {
    const said = { value: Number(value.toFixed(9)), ...where };
    const before = this.said.get(name);
    if (before === undefined) {
      this.said.set(name, said);
      return;
    }
    if (Math.abs(before.value - said.value) <= 1e-6 * Math.abs(before.value)) return;
    if (before.origin === said.origin) return;
    this.fault(said.origin, `says ${name} = ${said.value}, but ${before.origin} says ${before.value}`);
  }

  fault(field: string, message: string): void {
    this.faults.push({ field, message });
  }

  leave(text: string, reason: string): void {
    this.unused.push({ text: text.slice(0, 200), reason });
  }
}
