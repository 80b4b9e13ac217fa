// Success or failure as a value, for borders where an exception would lose its details.

/** A failure a person can read: `message` is a sentence, `field` names the offending input where there is one. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly field?: string | undefined;
}

/** Either a value or the reason there is none. */
export type Result<T, F = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: F };

/** Wraps a value as success. */
export function succeed<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

/** Wraps a reason as failure. */
export function fail(code: string, message: string, field?: string): Result<never> {
  return { ok: false, error: field === undefined ? { code, message } : { code, message, field } };
}

/** An error whose message is fit for the person at the screen; everything else is a defect. */
export class Refusal extends Error {
  readonly code: string;
  readonly field: string | undefined;

  constructor(code: string, message: string, field?: string) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.field = field;
  }
}
