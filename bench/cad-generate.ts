// Suite `cad-generate`: parts as files, against FreeCAD in a process of its own and against replicad doing the same without our checks.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { exportSTEP, importSTEP } from 'replicad';
import { writeGlb } from '../src/cad/formats/write-glb.ts';
import { writeStl } from '../src/cad/formats/write-stl.ts';
import { builders } from '../src/cad/kernel/builders.ts';
import { generatePart } from '../src/cad/kernel/generate-part.ts';
import { meshShape } from '../src/cad/kernel/mesh-shape.ts';
import { loadOpenCascade } from '../src/cad/kernel/open-cascade.ts';
import { solidsOfFile } from '../src/cad/kernel/solids-of-file.ts';
import type { PartSpecification } from '../src/cad/parts/part-specification.ts';
import { openKernel } from '../src/cad/process/fork-kernel.ts';
import { measure, rateOf } from './figure.ts';
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
    theirs: freecadCommand() === null ? null : coldFreecad,
  });
  await loadOpenCascade();
  await warm('cad-generate.warm', bracket, 0.8);
  await warm('cad-generate.plate-200-holes', plate, 0.9);
  await measure({
    bench: 'import.exact',
    peer: 'replicad importSTEP alone, same files',
    unit: 'files/s',
    goal: 0.9,
    ours: () => importRate((path, name) => solidsOfFile(path, name)),
    theirs: () => importRate((path) => importSTEP(new Blob([readFileSync(path)]))),
  });
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

function freecadCommand(): string | null {
  return (
    ['freecadcmd', 'FreeCADCmd', 'freecadcmd-python3'].find(
      (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0,
    ) ?? null
  );
}

/** Plate, opening, holes, shelves and fillets as ours; STEP and mass. */
const freecadScript = `
import FreeCAD, Part
from FreeCAD import Vector as V
w, h, d, t, f, r = 100.0, 80.0, 20.0, 3.0, 1.5, 6.0
plate = Part.makeBox(w, h, t, V(-w / 2, -h / 2, 0))
plate = plate.makeFillet(r, [e for e in plate.Edges if abs(e.Vertexes[0].Z - e.Vertexes[-1].Z) > 1])
for x in (-41, 41):
    for y in (-31, 31):
        plate = plate.cut(Part.makeCylinder(2.25, t + 2, V(x, y, -1)))
window = Part.makeBox(30, 24, t + 2, V(-15, -12, -1))
plate = plate.cut(window.makeFillet(3, [e for e in window.Edges if abs(e.Vertexes[0].Z - e.Vertexes[-1].Z) > 1]))
for side in (-1, 1):
    y = side * h / 2 - (t if side > 0 else 0)
    shelf = Part.makeBox(w - 2 * r, t, d, V(-w / 2 + r, y, 0))
    plate = plate.fuse(shelf)
plate = plate.removeSplitter()
inner = [e for e in plate.Edges if len(e.Vertexes) == 2 and all(abs(v.Z - t) < 1e-6 and abs(abs(v.Y) - (h / 2 - t)) < 1e-6 for v in e.Vertexes)]
plate = plate.makeFillet(f, inner)
plate.exportStep(OUT + '/bracket.step')
plate.exportStl(OUT + '/bracket.stl')
open(OUT + '/mass.txt', 'w').write(str(plate.Volume / 1000 * 1.05))
`;

async function coldFreecad(): Promise<number> {
  using folder = new ScratchFolder();
  const script = join(folder.path, 'bracket.py');
  writeFileSync(script, `OUT = ${JSON.stringify(folder.path)}\n${freecadScript}`);
  return await rateOf(1, () => {
    execFileSync(freecadCommand() ?? 'freecadcmd', [script], { stdio: 'ignore' });
  });
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
const samples = [
  'cax-if/as1-oc-214.stp',
  'cax-if/dm1-oc-214.stp',
  'cax-if/io1-cm-214.stp',
  'cax-if/sg1-c5-214.stp',
  'cube-units/cube-in.step',
  'cube-units/cube-m.step',
  'cube-units/cube-mm.step',
];

async function importRate(read: (path: string, name: string) => Promise<unknown>): Promise<number> {
  const packages = createRequire(import.meta.url);
  const folder = join(packages.resolve('occt-import-js/dist/occt-import-js.js'), '../../test/testfiles');
  return await rateOf(samples.length, async () => {
    for (const name of samples) await read(join(folder, name), name);
  });
}
