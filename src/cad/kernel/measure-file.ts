// Mass properties of a CAD file's solids, exact from the B-rep; of a mesh those of its triangles.
import { readFileSync } from 'node:fs';
import { Refusal } from '../../shared/std/result.ts';
import { cadFormatOf } from '../formats/cad-format.ts';
import { readMesh } from '../formats/read-mesh.ts';
import { measureMesh } from '../mesh/closed-mesh.ts';
import type { PartMesh } from '../mesh/part-mesh.ts';
import { splitFaces } from '../mesh/split-faces.ts';
import type { JobProgress } from '../process/kernel-port.ts';
import type { TaskInput, TaskOutput } from '../process/kernel-tasks.ts';
import { propertiesOf } from './exact-shapes.ts';
import { inertiaOf } from './inertia.ts';
import { toNanometre } from './measure-solid.ts';
import { readModel } from './read-model.ts';
import { solidsOfFile } from './solids-of-file.ts';

/** Measures all solids of the file together: mm, mm², mm³, mm⁵. Refuses files without a closed solid or mesh. */
export async function measureFile(
  { path, name }: TaskInput<'measure'>,
  progress: (stage: JobProgress) => void,
): Promise<TaskOutput<'measure'>> {
  progress({ stage: 'Reading the solids', fraction: 0.1 });
  const format = cadFormatOf(name);
  if (format === null || format === 'iges')
    return fromMesh(await meshesOf({ path, name, format }, progress), name);
  const solids = await solidsOfFile(path, name);
  progress({ stage: 'Measuring', fraction: 0.6 });
  const properties = propertiesOf(solids);
  if (properties === null) {
    throw new Refusal('CAD_FILE', `${name} has no closed solid, so it has no volume and no mass.`, 'name');
  }
  const { volumeMm3, areaMm2, centerOfMassMm } = properties;
  const [x, y, z] = centerOfMassMm;
  return {
    isExact: true,
    solidCount: solids.length,
    faceCount: solids.reduce((sum, { faces }) => sum + faces.length, 0),
    volumeMm3,
    areaMm2,
    centerOfMassMm: [toNanometre(x), toNanometre(y), toNanometre(z)],
    boxMm: boxOf(solids.map(({ boundingBox }) => boundingBox.bounds)),
    inertiaMm5: [...inertiaOf(solids, centerOfMassMm)],
  };
}

/** IGES is read as a mesh; what is neither is refused by the reader of meshes. */
async function meshesOf(
  { path, name, format }: { path: string; name: string; format: 'iges' | null },
  progress: (stage: JobProgress) => void,
): Promise<readonly PartMesh[]> {
  const bytes = readFileSync(path);
  return format === null ? readMesh(bytes, name) : (await readModel(bytes, { name, format }, progress)).parts;
}

function fromMesh(parts: readonly PartMesh[], name: string): TaskOutput<'measure'> {
  const { volumeMm3, areaMm2, centerOfMassMm, inertiaMm5, sizeMm, open } = measureMesh(parts);
  if (open.count > 0 || !(volumeMm3 > 0)) {
    const why =
      open.count > 0
        ? `${open.count} of its edges have no triangle on one side`
        : 'its triangles look inward';
    throw new Refusal(
      'CAD_FILE',
      `${name} is no closed mesh: ${why}. So it has no volume and no mass.`,
      'name',
    );
  }
  return {
    isExact: false,
    solidCount: parts.length,
    // A file of triangles has no faces: its smooth pieces stand for them.
    faceCount: parts.reduce((sum, part) => sum + splitFaces(part).faces.length, 0),
    volumeMm3,
    areaMm2,
    centerOfMassMm,
    inertiaMm5,
    boxMm: sizeMm,
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
