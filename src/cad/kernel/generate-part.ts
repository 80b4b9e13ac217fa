// Builds a part, checks it against its closed form, and writes its files.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportSTEP } from 'replicad';
import { Refusal } from '../../shared/std/result.ts';
import { writeGlb } from '../formats/write-glb.ts';
import { writeStl } from '../formats/write-stl.ts';
import { findFamily } from '../parts/families.ts';
import type { PartSpecification } from '../parts/part-specification.ts';
import type { JobProgress } from '../process/kernel-port.ts';
import type { TaskOutput } from '../process/kernel-tasks.ts';
import { builders } from './builders.ts';
import { measureSolid } from './measure-solid.ts';
import { meshShape } from './mesh-shape.ts';
import { loadOpenCascade } from './open-cascade.ts';
import { checkSolid, checkVolume } from './solid-check.ts';

/** A matt grey-blue; without a colour the exporter writes red. */
const partColor = '#93a1b3';
/** Mesh of results: facets of 0.05 mm, what a printer or a render needs. */
const resultDeflection = { toleranceMm: 0.05, angleRad: 0.2 };

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
  const mesh = meshShape(shape, { name: part.title, color: null, deflection: resultDeflection });
  const step = exportSTEP([{ shape, name: part.title, color: partColor }], { unit: 'MM', modelUnit: 'MM' });
  const base = fileName(part.title);
  const files = [
    { name: `${base}.step`, mediaType: 'model/step', bytes: new Uint8Array(await step.arrayBuffer()) },
    { name: `${base}.glb`, mediaType: 'model/gltf-binary', bytes: await writeGlb([mesh]) },
    { name: `${base}.stl`, mediaType: 'model/stl', bytes: writeStl([mesh]) },
  ].map(({ name, mediaType, bytes }) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return { name, path, mediaType };
  });
  return { measured, files };
}

function fileName(title: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 80) || 'part';
}
