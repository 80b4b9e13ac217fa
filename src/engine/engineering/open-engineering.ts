// The engineering desk: one row per engineering type; what is not in the table is refused with the list.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kernel } from '../../cad/process/kernel-port.ts';
import { type Material, materialTableSchema } from '../../shared/model/material.ts';
import { type EngineeringData, engineeringDataSchema } from '../../shared/protocol/request-data.ts';
import { type Desk, type DeskAnswer, DeskRefusal, type DeskRequest } from '../desk.ts';
import { generateCad } from './generate-cad.ts';

export interface EngineeringSetup {
  readonly resourcesDir: string;
  readonly kernel: Kernel;
}

/** What every engineering type works with. */
export interface EngineeringParts {
  readonly kernel: Kernel;
  readonly materials: readonly Material[];
}

type EngineeringType = (
  request: DeskRequest<EngineeringData>,
  parts: EngineeringParts,
) => Promise<DeskAnswer>;

const types: Readonly<Record<string, EngineeringType>> = {
  cad_generation: generateCad,
};

/** Opens the desk; the materials table is read once. */
export async function openEngineeringDesk({
  resourcesDir,
  kernel,
}: EngineeringSetup): Promise<Desk<EngineeringData>> {
  const table: unknown = JSON.parse(await readFile(join(resourcesDir, 'materials.json'), 'utf8'));
  const { materials } = materialTableSchema.parse(table);
  return async (request) => {
    const data = engineeringDataSchema.parse(request.data);
    const answer = Object.hasOwn(types, data.engineering_type) ? types[data.engineering_type] : undefined;
    if (answer !== undefined) return answer({ ...request, data }, { kernel, materials });
    const known = Object.keys(types).join(', ');
    const message = `data.engineering_type: "${data.engineering_type.slice(0, 60)}" is not done here; this engine knows ${known}.`;
    throw new DeskRefusal('ENGINEERING_ERROR', message, [
      { loc: ['data', 'engineering_type'], msg: `expected one of ${known}`, type: 'value_error' },
    ]);
  };
}
