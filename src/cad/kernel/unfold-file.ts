// The flat pattern of a file's one solid, as DXF.
import { writeFileSync } from 'node:fs';
import { Refusal } from '../../shared/std/result.ts';
import { writeDxf } from '../drawing/write-dxf.ts';
import type { JobProgress } from '../process/kernel-port.ts';
import type { TaskInput, TaskOutput } from '../process/kernel-tasks.ts';
import { flatDrawing } from '../sheet/flat-drawing.ts';
import { solidsOfFile } from './solids-of-file.ts';
import { unfold } from './unfold/unfold.ts';
import { summaryOf } from './write-flat.ts';

/** Unfolds the solid of a STEP or BREP file; refuses what is no sheet, and assemblies. */
export async function unfoldFile(
  { path, name, kFactor, outPath }: TaskInput<'unfold'>,
  progress: (stage: JobProgress) => void,
): Promise<TaskOutput<'unfold'>> {
  progress({ stage: 'Reading the solids', fraction: 0.1 });
  const [solid, ...others] = await solidsOfFile(path, name);
  if (solid === undefined || others.length > 0) {
    const what = solid === undefined ? 'no closed solid' : `${others.length + 1} solids`;
    throw new Refusal('CAD_FILE', `${name} has ${what}; a flat pattern is made of one.`, 'name');
  }
  progress({ stage: 'Unfolding', fraction: 0.6 });
  const flat = unfold(solid, { name, kFactor });
  writeFileSync(outPath, writeDxf(flatDrawing(flat, name)));
  return summaryOf(flat);
}
