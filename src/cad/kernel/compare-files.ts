// Two CAD files compared where they lie: exact booleans for the material, faces and holes by what and where they are.
import { writeFileSync } from 'node:fs';
import { exportSTEP, type Face, makeCompound, measureArea, measureVolume, type Shape3D } from 'replicad';
import { Refusal } from '../../shared/std/result.ts';
import { type Comparison, matchHoles, type ModelFacts } from '../compare/comparison.ts';
import { type Cylinder, innerCylinders } from '../dfm/find-holes.ts';
import { partUnderTest } from '../dfm/part-under-test.ts';
import type { JobProgress } from '../process/kernel-port.ts';
import type { TaskInput } from '../process/kernel-tasks.ts';
import { propertiesOf } from './exact-shapes.ts';
import { toNanometre } from './measure-solid.ts';
import { meshShape } from './mesh-shape.ts';
import { solidsOfFile } from './solids-of-file.ts';

/** How far the booleans' volumes may be from those of the models, relative. */
const slack = 1e-4;
const colors = { Unchanged: '#93a1b3', Added: '#2f9e44', Removed: '#e03131' } as const;

/** Compares `before` with `after` and writes the coloured parts; nothing is moved to fit. */
export async function compareFiles(
  { before, after, outPath }: TaskInput<'compare'>,
  progress: (stage: JobProgress) => void,
): Promise<Comparison> {
  progress({ stage: 'Reading both models', fraction: 0.1 });
  const old = await readSide(before);
  const now = await readSide(after);
  progress({ stage: 'Comparing the material', fraction: 0.4 });
  const unchanged = old.shape.clone().intersect(now.shape.clone());
  const removed = old.shape.clone().cut(now.shape.clone());
  const added = now.shape.clone().cut(old.shape.clone());
  const volumes = [unchanged, removed, added].map((shape) => Math.max(0, volumeOf(shape)));
  const [both = 0, gone = 0, fresh = 0] = volumes;
  const addsUp =
    Math.abs(both + gone - old.facts.volumeMm3) <= slack * old.facts.volumeMm3 &&
    Math.abs(both + fresh - now.facts.volumeMm3) <= slack * now.facts.volumeMm3;
  progress({ stage: 'Writing the overlay', fraction: 0.8 });
  await writeOverlay(
    outPath,
    addsUp ? { Unchanged: unchanged, Added: added, Removed: removed } : { Unchanged: now.shape },
  );
  return {
    before: old.facts,
    after: now.facts,
    addedMm3: addsUp ? fresh : null,
    removedMm3: addsUp ? gone : null,
    unchangedMm3: addsUp ? both : null,
    facesAdded: without(now.faces, old.faces),
    facesRemoved: without(old.faces, now.faces),
    holeChanges: matchHoles(old.holes, now.holes),
  };
}

interface Side {
  readonly shape: Shape3D;
  readonly facts: ModelFacts;
  /** One key per face: its kind, area and middle. */
  readonly faces: readonly string[];
  readonly holes: readonly Cylinder[];
}

async function readSide({ path, name }: { path: string; name: string }): Promise<Side> {
  const solids = await solidsOfFile(path, name);
  const properties = propertiesOf(solids);
  const [first] = solids;
  if (properties === null || first === undefined)
    throw new Refusal('CAD_FILE', `${name} has no closed solid, so it cannot be compared.`, 'name');
  const deflection = { toleranceMm: 0.05, angleRad: 0.3 };
  const part = partUnderTest(
    solids.map((solid) => meshShape(solid, { name, color: null, deflection })),
    deflection.toleranceMm,
  );
  const holes = innerCylinders(part).filter(({ isRound }) => isRound);
  const [cx, cy, cz] = properties.centerOfMassMm;
  const faces = solids.flatMap((solid) => solid.faces.map(keyOf));
  const [x, y, z] = [0, 1, 2].map((axis) => {
    const bounds = solids.map(({ boundingBox }) => boundingBox.bounds);
    const low = Math.min(...bounds.map(([from]) => from[axis] ?? 0));
    return Math.max(...bounds.map(([, to]) => to[axis] ?? 0)) - low;
  });
  return {
    shape: solids.length === 1 ? first : (makeCompound(solids.map((solid) => solid.clone())) as Shape3D),
    facts: {
      solids: solids.length,
      faces: faces.length,
      holes: holes.length,
      volumeMm3: properties.volumeMm3,
      areaMm2: properties.areaMm2,
      boxMm: [x ?? 0, y ?? 0, z ?? 0],
      centerOfMassMm: [toNanometre(cx), toNanometre(cy), toNanometre(cz)],
    },
    faces,
    holes,
  };
}

function keyOf(face: Face): string {
  const { x, y, z } = face.center;
  const place = [x, y, z].map((value) => (Math.round(value * 1e3) / 1e3 + 0).toFixed(3)).join();
  return `${face.geomType} ${measureArea(face).toFixed(2)} ${place}`;
}

/** How many of `all` have no partner in `others`. */
function without(all: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const key of others) left.set(key, (left.get(key) ?? 0) + 1);
  return all.filter((key) => {
    const here = left.get(key) ?? 0;
    left.set(key, here - 1);
    return here <= 0;
  }).length;
}

function volumeOf(shape: Shape3D): number {
  return shape.faces.length === 0 ? 0 : measureVolume(shape);
}

async function writeOverlay(
  path: string,
  parts: Partial<Record<keyof typeof colors, Shape3D>>,
): Promise<void> {
  const shapes = (['Unchanged', 'Added', 'Removed'] as const).flatMap((name) => {
    const shape = parts[name];
    return shape === undefined || volumeOf(shape) <= 0 ? [] : { shape, name, color: colors[name] };
  });
  const step = exportSTEP(shapes, { unit: 'MM', modelUnit: 'MM' });
  writeFileSync(path, new Uint8Array(await step.arrayBuffer()));
}
