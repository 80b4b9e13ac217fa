// Conversions through the real kernel, read back by readers of other people: occt-import-js, three's loaders, Manifold.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import Module from 'manifold-3d';
import { afterAll, describe, expect, test } from 'vitest';
import type { RoomFile } from '../../../../src/engine/desk.ts';
import { loadModel } from '../../../../src/renderer/viewer/load/loader.ts';
import { readStep, sizeAndVolume } from '../../cad/kernel-rig.ts';
import { textFile } from '../desk-rig.ts';
import { openModelRig } from './model-rig.ts';

const rig = await openModelRig('format_conversion');
afterAll(() => rig[Symbol.asyncDispose]());

/** Ø20 with a bore of 10, 30 long: V = π (R² − r²) l, A = 2π (R + r) l + 2π (R² − r²). */
const ringValues = { thread: 5, outer_diameter: 20, bore: 10, length: 30 };
const volume = Math.PI * 75 * 30;
const area = 2 * Math.PI * 15 * 30 + 2 * Math.PI * 75;
const ring = await rig.fileOf('round_spacer', ringValues);

async function convert(file: RoomFile, specifications: Record<string, unknown>, message = 'convert it') {
  const answer = await rig.ask({ message, attached: [file], specifications });
  const [made] = answer.files;
  if (made === undefined) throw new Error('no file was made');
  return { ...answer, made, bytes: new Uint8Array(readFileSync(made.path)) };
}

const asFile = ({ name, path }: { name: string; path: string }): RoomFile => ({ ...textFile(name), path });
const near = (value: number, expected: number, within: number): void =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(within);

describe('B-rep to B-rep is exact', () => {
  test('[P-CONVERT-1] STEP to BREP and back keeps volume and box, as occt-import-js reads them', async () => {
    const brep = await convert(ring, { target_format: 'brep' });
    expect(brep.made.name).toBe('round-spacer.brep');
    expect(new TextDecoder().decode(brep.bytes.subarray(0, 400))).toContain('CASCADE Topology');
    expect(brep.told.message).toContain('exact');
    const step = await convert(asFile(brep.made), { target_format: 'STEP', deflection: 0.1 });
    expect(step.told.not_used).toMatchObject([{ text: 'deflection 0.1 mm' }]);
    const read = sizeAndVolume(await readStep(step.made.path));
    // The reader meshes at 0.02 mm, so its volume is short of that times the surface at most.
    near(read.volume, volume, 0.02 * area);
    read.size.forEach((size, axis) => near(size, [20, 20, 30][axis] ?? 0, 0.04));
  });
});

