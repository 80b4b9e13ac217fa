// A block whose drawing is known by construction: 60 × 40 × 20, a blind hole, a counterbored one.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compoundShapes, makeBaseBox, makeCylinder } from 'replicad';
import { loadOpenCascade } from '../../../../src/cad/kernel/open-cascade.ts';
import type { ProjectedModel } from '../../../../src/cad/drawing/projected-model.ts';
import type { KernelRig } from '../kernel-rig.ts';

/**
 * On z = 0 to 20: Ø10, 8 deep from the top, at (10, 5); Ø6 through with a counterbore Ø11, 5 deep, at (−15, 0).
 * The tools of the second overlap, so they cut one after the other.
 */
export async function writeSampleBlock(folder: string): Promise<string> {
  await loadOpenCascade();
  const blind = makeCylinder(5, 8, [10, 5, 12], [0, 0, 1]);
  const through = makeCylinder(3, 20, [-15, 0, 0], [0, 0, 1]);
  const counterbore = makeCylinder(5.5, 5, [-15, 0, 15], [0, 0, 1]);
  const block = makeBaseBox(60, 40, 20).cut(blind).cut(through).cut(counterbore);
  const path = join(folder, 'sample-block.brep');
  writeFileSync(path, block.serialize());
  return path;
}

export async function projectSampleBlock({ kernel, folder }: KernelRig): Promise<ProjectedModel> {
  const path = await writeSampleBlock(folder);
  return kernel.run('project', { path, name: 'sample-block.brep' }).result;
}

/** Two blocks, 10 × 10 × 10 and behind it 30 × 10 × 20, on one base line; and a flange Ø100 × 10 with six holes Ø8 on Ø80 and one of Ø20 with a chamfer of 2 in its middle. */
export async function writeMoreSamples(folder: string): Promise<{ pair: string; flange: string }> {
  await loadOpenCascade();
  const front = makeBaseBox(10, 10, 10).translate(0, -20, 0);
  const pair = compoundShapes([front, makeBaseBox(30, 10, 20)]);
  let disc = makeCylinder(50, 10)
    .cut(makeCylinder(10, 10))
    .chamfer(2, (edge) => edge.inPlane('XY', 10).withinDistance(10.001, [0, 0, 10]));
  for (let hole = 0; hole < 6; hole += 1) {
    const angle = (hole * Math.PI) / 3 + 0.2;
    disc = disc.cut(makeCylinder(4, 10, [40 * Math.cos(angle), 40 * Math.sin(angle), 0], [0, 0, 1]));
  }
  const paths = { pair: join(folder, 'pair.brep'), flange: join(folder, 'flange.brep') };
  writeFileSync(paths.pair, pair.serialize());
  writeFileSync(paths.flange, disc.serialize());
  return paths;
}
