// The real kernel process and a folder of its own, both closed by scope; and other readers for what it wrote.
// oxlint-disable-next-line typescript/triple-slash-reference -- the declaration is ambient and cannot be imported
/// <reference path="../../../src/cad/kernel/occt-import-js.d.ts" />
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import occtImport from 'occt-import-js';
import { z } from 'zod';
import type { PartSpecification } from '../../../src/cad/parts/part-specification.ts';
import { openKernel } from '../../../src/cad/process/fork-kernel.ts';
import type { Kernel } from '../../../src/cad/process/kernel-port.ts';

export const kernelEntry = join(import.meta.dirname, '../../../src/cad/process/kernel-main.ts');

export interface KernelRig extends AsyncDisposable {
  readonly kernel: Kernel;
  readonly folder: string;
}

/** A kernel whose process is `entry`, by default the real one. */
export function openKernelRig(entry: string = kernelEntry): KernelRig {
  const folder = mkdtempSync(join(tmpdir(), 'kernel-test-'));
  const kernel = openKernel({ entry, log: () => {} });
  return {
    kernel,
    folder,
    [Symbol.asyncDispose]: async () => {
      await kernel[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A part of a family in a material of 1 g/cm³, so that grams are cubic centimetres. */
export function partOf(family: string, values: Record<string, number>): PartSpecification {
  const material = { name: 'Water', densityGramsPerCm3: 1, source: 'by definition of the gram, 1795' };
  return { family, title: family, values, material };
}

export interface Triangles {
  readonly positions: readonly number[];
  readonly indices: readonly number[];
}

/** Size of the box around points, and the volume inside triangles by the divergence theorem. */
export function sizeAndVolume(meshes: readonly Triangles[]): { size: number[]; volume: number } {
  const [low, high] = [
    [Infinity, Infinity, Infinity],
    [-Infinity, -Infinity, -Infinity],
  ];
  let volume = 0;
  for (const { positions, indices } of meshes) {
    const point = (index: number): number[] => [...positions.slice(index * 3, index * 3 + 3)];
    positions.forEach((value, at) => {
      low[at % 3] = Math.min(low[at % 3] ?? value, value);
      high[at % 3] = Math.max(high[at % 3] ?? value, value);
    });
    for (let at = 0; at < indices.length; at += 3) {
      const [a = [], b = [], c = []] = [0, 1, 2].map((corner) => point(indices[at + corner] ?? 0));
      const [ax = 0, ay = 0, az = 0] = a;
      const [bx = 0, by = 0, bz = 0] = b;
      const [cx = 0, cy = 0, cz = 0] = c;
      volume += (ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx)) / 6;
    }
  }
  return { size: high.map((value, axis) => value - (low[axis] ?? 0)), volume };
}

const stepSchema = z.object({
  success: z.literal(true),
  meshes: z.array(
    z.object({
      attributes: z.object({ position: z.object({ array: z.array(z.number()) }) }),
      index: z.object({ array: z.array(z.number()) }),
    }),
  ),
});

/** Reads a STEP file with occt-import-js, another build of the kernel with its own reader; fine mesh, mm. */
export async function readStep(path: string): Promise<Triangles[]> {
  const packages = createRequire(import.meta.url);
  const wasmBinary = readFileSync(packages.resolve('occt-import-js/dist/occt-import-js.wasm'));
  const importer = await occtImport({ wasmBinary, print: () => {}, printErr: () => {} });
  const result = stepSchema.parse(
    importer.ReadStepFile(readFileSync(path), {
      linearUnit: 'millimeter',
      linearDeflectionType: 'absolute_value',
      linearDeflection: 0.02,
      angularDeflection: 0.1,
    }),
  );
  return result.meshes.map(({ attributes, index }) => ({
    positions: attributes.position.array,
    indices: index.array,
  }));
}
