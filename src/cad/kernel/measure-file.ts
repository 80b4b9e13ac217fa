// Mass properties of a CAD file's solids, exact from the B-rep.
import { Refusal } from '../../shared/std/result.ts';
import type { JobProgress } from '../process/kernel-port.ts';
import type { TaskInput, TaskOutput } from '../process/kernel-tasks.ts';
import { propertiesOf } from './exact-shapes.ts';
import { inertiaOf } from './inertia.ts';
import { toNanometre } from './measure-solid.ts';
import { solidsOfFile } from './solids-of-file.ts';

/** Measures all solids of the file together: mm, mm², mm³, mm⁵. Refuses files without a closed solid. */
export async function measureFile(
  { path, name }: TaskInput<'measure'>,
  progress: (stage: JobProgress) => void,
): Promise<TaskOutput<'measure'>> {
  progress({ stage: 'Reading the solids', fraction: 0.1 });
  const solids = await solidsOfFile(path, name);
  progress({ stage: 'Measuring', fraction: 0.6 });
  const properties = propertiesOf(solids);
  if (properties === null) {
    throw new Refusal('CAD_FILE', `${name} has no closed solid, so it has no volume and no mass.`, 'name');
  }
  const { volumeMm3, areaMm2, centerOfMassMm } = properties;
  const [x, y, z] = centerOfMassMm;
  return {
    solidCount: solids.length,
    faceCount: solids.reduce((sum, { faces }) => sum + faces.length, 0),
    volumeMm3,
    areaMm2,
    centerOfMassMm: [toNanometre(x), toNanometre(y), toNanometre(z)],
    boxMm: boxOf(solids.map(({ boundingBox }) => boundingBox.bounds)),
    inertiaMm5: [...inertiaOf(solids, centerOfMassMm)],
  };
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
