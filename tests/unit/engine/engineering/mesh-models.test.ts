// Meshes as models: mass and manufacturability of STL, OBJ and IGES files, against the closed forms of what they show.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { RoomFile } from '../../../../src/engine/desk.ts';
import { textFile } from '../desk-rig.ts';
import { openModelRig } from './model-rig.ts';

const mass = await openModelRig('mass_properties');
const dfm = await openModelRig('dfm_analysis');
afterAll(async () => {
  await mass[Symbol.asyncDispose]();
  await dfm[Symbol.asyncDispose]();
});

/** A tray 60 × 40 × 20 with walls of 0.6 mm and a floor of 2 mm. */
const trayValues = { width: 60, depth: 40, height: 20, wall: 0.6, floor: 2, corner_radius: 0 };
const trayVolume = 60 * 40 * 20 - 58.8 * 38.8 * 18;
const tray = await mass.fileOf('tray', trayValues, '.stl');

/** The file less its last triangle. */
function opened(file: RoomFile): RoomFile {
  const bytes = new Uint8Array(readFileSync(file.path)).slice(0, -50);
  const view = new DataView(bytes.buffer);
  view.setUint32(80, view.getUint32(80, true) - 1, true);
  const path = join(mass.folder, 'open.stl');
  writeFileSync(path, bytes);
  return { ...textFile('open.stl'), path };
}

test('[P-MASS-5] an STL of flat faces has the volume and mass of its closed form, and says that it is a mesh', async () => {
  const { told } = await mass.ask({ attached: [tray], specifications: { material: 'ABS' } });
  expect((told.measured?.volume_mm3 ?? 0) / trayVolume).toBeCloseTo(1, 5);
  expect(told.measured?.mass_g).toBeCloseTo((trayVolume / 1000) * 1.05, 1);
  expect(told.measured?.method).toContain('triangles');
  await expect(mass.ask({ attached: [opened(tray)] })).rejects.toThrow(
    /open\.stl is no closed mesh: 3 of its edges/,
  );
});

test('[P-MASS-5] an IGES cube of another program measures 10 × 10 × 10', async () => {
  const packages = createRequire(import.meta.url);
  const samples = join(dirname(packages.resolve('occt-import-js/package.json')), 'test/testfiles');
  const path = join(samples, 'cube-10x10mm/Cube 10x10.igs');
  const { told } = await mass.ask({ attached: [{ ...textFile('cube.igs'), path }] });
  expect(told.measured?.volume_mm3).toBeCloseTo(1000, 3);
});

test('[P-DFM-6] the walls of an STL are measured, holes and radii are not, with the reason', async () => {
  const { told } = await dfm.ask({
    attached: [tray],
    specifications: { process: 'fdm', build_direction: '+Z' },
  });
  const of = (part: string) => told.findings?.filter(({ rule }) => rule.includes(part)) ?? [];
  expect(of('wall')[0]).toMatchObject({ severity: 'error' });
  expect(of('wall')[0]?.measured).toBeCloseTo(0.6, 2);
  const holes = told.findings?.filter(
    ({ rule, severity }) => rule.includes('hole') && severity === 'not_checked',
  );
  expect(holes?.length).toBeGreaterThan(0);
  expect(holes?.[0]?.['note']).toContain('mesh of triangles');
  expect(told.findings?.some(({ rule }) => rule.endsWith('mesh.closed'))).toBe(false);
});

test('[P-DFM-6] draft of an STL: upright walls have none', async () => {
  const { told } = await dfm.ask({
    attached: [tray],
    specifications: { process: 'injection_moulding', pull_direction: '+Z' },
  });
  const draft =
    told.findings?.find(({ rule, severity }) => rule.includes('draft') && severity === 'error') ??
    told.findings?.find(({ rule }) => rule.includes('draft'));
  expect(draft?.measured).toBeCloseTo(0, 3);
  expect(['error', 'warning']).toContain(draft?.severity);
});

test('[P-DFM-6] an open mesh is told with its place, before everything else', async () => {
  const { told } = await dfm.ask({ attached: [opened(tray)], specifications: { process: 'fdm' } });
  expect(told.findings?.[0]).toMatchObject({ severity: 'error', measured: 3, title: 'Open mesh' });
  expect(told.findings?.[0]?.place?.point_mm).toHaveLength(3);
});

test('[P-DFM-6] overhang and build volume of an OBJ: a table 400 wide on one leg', async () => {
  const box = (low: readonly number[], high: readonly number[], first: number): string => {
    const points = Array.from({ length: 8 }, (_, at) =>
      [0, 1, 2].map((axis) => ((at >> axis) & 1 ? high[axis] : low[axis]) ?? 0),
    );
    const quads = [
      [1, 3, 4, 2],
      [5, 6, 8, 7],
      [1, 2, 6, 5],
      [3, 7, 8, 4],
      [1, 5, 7, 3],
      [2, 4, 8, 6],
    ];
    return `${points.map((point) => `v ${point.join(' ')}`).join('\n')}\n${quads.map((quad) => `f ${quad.map((at) => at + first).join(' ')}`).join('\n')}\n`;
  };
  const path = join(dfm.folder, 'table.obj');
  writeFileSync(path, `${box([0, 0, 50], [400, 400, 60], 0)}${box([190, 190, 0], [210, 210, 50], 8)}`);
  const { told } = await dfm.ask({
    attached: [{ ...textFile('table.obj'), path }],
    specifications: { process: 'fdm', build_direction: '+Z' },
  });
  const broken =
    told.findings?.filter(({ severity }) => severity === 'error' || severity === 'warning') ?? [];
  const overhang = broken.find(({ rule }) => rule.includes('overhang'));
  expect(overhang?.measured).toBeCloseTo(90, 1);
  expect(broken.some(({ rule }) => rule.includes('volume') || rule.includes('size'))).toBe(true);
});