test('[P-CONVERT-1] every solid of a BREP file is a part of the STEP file with a name of its own', async () => {
  const packages = createRequire(import.meta.url);
  const samples = join(dirname(packages.resolve('occt-import-js/package.json')), 'test/testfiles');
  const path = join(samples, 'cax-if-brep/as1_pe_203.brep');
  const { bytes } = await convert(asFile({ name: 'pair.brep', path }), { target_format: 'step' });
  const names = [...new TextDecoder().decode(bytes).matchAll(/PRODUCT\('(pair \d+)'/g)].map(
    ([, name]) => name,
  );
  const { solidCount } = await rig.kernel.run('measure', { path, name: 'pair.brep' }).result;
  expect(solidCount).toBeGreaterThan(1);
  expect(new Set(names).size).toBe(solidCount);
});

describe('meshes keep to the deflection that is told', () => {
  test.each([
    ['stl', 0.05],
    ['obj', 0.2],
    ['glb', 0.02],
  ])('[P-CONVERT-2] to %s at %d mm, read by the loader of three', async (target, deflection) => {
    const { made, bytes, told } = await convert(ring, {
      target_format: target,
      deflection: `${deflection} mm`,
    });
    const model = await loadModel(bytes.buffer, made.name);
    near(model.properties?.volumeMm3 ?? 0, volume, deflection * area);
    expect(model.properties?.volumeMm3).toBeLessThan(volume * 1.01);
    model.box.max.forEach((high, axis) =>
      near(high - (model.box.min[axis] ?? 0), [20, 20, 30][axis] ?? 0, 2 * deflection),
    );
    expect(told.parameters).toContainEqual({
      name: 'deflection',
      value: deflection,
      unit: 'mm',
      origin: 'specifications.deflection',
    });
  });

  test('[P-CONVERT-2] without one it is assumed with a reason, and finer has more triangles', async () => {
    const plain = await convert(ring, { target_format: 'stl' });
    const assumed = plain.told.parameters?.find(({ name }) => name === 'deflection');
    // The diagonal is √(20² + 20² + 30²) = 41.23 mm.
    expect(assumed).toMatchObject({
      value: 0.0165,
      origin: 'assumed',
      reason: expect.stringContaining('diagonal'),
    });
    const coarse = await convert(ring, { target_format: 'stl', deflection: 1 });
    expect(plain.bytes.length).toBeGreaterThan(coarse.bytes.length);
  });

  test('[P-CONVERT-3] 3MF has welded vertices: Manifold takes it as one closed body', async () => {
    const { bytes } = await convert(ring, { target_format: '3mf', deflection: 0.05 });
    const xml = strFromU8(unzipSync(bytes)['3D/3dmodel.model'] ?? new Uint8Array());
    expect(xml).toContain('unit="millimeter"');
    const numbers = (pattern: RegExp): number[] =>
      [...xml.matchAll(pattern)].flatMap(([, ...groups]) => groups.map(Number));
    const module = await Module();
    module.setup();
    const body = module.Manifold.ofMesh(
      new module.Mesh({
        numProp: 3,
        vertProperties: Float32Array.from(numbers(/<vertex x="(.*?)" y="(.*?)" z="(.*?)"\/>/g)),
        triVerts: Uint32Array.from(numbers(/<triangle v1="(\d+)" v2="(\d+)" v3="(\d+)"\/>/g)),
      }),
    );
    expect(body.status()).toBe('NoError');
    expect(body.genus()).toBe(1);
    near(body.volume(), volume, 0.05 * area);
  });

  test('[P-CONVERT-2] also where the kernel leaves a cone of the file out of its mesh', async () => {
    const packages = createRequire(import.meta.url);
    const samples = join(dirname(packages.resolve('occt-import-js/package.json')), 'test/testfiles');
    const path = join(samples, 'conical-surface/conical-surface.step');
    const exact = await rig.kernel.run('measure', { path, name: 'cone.step' }).result;
    const { bytes, made } = await convert(asFile({ name: 'cone.step', path }), {
      target_format: 'stl',
      deflection: 0.05,
    });
    const model = await loadModel(bytes.buffer, made.name);
    near(model.properties?.volumeMm3 ?? 0, exact.volumeMm3, 0.05 * exact.areaMm2);
  });

  test('an STL becomes another mesh with the same triangles', async () => {
    const stl = await convert(ring, { target_format: 'stl', deflection: 0.1 });
    const obj = await convert(asFile(stl.made), { target_format: 'obj' });
    const [before, after] = await Promise.all(
      [stl, obj].map(({ bytes, made }) => loadModel(bytes.buffer, made.name)),
    );
    near(after?.properties?.volumeMm3 ?? 0, before?.properties?.volumeMm3 ?? -1, 1e-3);
    expect(after?.parts[0]?.indices.length).toBe(before?.parts[0]?.indices.length);
  });

  test('an ASCII STL is read: a tetrahedron of 1/6 × 10³ mm³', async () => {
    const path = join(rig.folder, 'tetra.stl');
    const corners = ['0 0 0', '10 0 0', '0 10 0', '0 0 10'];
    const facets = [
      [0, 2, 1],
      [0, 1, 3],
      [1, 2, 3],
      [0, 3, 2],
    ].map(
      (facet) =>
        `facet normal 0 0 0\nouter loop\n${facet.map((at) => `vertex ${corners[at]}`).join('\n')}\nendloop\nendfacet`,
    );
    writeFileSync(path, `solid tetra\n${facets.join('\n')}\nendsolid tetra\n`);
    const { bytes, made } = await convert(asFile({ name: 'tetra.stl', path }), {}, 'convert it to GLB');
    const model = await loadModel(bytes.buffer, made.name);
    near(model.properties?.volumeMm3 ?? 0, 1000 / 6, 1e-3);
  });
});

describe('what cannot be', () => {
  test('[P-CONVERT-4] a mesh to STEP, the same format, an unknown one and a bad deflection are refused by field', async () => {
    const stl = await rig.fileOf('round_spacer', ringValues, '.stl');
    await expect(convert(stl, { target_format: 'step' })).rejects.toThrow(
      /specifications\.target_format: .*mesh of triangles/,
    );
    await expect(convert(textFile('part.igs'), { target_format: 'step' })).rejects.toThrow(/read as a mesh/);
    await expect(convert(ring, { target_format: 'step' })).rejects.toThrow(/STEP file already/);
    await expect(convert(ring, { target_format: 'dwg' })).rejects.toThrow(/expected one of step, brep/);
    await expect(convert(ring, {})).rejects.toThrow(/say to which format/);
    await expect(convert(ring, { target_format: 'stl', deflection: 'fine' })).rejects.toThrow(
      /specifications\.deflection: "fine"/,
    );
    await expect(convert(ring, { target_format: 'stl', deflection: 1e-6 })).rejects.toThrow(/finer than/);
    const damaged = { ...textFile('broken.stl'), path: import.meta.filename };
    await expect(convert(damaged, { target_format: 'obj' })).rejects.toThrow(
      /broken\.stl is no readable STL/,
    );
  });
});
