// A CAD file's solid with changes made to it, one after the other, each checked.
import type { Shape3D } from 'replicad';
import { Refusal } from '../../shared/std/result.ts';
import type { Done } from '../modify/operation.ts';
import type { JobProgress } from '../process/kernel-port.ts';
import type { TaskInput, TaskOutput } from '../process/kernel-tasks.ts';
import { changeSolid } from './change-solid.ts';
import { measureSolid } from './measure-solid.ts';
import { checkSolid } from './solid-check.ts';
import { solidsOfFile } from './solids-of-file.ts';
import { writePartFiles } from './write-part-files.ts';

/** Applies the changes to the one solid of the file and writes STEP, GLB and STL into `folder`. */
export async function modifyFile(
  { path, name, title, operations, material, folder }: TaskInput<'modify'>,
  progress: (stage: JobProgress) => void,
): Promise<TaskOutput<'modify'>> {
  progress({ stage: 'Reading the solid', fraction: 0.1 });
  const solids = await solidsOfFile(path, name);
  const [first] = solids;
  if (first === undefined || solids.length > 1) {
    const what = first === undefined ? 'no closed solid' : `${solids.length} solids`;
    throw new Refusal('CAD_FILE', `${name} has ${what}; changes can be made to one solid.`, 'name');
  }
  let solid: Shape3D = first;
  checkSolid(solid, `read ${name}`);
  const done: Done[] = [];
  for (const [index, operation] of operations.entries()) {
    progress({
      stage: `Change ${index + 1} of ${operations.length}`,
      fraction: 0.2 + (0.5 * index) / operations.length,
    });
    const changed = await changeSolid(solid, operation);
    done.push(changed.done);
    solid = changed.solid;
  }
  progress({ stage: 'Measuring', fraction: 0.75 });
  const measured = measureSolid(solid, material);
  progress({ stage: 'Meshing and writing files', fraction: 0.8 });
  return { measured, done, files: await writePartFiles(solid, title, folder) };
}
