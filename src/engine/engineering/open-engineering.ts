// The engineering desk: finds the type's row and lets it answer; what has no row is refused with the list.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kernel } from '../../cad/process/kernel-port.ts';
import { materialTableSchema } from '../../shared/model/material.ts';
import { type EngineeringData, engineeringDataSchema } from '../../shared/protocol/request-data.ts';
import type { Clock } from '../../shared/std/clock.ts';
import { type Desk, DeskRefusal } from '../desk.ts';
import { engineeringTypes as types } from './engineering-types.ts';

export interface EngineeringSetup {
  readonly resourcesDir: string;
  readonly kernel: Kernel;
  /** Dates what is made; the system's where none is given. */
  readonly clock?: Pick<Clock, 'now'>;
}

/** Opens the desk; the materials table is read once. */
export async function openEngineeringDesk({
  resourcesDir,
  kernel,
  clock = { now: () => Date.now() },
}: EngineeringSetup): Promise<Desk<EngineeringData>> {
  const table: unknown = JSON.parse(await readFile(join(resourcesDir, 'materials.json'), 'utf8'));
  const { materials, sources: materialSources } = materialTableSchema.parse(table);
  return async (request) => {
    const data = engineeringDataSchema.parse(request.data);
    const answer = Object.hasOwn(types, data.engineering_type) ? types[data.engineering_type] : undefined;
    const parts = { kernel, materials, materialSources, resourcesDir, clock };
    if (answer !== undefined) return answer({ ...request, data }, parts);
    const known = Object.keys(types).join(', ');
    const message = `data.engineering_type: "${data.engineering_type.slice(0, 60)}" is not done here; this engine knows ${known}.`;
    throw new DeskRefusal('ENGINEERING_ERROR', message, [
      { loc: ['data', 'engineering_type'], msg: `expected one of ${known}`, type: 'value_error' },
    ]);
  };
}
