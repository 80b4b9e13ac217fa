// Prepares a CAD file for the viewer: reads it and writes our mesh.
import { readFileSync, writeFileSync } from 'node:fs';
import { Refusal } from '../../shared/std/result.ts';
import { cadFormatOf } from '../formats/cad-format.ts';
import { encodeModelMesh } from '../mesh/mesh-file.ts';
import type { JobProgress } from '../process/kernel-port.ts';
import { readModel } from './read-model.ts';

/** Reads the CAD file at `path` (its name tells the format) and writes our mesh to `outPath`; returns how many parts it has. */
export async function tessellate(
  { path, name, outPath }: { path: string; name: string; outPath: string },
  progress: (stage: JobProgress) => void,
): Promise<{ partCount: number }> {
  const format = cadFormatOf(name);
  if (format === null) {
    throw new Refusal('CAD_FILE', `${name} is no STEP, IGES or BREP file by its name.`, 'name');
  }
  progress({ stage: 'Reading the file', fraction: 0.05 });
  const model = await readModel(readFileSync(path), { name, format }, progress);
  progress({ stage: 'Writing', fraction: 0.95 });
  writeFileSync(outPath, encodeModelMesh(model));
  return { partCount: model.parts.length };
}
