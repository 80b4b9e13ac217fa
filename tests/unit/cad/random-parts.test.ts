// Random plates and brackets through the real kernel process, against volumes worked out here from first principles.
import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { findFamily } from '../../../src/cad/parts/families.ts';
import { openKernelRig, partOf, readStep, sizeAndVolume } from './kernel-rig.ts';

const seed = 20_260_101;
const corners = (radius: number): number => (4 - Math.PI) * radius ** 2;
const circle = (diameter: number): number => (Math.PI * diameter ** 2) / 4;
const tenths = (from: number, to: number): fc.Arbitrary<number> =>
  fc.integer({ min: from * 10, max: to * 10 }).map((value) => value / 10);

const plates = fc.record({
  width: tenths(40, 300),
  depth: tenths(40, 300),
  thickness: tenths(1, 30),
  corner_radius: tenths(0, 10),
  hole_count: fc.constantFrom(0, 1, 2, 4, 6, 9),
  hole_diameter: tenths(2, 8),
  hole_edge_distance: tenths(12, 16),
});

const brackets = fc.record({
  width: tenths(80, 200),
  height: tenths(80, 200),
  depth: tenths(12, 60),
  wall: tenths(1.2, 5),
  inner_fillet: tenths(0, 3),
  corner_radius: tenths(0, 8),
  hole_count: fc.constantFrom(0, 2, 4, 6),
  hole_diameter: tenths(3, 6),
  hole_edge_distance: tenths(14, 18),
  opening_width: tenths(5, 30),
  opening_height: tenths(5, 30),
});

/** Samples that the family itself allows. */
function sample<V extends Record<string, number>>(
  family: string,
  values: fc.Arbitrary<V>,
  count: number,
): V[] {
  const allowed = values.filter((value) => findFamily(family)?.check(value).length === 0);
  return fc.sample(allowed, { numRuns: count, seed });
}

it('15 random plates have the volume of a rounded rectangle less their holes', {
  timeout: 300_000,
}, async () => {
  await using rig = openKernelRig();
  for (const v of sample('flat_plate', plates, 15)) {
    const { measured } = await rig.kernel.run('generate', {
      part: partOf('flat_plate', v),
      folder: rig.folder,
    }).result;
    const area = v.width * v.depth - corners(v.corner_radius) - v.hole_count * circle(v.hole_diameter);
    expect(measured.volume_mm3 / (area * v.thickness)).toBeCloseTo(1, 6);
    expect(measured.bounding_box_mm).toEqual({ x: v.width, y: v.depth, z: v.thickness });
    expect(measured.mass_g).toBeCloseTo(measured.volume_mm3 / 1000, 9);
  }
});

it('15 random brackets have the volume of a plate with an opening, and two filleted shelves', {
  timeout: 300_000,
}, async () => {
  await using rig = openKernelRig();
  for (const v of sample('wall_mount_bracket', brackets, 15)) {
    const { measured } = await rig.kernel.run('generate', {
      part: partOf('wall_mount_bracket', v),
      folder: rig.folder,
    }).result;
    const openingRadius = Math.min(3, v.opening_width / 4, v.opening_height / 4);
    const opening = v.opening_width * v.opening_height - corners(openingRadius);
    const holes = v.hole_count * circle(v.hole_diameter);
    const plate = (v.width * v.height - corners(v.corner_radius) - holes - opening) * v.wall;
    // A fillet fills a square less a quarter circle.
    const profile = v.wall * (v.depth - v.wall) + corners(v.inner_fillet) / 4;
    const expected = plate + 2 * profile * (v.width - 2 * v.corner_radius);
    expect(measured.volume_mm3 / expected).toBeCloseTo(1, 6);
    expect(measured.bounding_box_mm).toEqual({ x: v.width, y: v.height, z: v.depth });
  }
});

it('another reader finds the same box and volume in the STEP file', { timeout: 300_000 }, async () => {
  await using rig = openKernelRig();
  const made = [
    ...sample('flat_plate', plates, 2).map((v) => partOf('flat_plate', v)),
    ...sample('wall_mount_bracket', brackets, 2).map((v) => partOf('wall_mount_bracket', v)),
  ];
  for (const part of made) {
    const { measured, files } = await rig.kernel.run('generate', { part: part, folder: rig.folder }).result;
    const step = files.find(({ name }) => name.endsWith('.step'));
    const { size, volume } = sizeAndVolume(await readStep(step?.path ?? ''));
    const { x, y, z } = measured.bounding_box_mm;
    [x, y, z].forEach((value, axis) => expect(size[axis]).toBeCloseTo(value, 3));
    expect(Math.abs(volume / measured.volume_mm3 - 1)).toBeLessThan(0.001);
  }
});

it('the GLB is in metres with Y up, the STL in millimetres with Z up', async () => {
  await using rig = openKernelRig();
  const [values = {}] = sample('wall_mount_bracket', brackets, 1);
  const part = partOf('wall_mount_bracket', values);
  const { measured, files } = await rig.kernel.run('generate', { part: part, folder: rig.folder }).result;
  const { x, y, z } = measured.bounding_box_mm;
  const glb = await readFile(files.find(({ name }) => name.endsWith('.glb'))?.path ?? '');
  expect(glb.subarray(0, 4).toString('latin1')).toBe('glTF');
  expect(glb.readUInt32LE(8)).toBe(glb.length);
  const json = JSON.parse(glb.subarray(20, 20 + glb.readUInt32LE(12)).toString('utf8'));
  const position = json.accessors[json.meshes[0].primitives[0].attributes.POSITION];
  const size = position.max.map((high: number, axis: number) => high - position.min[axis]);
  [x / 1000, z / 1000, y / 1000].forEach((value, axis) => expect(size[axis]).toBeCloseTo(value, 5));
  const stl = await readFile(files.find(({ name }) => name.endsWith('.stl'))?.path ?? '');
  const triangles = stl.readUInt32LE(80);
  expect(stl.length).toBe(84 + 50 * triangles);
  const positions = Array.from({ length: triangles * 9 }, (_, at) =>
    stl.readFloatLE(84 + 50 * Math.floor(at / 9) + 12 + 4 * (at % 9)),
  );
  const mesh = sizeAndVolume([{ positions, indices: positions.slice(0, triangles * 3).map((_, at) => at) }]);
  [x, y, z].forEach((value, axis) => expect(mesh.size[axis]).toBeCloseTo(value, 3));
  expect(Math.abs(mesh.volume / measured.volume_mm3 - 1)).toBeLessThan(0.005);
});
