// What was read of a request so far: values with where each came from, faults, and what could not be used.
import type { Fault } from './request-fault.ts';

/** Faults, and remarks on what is unused, that anyone reads; more are not kept. */
const mostRemarks = 50;

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
    this.#add({
      field: before.origin,
      message: `says ${name} = ${before.value}, but ${said.origin} says ${said.value}; make them agree`,
      kind: 'value',
      other: said.origin,
    });
  }

  /** The field can be read, but what it says cannot be built. */
  fault(field: string, message: string): void {
    this.#add({ field, message, kind: 'value' });
  }

  /** The field holds no such value: text where a length belongs, a list where one number does. */
  malformed(field: string, message: string): void {
    this.#add({ field, message, kind: 'form' });
  }

  leave(text: string, reason: string): void {
    if (this.unused.length < mostRemarks) this.unused.push({ text: text.slice(0, 200), reason });
  }

  /** The same sentence is told once, however many sizes it holds for. */
  #add(fault: Fault): void {
    const told = this.faults.some(({ field, message }) => field === fault.field && message === fault.message);
    if (!told && this.faults.length < mostRemarks) this.faults.push(fault);
  }
}
