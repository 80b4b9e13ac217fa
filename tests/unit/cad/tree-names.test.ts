// Names of the tree: a body that its file leaves nameless is called after the group it belongs to.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { decodeModelMesh } from '../../../src/cad/mesh/mesh-file.ts';
import { openKernelRig, partOf } from './kernel-rig.ts';

const rig = openKernelRig();
afterAll(() => rig[Symbol.asyncDispose]());

const plate = {
  width: 100,
  depth: 80,
  thickness: 5,
  corner_radius: 0,
  hole_count: 4,
  hole_diameter: 5,
  hole_edge_distance: 10,
};

async function fileOf(changes: Partial<typeof plate>): Promise<{ path: string; name: string }> {
  const folder = join(rig.folder, JSON.stringify(changes).replace(/\W/g, '_'));
  mkdirSync(folder);
  const part = partOf('flat_plate', { ...plate, ...changes });
  const { files } = await rig.kernel.run('generate', { part, folder }).result;
  const file = files.find(({ name }) => name.endsWith('.step'));
  if (file === undefined) throw new Error('no STEP was written');
  return { path: file.path, name: file.name };
}

test('a comparison names the bodies of what was added and of what was removed', async () => {
  const [before, after] = [await fileOf({}), await fileOf({ hole_edge_distance: 20 })];
  const outPath = join(rig.folder, 'overlay.step');
  await rig.kernel.run('compare', { before, after, outPath }).result;
  const meshPath = join(rig.folder, 'overlay.mesh');
  await rig.kernel.run('tessellate', { path: outPath, name: 'overlay.step', outPath: meshPath }).result;
  const { tree, parts } = decodeModelMesh(new Uint8Array(readFileSync(meshPath)));
  const rows = tree.children.map(({ name, children }) => [name, children.map((child) => child.name)]);
  const four = (of: string): string[] => [1, 2, 3, 4].map((number) => `${of} ${number}`);
  expect(rows).toEqual([
    ['Unchanged', []],
    ['Added', four('Added')],
    ['Removed', four('Removed')],
  ]);
  expect(parts.map(({ name }) => name)).toEqual(['Unchanged', ...four('Added'), ...four('Removed')]);
});
