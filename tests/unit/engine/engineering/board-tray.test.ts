// A PCB tray for a board that is attached: its standoffs stand at the board's own holes.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { RoomFile } from '../../../../src/engine/desk.ts';
import { textFile } from '../desk-rig.ts';
import { openModelRig } from './model-rig.ts';

const rig = await openModelRig('cad_generation');
afterAll(() => rig[Symbol.asyncDispose]());

const places = [
  [103.5, 53.5],
  [161.5, 53.5],
  [161.5, 90],
  [120, 101.5],
] as const;
const holes = places.map(
  ([x, y]) =>
    `(footprint "MountingHole" (at ${x} ${y}) (pad "" np_thru_hole circle (at 0 0) (size 3 3) (drill 2.7)))`,
);
const board = `(kicad_pcb (gr_rect (start 100 50) (end 165 105) (layer "Edge.Cuts")) ${holes.join(' ')})`;

function fileOf(name: string, text: string): RoomFile {
  const path = join(rig.folder, name);
  writeFileSync(path, text);
  return { ...textFile(name), path };
}
const message = 'PCB tray for the attached board, 3 mm thick, margin 4 mm, corner radius 3 mm';

test('[P-BOARD-1] standoffs at the holes of the file, the plate its rectangle and the margin', async () => {
  const { told, files } = await rig.ask({ message, attached: [fileOf('main.kicad_pcb', board)] });
  expect(told.parameters).toContainEqual(
    expect.objectContaining({ name: 'board_width', value: 65, origin: 'main.kicad_pcb' }),
  );
  expect(told.parameters?.find(({ name }) => name === 'plate_shape')?.origin).toBe('assumed');
  expect(told.parameters?.find(({ name }) => name === 'thread')).toMatchObject({
    value: 2.5,
    origin: 'main.kicad_pcb',
  });
  expect(told.parameters?.some(({ name }) => name === 'hole_inset')).toBe(false);
  // Plate 73 × 63 × 3 with corners of 3, four tubes Ø6 and Ø2.05 of 5.
  const tube = ((36 - 2.05 ** 2) * Math.PI * 5) / 4;
  expect(told.measured?.volume_mm3).toBeCloseTo((73 * 63 - (4 - Math.PI) * 9) * 3 + 4 * tube, 4);
  // Another task reads the holes back from the STEP file.
  const step = files.find(({ name }) => name.endsWith('.step'));
  const projected = await rig.kernel.run('project', { path: step?.path ?? '', name: 'tray.step' }).result;
  const found = projected.cylinders.filter(({ radiusMm }) => Math.abs(radiusMm - 1.025) < 1e-6);
  for (const [x, y] of places)
    expect(
      found.some(
        ({ middle }) => Math.hypot((middle[0] ?? 0) - (x - 132.5), (middle[1] ?? 0) - (77.5 - y)) < 1e-6,
      ),
    ).toBe(true);
  expect(found).toHaveLength(4);
});

test('[P-BOARD-2] a broken file, sizes of another board and standoffs without room are refused', async () => {
  const attached = [fileOf('main.kicad_pcb', board)];
  await expect(
    rig.ask({ message, attached: [fileOf('bad.kicad_pcb', board.slice(0, 300))] }),
  ).rejects.toThrow(/bad\.kicad_pcb is no readable KiCad board/);
  await expect(rig.ask({ message, attached, specifications: { board_width: 100 } })).rejects.toThrow(
    /specifications\.board_width: is 100, but the board of main\.kicad_pcb has 65 mm/,
  );
  await expect(
    rig.ask({
      message: 'PCB tray for this board, margin 0 mm',
      attached,
      specifications: { standoff_diameter: 12 },
    }),
  ).rejects.toThrow(/hang over/);
});
