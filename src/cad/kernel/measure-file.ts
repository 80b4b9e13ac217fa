// Mass properties of a CAD file's solids, exact from the B-rep.
import { readFileSync } from 'node:fs';
import { Refusal } from '../../shared/std/result.ts';
import { cadFormatOf } from '../formats/cad-format.ts';
import type { JobProgress } from '../process/kernel-port.ts';
import type { TaskInput, TaskOutput } from '../process/kernel-tasks.ts';
import { propertiesOf, readSolids } from './exact-shapes.ts';
import { inertiaOf } from './inertia.ts';
import { toNanometre } from './measure-solid.ts';

/** Measures all solids of the file together: mm, mm², mm³, mm⁵. Refuses files without a closed solid. */
export async function measureFile(
  { path, name }: TaskInput<'measure'>,
  progress: (stage: JobProgress) => void,
): Promise<TaskOutput<'measure'>> {
  const format = cadFormatOf(name);
  if (format === null || format === 'iges') {
    throw new Refusal('CAD_FILE', `${name}: only STEP and BREP files can be measured exactly.`, 'name');
  }
  progress({ stage: 'Reading the solids', fraction: 0.1 });
  const solids = await readOrRefuse(path, { name, format });
  progress({ stage: 'Measuring', fraction: 0.6 });
  const properties = propertiesOf(solids);
  if (properties === null) {
    throw new Refusal('CAD_FILE', `${name} has no closed solid, so it has no volume and no mass.`, 'name');
  }
  const { volumeMm3, areaMm2, centerOfMassMm } = properties;
  const [x, y, z] = centerOfMassMm;
  return {
    solidCount: solids.length,
    volumeMm3,
    areaMm2,
    centerOfMassMm: [toNanometre(x), toNanometre(y), toNanometre(z)],
    boxMm: boxOf(solids.map(({ boundingBox }) => boundingBox.bounds)),
    inertiaMm5: [...inertiaOf(solids, centerOfMassMm)],
  };
}

async function readOrRefuse(path: string, file: { name: string; format: 'step' | 'brep' }) {
  try {
    return await readSolids(readFileSync(path), file.format);
  } catch {
    const words = `${file.name} is no readable ${file.format.toUpperCase()} file, or it is damaged.`;
    throw new Refusal('CAD_FILE', `${words} It stays attached.`, 'name');
  }
}

function boxOf(
  bounds: readonly (readonly [readonly number[], readonly number[]])[],
): [number, number, number] {
  const span = (axis: number): number =>
    toNanometre(
      Math.max(...bounds.map(([, high]) => high[axis] ?? 0)) -
        Math.min(...bounds.map(([low]) => low[axis] ?? 0)),
    );
  return [span(0), span(1), span(2)];
}
