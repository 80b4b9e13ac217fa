// One family's example, built, re-read and drawn: the figures of its row.
import { readFileSync } from 'node:fs';
import type { ProjectedView } from '../../src/cad/drawing/projected-model.ts';
import { readPreview } from '../../src/cad/kernel/read-preview.ts';
import type { Family } from '../../src/cad/parts/family.ts';
import type { Kernel } from '../../src/cad/process/kernel-port.ts';
import { understandPart } from '../../src/cad/understand/understand-part.ts';
import type { Material } from '../../src/shared/model/material.ts';

/** Facets of the re-read file, mm. */
const rereadDeflection = 0.005;

type Size = readonly [number, number, number];

/** Volumes in mm³, sizes in mm. */
export interface BuiltFamily {
  readonly family: Family;
  readonly volume: number;
  readonly closedForm: number;
  readonly size: Size;
  readonly reread: { readonly volume: number; readonly size: Size };
  readonly view: ProjectedView;
}

export interface Workshop {
  readonly kernel: Kernel;
  readonly folder: string;
  readonly materials: readonly Material[];
}

/** Builds `family.example`, reads its STEP again with another reader (occt-import-js), and projects it. */
export async function buildFamily(
  family: Family,
  { kernel, folder, materials }: Workshop,
): Promise<BuiltFamily> {
  const { part } = understandPart({ message: family.example, specifications: {} }, materials);
  const { measured, files } = await kernel.run('generate', { part, folder }).result;
  const step = files.find(({ name }) => name.endsWith('.step'));
  if (step === undefined) throw new Error(`${family.id} brought no STEP file`);
  const { views } = await kernel.run('project', { path: step.path, name: step.name }).result;
  const view = views.find((one) => one.view === 'isometric');
  if (view === undefined) throw new Error(`${family.id} has no isometric view`);
  const { meshes } = await readPreview(readFileSync(step.path), 'step', rereadDeflection);
  const { x, y, z } = measured.bounding_box_mm;
  return {
    family,
    volume: measured.volume_mm3,
    closedForm: family.volumeMm3(part.values),
    size: [x, y, z],
    reread: sizeAndVolume(
      meshes.map(({ attributes, index }) => ({ positions: attributes.position.array, indices: index.array })),
    ),
    view,
  };
}

interface Triangles {
  readonly positions: readonly number[];
  readonly indices: readonly number[];
}

/** By the divergence theorem over the facets. */
function sizeAndVolume(meshes: readonly Triangles[]): BuiltFamily['reread'] {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  let volume = 0;
  for (const { positions, indices } of meshes) {
    const at = (corner: number, axis: number): number => positions[(indices[corner] ?? 0) * 3 + axis] ?? 0;
    positions.forEach((value, index) => {
      low[index % 3] = Math.min(low[index % 3] ?? value, value);
      high[index % 3] = Math.max(high[index % 3] ?? value, value);
    });
    for (let corner = 0; corner < indices.length; corner += 3) {
      const [a, b, c] = [corner, corner + 1, corner + 2];
      volume +=
        (at(a, 0) * (at(b, 1) * at(c, 2) - at(b, 2) * at(c, 1)) +
          at(a, 1) * (at(b, 2) * at(c, 0) - at(b, 0) * at(c, 2)) +
          at(a, 2) * (at(b, 0) * at(c, 1) - at(b, 1) * at(c, 0))) /
        6;
    }
  }
  const span = (axis: number): number => (high[axis] ?? 0) - (low[axis] ?? 0);
  return { volume, size: [span(0), span(1), span(2)] };
}
