// Every family, built by the real kernel in this process: small, usual and large, against its closed forms and its box.
import { beforeAll, describe, expect, it } from 'vitest';
import { builders } from '../../../src/cad/kernel/builders.ts';
import { loadOpenCascade } from '../../../src/cad/kernel/open-cascade.ts';
import { checkSolid } from '../../../src/cad/kernel/solid-check.ts';
import { families, findFamily } from '../../../src/cad/parts/families.ts';
import { understand } from './understand-parts.ts';

/** Volume, mm³, worked out by hand beside each; null where the family's own closed form has to do. */
const requests: readonly (readonly [text: string, family: string, volume: number | null])[] = [
  ['flat plate 100x80x5', 'flat_plate', 40_000],
  ['flat plate 1000x1000x0.5', 'flat_plate', 500_000],
  ['wall mount bracket 100x80x20', 'wall_mount_bracket', null],
  // √3/2 · 5.5² · 25 − π/4 · 2.5² · 25
  ['M3 hex standoff 25 mm long, 5.5 across flats, brass', 'hex_standoff', 532.2132],
  ['M12 hex standoff 500 mm long', 'hex_standoff', null],
  // π/4 · (10² − 5²) · 20
  ['round spacer OD 10 mm, ID 5 mm, length 20 mm', 'round_spacer', 1178.097],
  // ISO 7089 for M8: 16, 8.4, 1.6: π/4 · (16² − 8.4²) · 1.6
  ['M8 washer', 'washer', 233.031],
  ['M2 washer', 'washer', null],
  // Inside radius 3: flats (50 + 40 − 12) · 3 and a bend π/4 · (6² − 3²), by 30, less two Ø5.5 through 3
  ['L-bracket 50x40x30, 3 mm thick', 'l_bracket', 7513.619],
  ['L-bracket 500x400x300, 20 mm thick, with eight M10 holes', 'l_bracket', null],
  // (20 + 40 + 20 − 4 · 4) · 2 + 2 · π/4 · (4² − 2²), by 100
  ['U-channel 40x20x100, 2 mm thick', 'u_channel', 14_684.956],
  ['U-channel 6x4x10, 0.5 mm thick', 'u_channel', null],
  // (50 · 40 − 5²) / 2 · 5
  ['gusset 50x40x5', 'gusset', 4937.5],
  ['gusset 50x40x5 corner cut 0 mm', 'gusset', 5000],
  // 100 · 60 · 30 − 96 · 56 · 28, square corners
  ['tray 100x60x30, 2 mm walls, corner radius 0 mm', 'tray', 29_472],
  ['tray 100x60x30, 5 mm walls, corner radius 8 mm', 'tray', null],
  // π/4 · (150² − 60² − 8 · 14²) · 12
  ['pipe flange OD 150 mm, bore 60 mm, 12 mm thick, 8 x 14 mm holes on 120 PCD', 'pipe_flange', 163_350.252],
  // (60 · 3 + 10 · 1.5 · 22) · 40
  ['heat sink 60x40x25 mm, base 3 mm, 10 fins', 'heat_sink', 20_400],
  ['heat sink 20x20x10', 'heat_sink', null],
];

beforeAll(() => loadOpenCascade());

it('every family has a row here, a builder, and words of its own', () => {
  for (const { id, called } of families) {
    expect(requests.some(([, family]) => family === id)).toBe(true);
    expect(builders[id]).toBeDefined();
    expect(called.test('')).toBe(false);
  }
});

describe('a request becomes the part it names', () => {
  it.each(requests)('%s', (text, id, volume) => {
    const { part } = understand(text);
    expect(part.family).toBe(id);
    const family = findFamily(id);
    const shape = builders[id]?.(part.values);
    if (family === null || shape === undefined) throw new Error(`${id} has no builder`);
    const built = checkSolid(shape, 'built the part');
    expect(built / family.volumeMm3(part.values)).toBeCloseTo(1, 7);
    if (volume !== null) expect(built / volume).toBeCloseTo(1, 5);
    const [low, high] = shape.boundingBox.bounds;
    family
      .boxMm(part.values)
      .forEach((size, axis) => expect((high[axis] ?? 0) - (low[axis] ?? 0)).toBeCloseTo(size, 5));
  });
});
