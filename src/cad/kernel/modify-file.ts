// A CAD file's solid with changes made to it, one after the other, each checked.
import { iterTopo, type Shape3D } from 'replicad';
import { Refusal } from '../../shared/std/result.ts';
import type { Done, Operation } from '../modify/operation.ts';
import type { JobProgress } from '../process/kernel-port.ts';
import type { TaskInput, TaskOutput } from '../process/kernel-tasks.ts';
import { applyOperation, meetsEdge } from './apply-operation.ts';
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
  let volume = checkSolid(solid, `read ${name}`);
  const done: Done[] = [];
  for (const [index, operation] of operations.entries()) {
    progress({
      stage: `Change ${index + 1} of ${operations.length}`,
      fraction: 0.2 + (0.5 * index) / operations.length,
    });
    const [next, after] = await changed(solid, operation);
    done.push({
      said: operation.said,
      volumeChangeMm3: after - volume,
      note: noteOn(solid, operation),
    });
    [solid, volume] = [next, after];
  }
  progress({ stage: 'Measuring', fraction: 0.75 });
  const measured = measureSolid(solid, material);
  progress({ stage: 'Meshing and writing files', fraction: 0.8 });
  return { measured, done, files: await writePartFiles(solid, title, folder) };
}

/** The changed solid and its volume; a change that fails or changes nothing is refused in its own words. */
async function changed(solid: Shape3D, operation: Operation): Promise<[Shape3D, number]> {
  const before = checkSolid(solid, 'began');
  const copy = solid.clone();
  const next = await applyOperation(copy, operation).catch((error: unknown) => {
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      'KERNEL',
      `"${operation.said}" cannot be done on this part: the kernel found no such solid. Try smaller sizes, or other edges.`,
    );
  });
  const after = checkSolid(next, `made "${operation.said}"`);
  const pieces = [...iterTopo(next.wrapped, 'solid')].length;
  if (pieces > 1)
    throw new Refusal('KERNEL', `"${operation.said}" would cut the part into ${pieces} pieces.`);
  const isUnchanged = Math.abs(after - before) < 1e-6 * before && operation.op !== 'mirror';
  if (isUnchanged)
    throw new Refusal(
      'KERNEL',
      `"${operation.said}" changes nothing on this part: it meets no material or no edge.`,
    );
  return [next, after];
}

/** What a person should look at. */
function noteOn(solid: Shape3D, operation: Operation): string | null {
  if (operation.op !== 'holes' || !meetsEdge(solid, operation)) return null;
  return 'some holes meet an edge or an opening';
}
