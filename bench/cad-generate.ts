// Suite `cad-generate`: parts as files, against FreeCAD in a process of its own and against replicad doing the same without our checks.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { exportSTEP, importSTEP } from 'replicad';
import { writeGlb } from '../src/cad/formats/write-glb.ts';
import { writeStl } from '../src/cad/formats/write-stl.ts';
import { builders } from '../src/cad/kernel/builders.ts';
import { generatePart } from '../src/cad/kernel/generate-part.ts';
import { meshShape } from '../src/cad/kernel/mesh-shape.ts';
import { loadOpenCascade } from '../src/cad/kernel/open-cascade.ts';
import { solidsOfFile } from '../src/cad/kernel/solids-of-file.ts';
import { families } from '../src/cad/parts/families.ts';
import type { PartSpecification } from '../src/cad/parts/part-specification.ts';
import { understandPart } from '../src/cad/understand/understand-part.ts';
import { openKernel } from '../src/cad/process/fork-kernel.ts';
import { materialTableSchema } from '../src/shared/model/material.ts';
import { measure, rateOf } from './figure.ts';
import { coldFreecad, ensureFreecad } from './freecad-peer.ts';
import { ScratchFolder } from './scratch-folder.ts';

const material = { name: 'ABS', densityGramsPerCm3: 1.05, source: 'bench' };
const bracket: PartSpecification = {
  family: 'wall_mount_bracket',
  title: 'Bracket',
  material,
  values: {
    width: 100,
    height: 80,
    depth: 20,
    wall: 3,
    inner_fillet: 1.5,
    corner_radius: 6,
    hole_count: 4,
    hole_diameter: 4.5,
    hole_edge_distance: 9,
    opening_width: 30,
    opening_height: 24,
  },
};
const plate: PartSpecification = {
  family: 'flat_plate',
  title: 'Plate',
  material,
  values: {
    width: 300,
    depth: 200,
    thickness: 8,
    corner_radius: 0,
    hole_count: 200,
    hole_diameter: 5,
    hole_edge_distance: 10,
  },
};
const entry = join(import.meta.dirname, '../src/cad/process/kernel-main.ts');

export async function run(): Promise<void> {
  await measure({
    bench: 'cad-generate.cold',
    peer: 'freecadcmd, a script that builds and exports the same',
    unit: 'parts/s',
    goal: 2,
    ours: coldOurs,
    theirs: ensureFreecad() === null ? null : coldFreecad,
  });
  await loadOpenCascade();
  await warm('cad-generate.warm', bracket, 0.8);
  await warm('cad-generate.plate-200-holes', plate, 0.9);
  using folder = new ScratchFolder();
  const files = await stepFiles(folder.path);
  await measure({
    bench: 'import.exact',
    peer: 'replicad importSTEP alone, same files',
    unit: 'files/s',
    goal: 0.9,
    ours: () => importRate(files, (path) => solidsOfFile(path, basename(path))),
    theirs: () => importRate(files, (path) => importSTEP(new Blob([readFileSync(path)]))),
  });
}

/** Twenty STEP files: those of occt-import-js, which nobody here wrote, and one of each of our families, as many as are missing. */
async function stepFiles(folder: string): Promise<string[]> {
  const packages = createRequire(import.meta.url);
  const samples = join(packages.resolve('occt-import-js/dist/occt-import-js.js'), '../../test/testfiles');
  const files = foreignFiles.map((name) => join(samples, name));
  const table: unknown = JSON.parse(
    readFileSync(join(import.meta.dirname, '../resources/materials.json'), 'utf8'),
  );
  const { materials } = materialTableSchema.parse(table);
  for (const family of families.slice(0, 20 - files.length)) {
    const { part } = understandPart({ message: family.example, specifications: {} }, materials);
    const made = join(folder, family.id);
    mkdirSync(made, { recursive: true });
    await generatePart({ part: { ...part, title: family.id }, folder: made }, () => {});
    files.push(join(made, readdirSync(made).find((name) => name.endsWith('.step')) ?? ''));
  }
  return files;
}

/** From the start of a process to STEP, GLB and STL on disk. */
async function coldOurs(): Promise<number> {
  using folder = new ScratchFolder();
  const kernel = openKernel({ entry, log: () => {} });
  try {
    return await rateOf(1, async () => {
      await kernel.run('generate', { part: bracket, folder: folder.path }).result;
    });
  } finally {
    await kernel[Symbol.asyncDispose]();
  }
}

async function warm(bench: string, part: PartSpecification, goal: number): Promise<void> {
  await measure({
    bench,
    peer: 'replicad alone, same operations and files, no checks and no measures',
    unit: 'parts/s',
    goal,
    rounds: 5,
    ours: () => warmRate(async (folder) => void (await generatePart({ part, folder }, () => {}))),
    theirs: () => warmRate((folder) => replicadAlone(part, folder)),
  });
}

async function warmRate(make: (folder: string) => Promise<void>): Promise<number> {
  using folder = new ScratchFolder();
  mkdirSync(folder.path, { recursive: true });
  return await rateOf(1, () => make(folder.path));
}

async function replicadAlone(part: PartSpecification, folder: string): Promise<void> {
  const shape = builders[part.family]?.(part.values);
  if (shape === undefined) throw new Error(`nothing builds ${part.family}`);
  const deflection = { toleranceMm: 0.05, angleRad: 0.2 };
  const mesh = meshShape(shape, { name: part.title, color: null, deflection });
  const step = exportSTEP([{ shape, name: part.title, color: '#93a1b3' }], { unit: 'MM', modelUnit: 'MM' });
  writeFileSync(join(folder, 'part.step'), new Uint8Array(await step.arrayBuffer()));
  writeFileSync(join(folder, 'part.glb'), await writeGlb([mesh]));
  writeFileSync(join(folder, 'part.stl'), writeStl([mesh]));
}

/** STEP files that nobody here wrote, as occt-import-js brings them. */
const foreignFiles = [
  'cax-if/as1-oc-214.stp',
  'cax-if/dm1-oc-214.stp',
  'cax-if/io1-cm-214.stp',
  'cax-if/sg1-c5-214.stp',
  'cube-units/cube-in.step',
  'cube-units/cube-m.step',
  'cube-units/cube-mm.step',
];

async function importRate(
  files: readonly string[],
  read: (path: string) => Promise<unknown>,
): Promise<number> {
  return await rateOf(files.length, async () => {
    for (const path of files) await read(path);
  });
}
