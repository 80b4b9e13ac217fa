// Builds a part, checks it against its closed form, makes the changes asked for with it, and writes its files.
import type { Shape3D } from 'replicad';
import { Refusal } from '../../shared/std/result.ts';
import { findFamily } from '../parts/families.ts';
import type { JobProgress } from '../process/kernel-port.ts';
import type { TaskInput, TaskOutput } from '../process/kernel-tasks.ts';
import type { Done } from '../modify/operation.ts';
import { boardTrayVolume } from '../parts/board-tray.ts';
import { buildBoardTray } from './builders/housing-parts.ts';
import { builders } from './builders.ts';
import { changeSolid } from './change-solid.ts';
import { measureSolid } from './measure-solid.ts';
import { loadOpenCascade } from './open-cascade.ts';
import { checkSolid, checkVolume } from './solid-check.ts';
import { unfold } from './unfold/unfold.ts';
import { writeFlat, type WrittenFlat } from './write-flat.ts';
import { writePartFiles } from './write-part-files.ts';

/** Builds `part`, makes `operations` to it in order, leaving out what cannot be made, and writes STEP, GLB and STL into `folder`, of bent sheet the flat pattern too. */
export async function generatePart(
  { part, operations = [], folder }: TaskInput<'generate'>,
  progress: (stage: JobProgress) => void,
): Promise<TaskOutput<'generate'>> {
  const family = findFamily(part.family);
  const build = builders[part.family];
  if (family === null || build === undefined) {
    throw new Refusal('PART_FAMILY', `There is no part family "${part.family}".`, 'family');
  }
  progress({ stage: 'Starting the kernel', fraction: 0 });
  await loadOpenCascade();
  progress({ stage: 'Building the solid', fraction: 0.2 });
  let shape = part.board === undefined ? build(part.values) : buildBoardTray(part.values, part.board);
  const built = checkSolid(shape, `built the ${family.title.toLowerCase()}`);
  const expected =
    part.board === undefined ? family.volumeMm3(part.values) : boardTrayVolume(part.values, part.board);
  checkVolume(built, expected, family.volumeTolerance);
  const done: Done[] = [];
  const refused: TaskOutput<'generate'>['refused'] = [];
  for (const operation of operations) {
    progress({ stage: operation.said, fraction: 0.4 });
    try {
      const changed = await changeSolid(shape, operation);
      done.push(changed.done);
      shape = changed.solid;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push({ said: operation.said, reason: error.message });
    }
  }
  progress({ stage: 'Measuring', fraction: 0.5 });
  const measured = measureSolid(shape, part.material);
  progress({ stage: 'Meshing and writing files', fraction: 0.6 });
  const files = await writePartFiles(shape, part.title, folder);
  const flat = family.isBentSheet === true ? layFlat(shape, { part, folder }) : null;
  const summary = flat !== null && 'summary' in flat ? flat.summary : flat;
  return {
    measured,
    done,
    refused,
    flat: summary,
    files: flat !== null && 'file' in flat ? [...files, flat.file] : files,
  };
}

/** The flat pattern, or why a change left none. */
function layFlat(
  shape: Shape3D,
  { part, folder }: Pick<TaskInput<'generate'>, 'part' | 'folder'>,
): WrittenFlat | { readonly reason: string } {
  try {
    const flat = unfold(shape, { name: part.title, kFactor: part.values['k_factor'] ?? null });
    return writeFlat(flat, part.title, folder);
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.message };
    throw error;
  }
}
