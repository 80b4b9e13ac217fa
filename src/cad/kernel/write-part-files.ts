// A solid as files: STEP, GLB and STL, named by its title.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportSTEP, type Shape3D } from 'replicad';
import { Refusal } from '../../shared/std/result.ts';
import { writeGlb } from '../formats/write-glb.ts';
import { writeStl } from '../formats/write-stl.ts';
import { lacksFaces, meshShape } from './mesh-shape.ts';

/** A matt grey-blue; without a colour the exporter writes red. */
const partColor = '#93a1b3';
/** Mesh of results: facets of 0.05 mm, what a printer or a render needs. */
const resultDeflection = { toleranceMm: 0.05, angleRad: 0.2 };

export interface PartFile {
  readonly name: string;
  readonly path: string;
  readonly mediaType: string;
}

/** Writes the three files into `folder`. */
export async function writePartFiles(shape: Shape3D, title: string, folder: string): Promise<PartFile[]> {
  const mesh = meshShape(shape, { name: title, color: null, deflection: resultDeflection });
  if (lacksFaces(shape, mesh))
    throw new Refusal(
      'KERNEL',
      'The kernel could not mesh every face of this part, so its files would have a hole; change the sizes involved.',
    );
  const step = exportSTEP([{ shape, name: title, color: partColor }], { unit: 'MM', modelUnit: 'MM' });
  const base = fileName(title);
  return [
    { name: `${base}.step`, mediaType: 'model/step', bytes: new Uint8Array(await step.arrayBuffer()) },
    { name: `${base}.glb`, mediaType: 'model/gltf-binary', bytes: await writeGlb([mesh]) },
    { name: `${base}.stl`, mediaType: 'model/stl', bytes: writeStl([mesh]) },
  ].map(({ name, mediaType, bytes }) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return { name, path, mediaType };
  });
}

/** A title as the name of a file. */
export function fileName(title: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 80) || 'part';
}
