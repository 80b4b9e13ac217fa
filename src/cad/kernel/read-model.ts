// A CAD file as our mesh: names, colours and tree from one reader, exact faces and mass from the other where both agree.
import type { Shape3D } from 'replicad';
import { Refusal } from '../../shared/std/result.ts';
import type { CadFormat } from '../formats/cad-format.ts';
import type { ModelMesh, PartMesh } from '../mesh/part-mesh.ts';
import { boxOf } from '../mesh/mesh-box.ts';
import type { JobProgress } from '../process/kernel-port.ts';
import { propertiesOf, readSolids } from './exact-shapes.ts';
import { type Deflection, deflectionFor, lacksFaces, meshShape } from './mesh-shape.ts';
import { toPart } from './preview-part.ts';
import { type PreviewModel, readPreview } from './read-preview.ts';

/** Above this the second, exact reading would take longer than anyone waits. */
const largestExactBytes = 8 * 1024 * 1024;

export interface CadFile {
  readonly name: string;
  readonly format: CadFormat;
  /** Largest distance of the mesh from the surface, mm; absent: one that suits the model's size. */
  readonly deflectionMm?: number;
}

/** Reads a CAD file as mesh, in millimetres; a `Refusal` when it cannot be read or has no surfaces. */
export async function readModel(
  bytes: Uint8Array,
  file: CadFile,
  progress: (stage: JobProgress) => void,
): Promise<ModelMesh> {
  const preview = await readPreview(bytes, file.format, file.deflectionMm);
  if (preview.meshes.length === 0) {
    throw new Refusal(
      'CAD_FILE',
      `${file.name} has no surfaces to show: it holds curves only, or names other files that are not here.`,
    );
  }
  progress({ stage: 'Reading exact faces', fraction: 0.4 });
  const solids = bytes.length > largestExactBytes ? [] : await exactSolids(bytes, file.format);
  progress({ stage: 'Meshing', fraction: 0.7 });
  return assemble({ preview, solids, file });
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
  readonly file: CadFile;
}

function assemble({ preview, solids, file: { format, deflectionMm } }: Readings): ModelMesh {
  const coarse = preview.meshes.map((mesh, index) => toPart(mesh, `Part ${index + 1}`));
  const box = boxOf(coarse);
  const diagonal = Math.hypot(...box.max.map((value, axis) => value - (box.min[axis] ?? 0)));
  const suited = deflectionFor(diagonal);
  const deflection = { ...suited, toleranceMm: deflectionMm ?? suited.toleranceMm };
  const agree =
    solids.length === coarse.length &&
    solids.every((solid, index) => isSamePlace(solid, coarse[index], diagonal));
  const exact = agree
    ? solids.map((solid, index) => exactPart(solid, { coarse: coarse[index], deflection }))
    : [];
  const parts = coarse.map((part, index) => exact[index] ?? part);
  const properties = agree ? propertiesOf(solids) : null;
  return {
    format,
    parts,
    tree: preview.tree,
    box: boxOf(parts),
    properties,
    remarks: remarksOn(format, {
      isExact: parts.every((part) => exact.includes(part)),
      hasMass: properties !== null,
    }),
  };
}

/** The solid's own mesh; null when the kernel could not mesh one of its faces, which it does not tell. */
function exactPart(
  solid: Shape3D,
  { coarse, deflection }: { coarse: PartMesh | undefined; deflection: Deflection },
): PartMesh | null {
  const { name = 'Part', color = null } = coarse ?? {};
  const mesh = meshShape(solid, { name, color, deflection });
  return lacksFaces(solid, mesh) ? null : mesh;
}

function remarksOn(
  format: CadFormat,
  { isExact, hasMass }: { isExact: boolean; hasMass: boolean },
): string[] {
  const remarks: string[] = [];
  if (!isExact)
    remarks.push(
      'Faces and edges are shown from a mesh: exact types, radii and lengths are not known for this file or for some of its parts.',
    );
  if (!hasMass)
    remarks.push('No mass is shown: the file has no closed solid that could be measured exactly.');
  if (format === 'brep') remarks.push('BREP files carry no unit: millimetres are assumed.');
  return remarks;
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
