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
  // Floor 120·80·2.5, walls (120·80 − 115·75)·35, posts and lid with M3 holes
  [
    'enclosure 120x80x40, wall 2.5 mm, corner radius 0 mm',
    'enclosure',
    24_000 + 34_125 + 4 * (disc(6) * 35 - disc(2.5) * 8) + (9600 - 4 * disc(3.4)) * 2.5,
  ],
  ['enclosure 150x100x60, wall 3 mm, gasket groove 1.2 mm, 8 vents', 'enclosure', null],
  ['PCB tray 85x56 mm, corner radius 0 mm', 'pcb_tray', 95 * 66 * 2.5 + 4 * (disc(6) - disc(2.05)) * 5],
  ['circuit board holder 160x100 mm, M3 screws', 'pcb_tray', null],
  [
    'front panel 200x120x3, corner radius 0 mm, with a 60x40 mm cut-out, cutout radius 0 mm, and 3 buttons',
    'front_panel',
    (200 * 120 - 60 * 40 - 3 * disc(16) - 4 * disc(4.5)) * 3,
  ],
  ['front panel 482x88x2', 'front_panel', null],
  // Slot 35.6, outside 41.6, arms 1.3, lips 3 inward
  ['DIN rail clip 30 mm long', 'din_clip', (41.6 * 3 + 2 * 3 * 1.3 + 2 * 6 * 3) * 30 - 2 * disc(3.4) * 3],
  ['TS35 rail adapter 60 mm long, lip 4 mm', 'din_clip', null],
  // Half a ring 6 to 8 and two feet from 6 to 6 + 2 + 11.25; what foot and ring share is counted by triangles and sectors
  [
    'cable clip for a 12 mm cable',
    'cable_clip',
    (Math.PI / 2) * (64 - 36) * 12 +
      2 * (13.25 * 2 - (8 ** 2 * Math.asin(2 / 8) + 2 * Math.sqrt(60)) / 2 + 12) * 12 -
      2 * disc(4.5) * 2,
  ],
  ['hose clamp for a 50 mm hose, 20 mm wide, wall 4 mm', 'cable_clip', null],
  // Knuckles 11.84 with discs of 8 less the pin of 4 and half of the segment that lies in the leaf; gaps 12.24
  ['hinge leaf 40x60x2 without holes', 'hinge_leaf', 5758.9126],
  ['hinge leaf 60x120x3, 4 knuckles', 'hinge_leaf', null],
  ['knob 30 mm diameter, 18 mm high, 6 mm bore', 'knob', disc(30) * 18 - disc(6) * 12.6],
  ['knob diameter 40 mm, 20 mm high, flat 1.5 mm, 12 flutes', 'knob', null],
  [
    'stepped shaft, first diameter 20 mm, first length 40 mm, second diameter 30 mm, second length 50 mm',
    'stepped_shaft',
    disc(20) * 40 + disc(30) * 50,
  ],
  [
    'shaft: first diameter 25 mm, first length 60 mm, second diameter 40 mm, second length 30 mm, third diameter 30 mm, third length 80 mm, keyway 40 mm',
    'stepped_shaft',
    null,
  ],
  // ISO 15: 6204 is 20 × 47 × 14
  [
    'bearing block for a 6204 bearing',
    'bearing_block',
    90 * 20 * 62 - disc(47) * 14 - disc(33.5) * 6 - 2 * disc(6.6) * 62,
  ],
  ['pillow block, bearing 6200, 60x25x45', 'bearing_block', null],
  ['spur gear module 2, 24 teeth, 15 mm wide, bore 10 mm', 'spur_gear', null],
  ['pinion module 0.5, 17 teeth, 6 mm wide, bore 3 mm', 'spur_gear', null],
  ['gear module 1, 60 teeth', 'spur_gear', null],
  ['GT2 timing pulley, 20 teeth, bore 5 mm, for a 6 mm belt', 'timing_pulley', null],
  ['HTD 5M pulley 36 teeth bore 12 mm, hub length 0 mm, without flanges 0 mm', 'timing_pulley', null],
  ['T5 timing belt pulley with 24 teeth', 'timing_pulley', null],
  ['pulley 30 teeth XL', 'timing_pulley', null],
  // Pappus: the trapezium's area times the way of its centroid; 8.5 mm at the pitch line and 2·2·tan 19° more at the outside
  ['V-belt pulley OD 100 mm, bore 20 mm', 'v_pulley', (disc(100) - disc(20)) * 16 - turned(50, 11, 9.88, 38)],
  ['pulley OD 180 mm, 3 grooves, bore 40 mm', 'v_pulley', null],
];

function disc(diameter: number): number {
  return (Math.PI * diameter ** 2) / 4;
}

/** A V-groove turned round the axis: area times 2π times the radius of its centroid. */
function turned(outer: number, depth: number, top: number, degrees: number): number {
  const bottom = top - 2 * depth * Math.tan((degrees * Math.PI) / 360);
  const fromTop = (depth / 3) * ((top + 2 * bottom) / (top + bottom));
  return 2 * Math.PI * (outer - fromTop) * (((top + bottom) / 2) * depth);
}

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
    const off = Math.abs(built / family.volumeMm3(part.values) - 1);
    expect(off).toBeLessThanOrEqual(family.volumeTolerance ?? 5e-8);
    if (volume !== null) expect(built / volume).toBeCloseTo(1, 5);
    const [low, high] = shape.boundingBox.bounds;
    family
      .boxMm(part.values)
      .forEach((size, axis) => expect((high[axis] ?? 0) - (low[axis] ?? 0)).toBeCloseTo(size, 5));
  });
});
