// What tests of types about a model share: parts as files of a room, and asking the desk.
import type { RoomFile } from '../../../../src/engine/desk.ts';
import { openEngineeringDesk } from '../../../../src/engine/engineering/open-engineering.ts';
import { engineeringResponseDataSchema } from '../../../../src/shared/protocol/engineering-response.ts';
import { type KernelRig, openKernelRig, partOf } from '../../cad/kernel-rig.ts';
import { askDesk, resourcesDir, type roomWith, textFile } from '../desk-rig.ts';

export interface Asked {
  readonly message?: string;
  readonly attached?: readonly RoomFile[];
  readonly specifications?: Record<string, unknown>;
  readonly room?: ReturnType<typeof roomWith>;
}

/** The engineering desk with the real kernel; `clock` dates what it makes: 25 November 2026. */
export async function openModelRig(engineeringType: string) {
  const rig: KernelRig = openKernelRig();
  const clock = { now: () => Date.parse('2026-11-25T12:00:00Z') };
  const desk = await openEngineeringDesk({ resourcesDir, kernel: rig.kernel, clock });
  return {
    ...rig,
    /** A part of a family as the file with this ending, such as `.step`. */
    async fileOf(family: string, values: Record<string, number>, ending = '.step'): Promise<RoomFile> {
      const { files } = await rig.kernel.run('generate', { part: partOf(family, values), folder: rig.folder })
        .result;
      const file = files.find(({ name }) => name.endsWith(ending));
      if (file === undefined) throw new Error(`no ${ending} was written`);
      return { ...textFile(file.name), path: file.path };
    },
    async ask({ message = 'please', attached = [], specifications = {}, room }: Asked) {
      const data = { message, sender: 'ann', engineering_type: engineeringType, specifications };
      const answer = await askDesk(desk, { data, attached, ...(room === undefined ? {} : { room }) });
      return {
        ...answer,
        told: engineeringResponseDataSchema.parse({ ...answer.body, message: answer.message }),
      };
    },
  };
}
