// Why a request cannot be built as it is written, field by field.

/** One fault; `field` is a path such as `specifications.dimensions` or `message`. */
export interface Fault {
  readonly field: string;
  readonly message: string;
  /** `form`: the field holds no such value at all; `value`: it can be read, but not be built. */
  readonly kind: 'form' | 'value';
  /** The field that says otherwise, where two disagree. */
  readonly other?: string;
}

/** Thrown with every fault that was found, so that a person mends them in one go. */
export class RequestFault extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(({ field, message }) => `${field}: ${message}`).join('; '));
    this.name = 'RequestFault';
    this.faults = faults;
  }
}
