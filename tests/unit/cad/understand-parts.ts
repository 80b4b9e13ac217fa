// Requests as tests write them, understood with the real materials table.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, RequestFault } from '../../../src/cad/understand/request-fault.ts';
import { understandPart, type UnderstoodPart } from '../../../src/cad/understand/understand-part.ts';
import { materialTableSchema } from '../../../src/shared/model/material.ts';

const table: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../resources/materials.json'), 'utf8'),
);
export const { materials } = materialTableSchema.parse(table);

export function understand(message: string, specifications: Record<string, unknown> = {}): UnderstoodPart {
  return understandPart({ message, specifications }, materials);
}

/** The faults of a request; empty when it is understood. */
export function faultsOf(message: string, specifications: Record<string, unknown> = {}): readonly Fault[] {
  try {
    understand(message, specifications);
    return [];
  } catch (error) {
    if (error instanceof RequestFault) return error.faults;
    throw error;
  }
}
