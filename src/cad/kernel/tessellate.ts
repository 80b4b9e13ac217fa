// A CAD file as our mesh: names, colours and tree from one reader, exact faces and mass from the other where both agree.
import { readFileSync, writeFileSync } from 'node:fs';
import type { Shape3D } from 'replicad';
import { Refusal } from '../../shared/std/result.ts';
import { type CadFormat, cadFormatOf } from '../formats/cad-format.ts';
import { encodeModelMesh } from '../mesh/mesh-file.ts';
import type { Box, ModelMesh, PartMesh } from '../mesh/part-mesh.ts';
import type { JobProgress } from '../process/kernel-port.ts';
import { propertiesOf, readSolids } from './exact-shapes.ts';
import { deflectionFor, meshShape } from './mesh-shape.ts';
import { toPart } from './preview-part.ts';
import { type PreviewModel, readPreview } from './read-preview.ts';

/** Above this the second, exact reading would take longer than anyone waits. */
const largestExactBytes = 8 * 1024 * 1024;

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
  const bytes = readFileSync(path);
  const preview = await readPreview(bytes, format);
  if (preview.meshes.length === 0) {
    throw new Refusal(
      'CAD_FILE',
      `${name} has no surfaces to show: it holds curves only, or names other files that are not here.`,
    );
  }
  progress({ stage: 'Reading exact faces', fraction: 0.4 });
  const remarks: string[] = [];
  const solids = bytes.length > largestExactBytes ? [] : await exactSolids(bytes, format);
  progress({ stage: 'Meshing', fraction: 0.7 });
  const model = assemble({ preview, solids, remarks, format });
  progress({ stage: 'Writing', fraction: 0.95 });
  writeFileSync(outPath, encodeModelMesh(model));
  return { partCount: model.parts.length };
}

async function exactSolids(bytes: Uint8Array, format: CadFormat): Promise<Shape3D[]> {
  try {
    return await readSolids(bytes, format);
  } catch {
    return [];
  }
}

interface Readings {
  readonly preview: PreviewModel;
  readonly solids: readonly Shape3D[];
  readonly remarks: string[];
  readonly format: CadFormat;
}

function assemble({ preview, solids, remarks, format }: Readings): ModelMesh {
  const coarse = preview.meshes.map((mesh, index) => toPart(mesh, `Part ${index + 1}`));
  const box = boxOf(coarse);
  const diagonal = Math.hypot(...box.max.map((value, axis) => value - (box.min[axis] ?? 0)));
  const agree =
    solids.length === coarse.length &&
    solids.every((solid, index) => isSamePlace(solid, coarse[index], diagonal));
  const parts = agree
    ? solids.map((solid, index) => {
        const { name = 'Part', color = null } = coarse[index] ?? {};
        return meshShape(solid, { name, color, deflection: deflectionFor(diagonal) });
      })
    : coarse;
  const properties = agree ? propertiesOf(solids) : null;
  if (!agree)
    remarks.push(
      'Faces and edges are shown from a mesh: exact types, radii and lengths are not known for this file.',
    );
  if (properties === null)
    remarks.push('No mass is shown: the file has no closed solid that could be measured exactly.');
  if (format === 'brep') remarks.push('BREP files carry no unit: millimetres are assumed.');
  return { format, parts, tree: preview.tree, box: boxOf(parts), properties, remarks };
}

/** Whether a solid and a mesh lie in the same place: both readers must mean the same body. */
function isSamePlace(solid: Shape3D, part: PartMesh | undefined, diagonal: number): boolean {
  if (part === undefined) return false;
  const mesh = boxOf([part]);
  const [low, high] = solid.boundingBox.bounds;
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(0.01, diagonal * 0.01);
  return [0, 1, 2].every(
    (axis) => near(low[axis] ?? 0, mesh.min[axis] ?? 0) && near(high[axis] ?? 0, mesh.max[axis] ?? 0),
  );
}

function boxOf(parts: readonly PartMesh[]): Box {
  const min: [number, number, number] = [Infinity, Infinity, Infinity];
  const max: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (const { positions } of parts) {
    for (let at = 0; at < positions.length; at += 1) {
      const axis = at % 3;
      const value = positions[at] ?? 0;
      min[axis] = Math.min(min[axis] ?? value, value);
      max[axis] = Math.max(max[axis] ?? value, value);
    }
  }
  return { min, max };
}
