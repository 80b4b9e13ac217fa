// Comparison of two revisions through the real kernel: what was changed by construction is what is told.
import { copyFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { comparisonSchema } from '../../../../src/cad/compare/comparison.ts';
import { readStep, sizeAndVolume } from '../../cad/kernel-rig.ts';
import { openModelRig } from './model-rig.ts';

const rig = await openModelRig('model_comparison');
afterAll(() => rig[Symbol.asyncDispose]());
const disc = (diameter: number): number => (Math.PI * diameter ** 2) / 4;
const base = {
  width: 100,
  depth: 80,
  thickness: 5,
  corner_radius: 0,
  hole_count: 4,
  hole_diameter: 5,
  hole_edge_distance: 10,
};
let revisions = 0;

/** A plate as a file of its own: revisions of one part have one file name. */
async function revision(changes: Partial<typeof base>) {
  revisions += 1;
  const file = await rig.fileOf('flat_plate', { ...base, ...changes });
  const path = file.path.replace('.step', `-${revisions}.step`);
  copyFileSync(file.path, path);
  return { ...file, id: `file-${revisions}`, name: `plate-r${revisions}.step`, path };
}

async function compare(changes: Partial<typeof base>) {
  const [before, after] = [await revision({}), await revision(changes)];
  const answer = await rig.ask({ attached: [before, after] });
  return { ...answer, found: comparisonSchema.parse(answer.body['comparison']) };
}

describe('[P-COMPARE-2] what changed', () => {
  test('a longer plate: 10 mm at each end, and all holes moved by 10', async () => {
    const { found, message, files } = await compare({ width: 120 });
    expect(found.holeChanges.map(({ change, movedMm }) => [change, movedMm?.toFixed(6)])).toEqual(
      Array.from({ length: 4 }, () => ['moved', '10.000000']),
    );
    // The old holes are filled; the new ones lie half in the old plate and half in what was added.
    const holes = 4 * disc(5) * 5;
    expect(found.addedMm3).toBeCloseTo(20 * 80 * 5 + holes - holes / 2, 3);
    expect(found.removedMm3).toBeCloseTo(holes / 2, 3);
    expect(found.after.boxMm[0]).toBeCloseTo(120, 6);
    expect(message).toContain('moved by 10 mm');
    const [step] = files;
    const parts = await readStep(step?.path ?? '');
    expect(sizeAndVolume(parts).size[0]).toBeCloseTo(120, 3);
  });

  test('wider holes: the rings are removed, nothing is added', async () => {
    const { found } = await compare({ hole_diameter: 6 });
    expect(found.addedMm3).toBeCloseTo(0, 6);
    expect(found.removedMm3).toBeCloseTo(4 * (disc(6) - disc(5)) * 5, 4);
    expect(found.holeChanges.map(({ change }) => change)).toEqual([
      'resized',
      'resized',
      'resized',
      'resized',
    ]);
    expect(found.facesAdded).toBeGreaterThanOrEqual(4);
  });

  test('fewer holes are removed ones', async () => {
    const { found } = await compare({ hole_count: 0 });
    expect(found.holeChanges.map(({ change }) => change)).toEqual([
      'removed',
      'removed',
      'removed',
      'removed',
    ]);
    expect(found.addedMm3).toBeCloseTo(4 * disc(5) * 5, 4);
    expect(found.before.faces - found.after.faces).toBe(4);
  });

  test('the same is the same', async () => {
    const { found, message } = await compare({});
    expect(found.holeChanges).toEqual([]);
    expect([found.facesAdded, found.facesRemoved]).toEqual([0, 0]);
    expect(message).toContain('nothing changed');
  });
});

test('[P-COMPARE-1] one model alone is refused, naming the field', async () => {
  const only = await revision({});
  await expect(rig.ask({ attached: [only] })).rejects.toThrow('specifications.baseline');
  await expect(rig.ask({})).rejects.toThrow('attached_files');
  await expect(rig.ask({ attached: [only], specifications: { baseline: 'nothing.step' } })).rejects.toThrow(
    'specifications.baseline',
  );
});
