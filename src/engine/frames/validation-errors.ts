// zod's findings in the shape Pydantic gives them, which is what the specification shows.
import type { z } from 'zod';
import type { ValidationError } from '../../shared/protocol/response-data.ts';

type Issue = z.core.$ZodIssue;

const typeErrors: Readonly<Record<string, { msg: string; type: string }>> = {
  string: { msg: 'str type expected', type: 'type_error.str' },
  array: { msg: 'value is not a valid list', type: 'type_error.list' },
  object: { msg: 'value is not a valid dict', type: 'type_error.dict' },
  record: { msg: 'value is not a valid dict', type: 'type_error.dict' },
  number: { msg: 'value is not a valid number', type: 'type_error.float' },
  int: { msg: 'value is not a valid integer', type: 'type_error.integer' },
  boolean: { msg: 'value could not be parsed to a boolean', type: 'value_error.boolean' },
};

/** Turns zod issues found in `input` into Pydantic-shaped errors; `prefix` is where `input` lies in the frame. */
export function toValidationErrors(
  issues: readonly Issue[],
  input: unknown,
  prefix: readonly string[],
): ValidationError[] {
  return issues.map((issue) => {
    const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
    return { loc: [...prefix, ...path], ...describe(issue, valueAt(input, path)) };
  });
}

function valueAt(input: unknown, path: readonly (string | number)[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([name]) => name === String(key))?.[1];
  }
  return value;
}

function describe(issue: Issue, value: unknown): { msg: string; type: string } {
  if (value === undefined) return { msg: 'field required', type: 'value_error.missing' };
  if (value === null) return { msg: 'none is not an allowed value', type: 'type_error.none.not_allowed' };
  switch (issue.code) {
    case 'invalid_type':
      return typeErrors[issue.expected] ?? { msg: issue.message, type: 'type_error' };
    case 'invalid_value': {
      const permitted = issue.values.map((one) => `'${String(one)}'`).join(', ');
      return {
        msg: `value is not a valid enumeration member; permitted: ${permitted}`,
        type: 'type_error.enum',
      };
    }
    case 'too_small':
      return limit(issue.origin, 'least', Number(issue.minimum));
    case 'too_big':
      return limit(issue.origin, 'most', Number(issue.maximum));
    default:
      return { msg: issue.message, type: 'value_error' };
  }
}

function limit(origin: string, side: 'least' | 'most', bound: number): { msg: string; type: string } {
  const short = side === 'least' ? 'min' : 'max';
  if (origin === 'string') {
    return {
      msg: `ensure this value has at ${side} ${bound} characters`,
      type: `value_error.any_str.${short}_length`,
    };
  }
  if (origin === 'array') {
    return {
      msg: `ensure this value has at ${side} ${bound} items`,
      type: `value_error.list.${short}_items`,
    };
  }
  const words = side === 'least' ? 'greater than or equal to' : 'less than or equal to';
  return {
    msg: `ensure this value is ${words} ${bound}`,
    type: `value_error.number.not_${side === 'least' ? 'ge' : 'le'}`,
  };
}
