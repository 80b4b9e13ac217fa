// Builds a part, checks it against its closed form, and writes its files.
import { Refusal } from '../../shared/std/result.ts';
import { findFamily } from '../parts/families.ts';
import type { PartSpecification } from '../parts/part-specification.ts';
import type { JobProgress } from '../process/kernel-port.ts';
import type { TaskOutput } from '../process/kernel-tasks.ts';
import { builders } from './builders.ts';
import { measureSolid } from './measure-solid.ts';
import { loadOpenCascade } from './open-cascade.ts';
import { checkSolid, checkVolume } from './solid-check.ts';
import { writePartFiles } from './write-part-files.ts';

/** Builds `part` and writes STEP, GLB and STL into `folder`. */
export async function generatePart(
  part: PartSpecification,
  folder: string,
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
  const shape = build(part.values);
  const built = checkSolid(shape, `built the ${family.title.toLowerCase()}`);
  checkVolume(built, family.volumeMm3(part.values), family.volumeTolerance);
  progress({ stage: 'Measuring', fraction: 0.5 });
  const measured = measureSolid(shape, part.material);
  progress({ stage: 'Meshing and writing files', fraction: 0.6 });
  const files = await writePartFiles(shape, part.title, folder);
  return { measured, files };
}
