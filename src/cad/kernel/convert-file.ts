// A model in another format: B-rep to B-rep exactly, anything to a mesh at a stated deflection, never a mesh to B-rep.
import { readFileSync, writeFileSync } from 'node:fs';
import { type AnyShape, exportSTEP } from 'replicad';
import { Refusal } from '../../shared/std/result.ts';
import { type CadFormat, cadFormatOf } from '../formats/cad-format.ts';
import { readMesh } from '../formats/read-mesh.ts';
import { isMeshName, type TargetFormat } from '../formats/target-format.ts';
import { write3mf } from '../formats/write-3mf.ts';
import { writeGlb } from '../formats/write-glb.ts';
import { writeObj } from '../formats/write-obj.ts';
import { writeStl } from '../formats/write-stl.ts';
import type { PartMesh } from '../mesh/part-mesh.ts';
import type { JobProgress } from '../process/kernel-port.ts';
import type { TaskInput, TaskOutput } from '../process/kernel-tasks.ts';
import { readShape, solidsOf } from './exact-shapes.ts';
import { deflectionFor } from './mesh-shape.ts';
import { readModel } from './read-model.ts';

type MeshTarget = Exclude<TargetFormat, 'step' | 'brep'>;
type Progress = (stage: JobProgress) => void;

const meshWriters: Readonly<
  Record<MeshTarget, (parts: readonly PartMesh[]) => Uint8Array | Promise<Uint8Array>>
> = { stl: writeStl, glb: writeGlb, '3mf': write3mf, obj: writeObj };

/** Converts the file at `path` to `outPath`; without `deflectionMm` a mesh suits the model's size. */
export async function convertFile(
  { path, name, target, deflectionMm, outPath }: TaskInput<'convert'>,
  progress: Progress,
): Promise<TaskOutput<'convert'>> {
  progress({ stage: 'Reading the file', fraction: 0.05 });
  const bytes = readFileSync(path);
  const format = cadFormatOf(name);
  if (target === 'step' || target === 'brep') {
    if (format === null || format === 'iges') throw noBrep(name, target);
    writeFileSync(outPath, await toExact(bytes, { name, format, target }));
    return { isExact: true, deflectionMm: null, parts: 0, triangles: 0 };
  }
  const mesh: Meshed =
    format === null
      ? { parts: await readMesh(bytes, name), deflectionMm: null }
      : await toMesh(
          bytes,
          { name, format, ...(deflectionMm === undefined ? {} : { deflectionMm }) },
          progress,
        );
  progress({ stage: 'Writing', fraction: 0.9 });
  writeFileSync(outPath, await meshWriters[target](mesh.parts));
  const triangles = mesh.parts.reduce((sum, { indices }) => sum + indices.length / 3, 0);
  return { isExact: false, deflectionMm: mesh.deflectionMm, parts: mesh.parts.length, triangles };
}

function noBrep(name: string, target: TargetFormat): Refusal {
  const what = isMeshName(name) ? 'is a mesh of triangles' : 'is read as a mesh here';
  return new Refusal(
    'CAD_FILE',
    `${name} ${what}: it has no exact faces, so no true ${target.toUpperCase()} can be made of it. Ask for ${Object.keys(meshWriters).join(', ')}, or give a STEP or BREP file.`,
    'target',
  );
}

interface ExactFile {
  readonly name: string;
  readonly format: CadFormat;
  readonly target: 'step' | 'brep';
}

async function toExact(bytes: Uint8Array, { name, format, target }: ExactFile): Promise<Uint8Array> {
  const shape = await readShape(bytes, format).catch(() => {
    throw new Refusal(
      'CAD_FILE',
      `${name} is no readable ${format.toUpperCase()} file, or it is damaged. It stays attached.`,
      'name',
    );
  });
  if (target === 'brep') return new TextEncoder().encode(shape.serialize());
  const step = exportSTEP(namedParts(shape, name.replace(/\.[^.]*$/, '')), { unit: 'MM', modelUnit: 'MM' });
  return new Uint8Array(await step.arrayBuffer());
}

/** Each solid a part of its own, so that it has a name; one shape where faces lie outside of all solids. */
function namedParts(shape: AnyShape, name: string): { shape: AnyShape; name: string; color: string }[] {
  const color = '#93a1b3';
  const solids = solidsOf(shape);
  const faces = solids.reduce((sum, solid) => sum + solid.faces.length, 0);
  if (solids.length < 2 || faces !== shape.faces.length) return [{ shape, name, color }];
  return solids.map((solid, index) => ({ shape: solid, name: `${name} ${index + 1}`, color }));
}

interface Meshed {
  readonly parts: readonly PartMesh[];
  /** Null where the file had its triangles already. */
  readonly deflectionMm: number | null;
}

/** The deflection is fixed before meshing, so that it can be told: a file that has no exact faces is read again with it. */
async function toMesh(
  bytes: Uint8Array,
  file: { name: string; format: CadFormat; deflectionMm?: number },
  progress: Progress,
): Promise<Meshed> {
  const model = await readModel(bytes, file, progress);
  if (file.deflectionMm !== undefined) return { parts: model.parts, deflectionMm: file.deflectionMm };
  const { min, max } = model.box;
  const { toleranceMm } = deflectionFor(Math.hypot(...max.map((value, axis) => value - (min[axis] ?? 0))));
  const { parts } = await readModel(bytes, { ...file, deflectionMm: toleranceMm }, progress);
  return { parts, deflectionMm: toleranceMm };
}
