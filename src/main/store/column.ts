// How values lie in columns: JSON as text, truth as 0 and 1; read back by the schema of the value.
import { z } from 'zod';

/** A column of JSON text whose value satisfies `schema`. */
export function jsonColumn<T>(schema: z.ZodType<T>): z.ZodType<T, string> {
  return z.string().transform((text) => schema.parse(JSON.parse(text)));
}

export const truthColumn = z.number().transform((value) => value !== 0);

/** One column of text from many rows, plucked. */
export const textColumn = z.array(z.string());

/** JSON text for a column; null stays null. */
export function toJson(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
