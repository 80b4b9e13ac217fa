// How people write requests, and what is understood; inches by 25.4 mm exactly, clearance by ISO 273.
import { describe, expect, it } from 'vitest';
import { faultsOf, understand } from './understand-parts.ts';

describe('sizes and words', () => {
  it.each([
    ['flat plate 100x80x5', { width: 100, depth: 80, thickness: 5 }],
    ['flat plate 100 × 80 × 5 mm', { width: 100, depth: 80, thickness: 5 }],
    ['plate 10 x 8 x 0.5 cm', { width: 100, depth: 80, thickness: 5 }],
    ['plate 4 in x 3 in x 1/4 in', { width: 101.6, depth: 76.2, thickness: 6.35 }],
    ['plate 1 1/2" x 1" x 1/8"', { width: 38.1, depth: 25.4, thickness: 3.175 }],
    ['plate 50,5 x 30,25 mm', { width: 50.5, depth: 30.25 }],
    ['plate 100 by 80 by 5', { width: 100, depth: 80, thickness: 5 }],
    ['plate 120x90, thickness of 1/4 in', { width: 120, depth: 90, thickness: 6.35 }],
    ['plate 100x80x5 with four M5 clearance holes', { hole_count: 4, hole_diameter: 5.5 }],
    ['plate 100x80x5 with four M5 holes, close fit', { hole_count: 4, hole_diameter: 5.3 }],
    ['plate 100x80x5, 6x Ø5.5 holes', { hole_count: 6, hole_diameter: 5.5 }],
    ['plate 100x80x5 with 6 x 5 mm holes', { width: 100, hole_count: 6, hole_diameter: 5 }],
    ['plate 100x80x5 without holes', { hole_count: 0 }],
    ['plate 100x80x5 mm holes 4', { width: 100, thickness: 5, hole_count: 4 }],
    ['plate 100x80x5 mm, holes 4 x M5', { hole_count: 4, hole_diameter: 5.5 }],
    ['plate 100x80x5 mm, 4 holes, holes 6 mm', { hole_count: 4, hole_diameter: 6 }],
    ['plate 120x90x6 for a 60x40x20 mm sensor', { width: 120, depth: 90, thickness: 6 }],
    ['plate for a 60x40x20 mm sensor, 120x90x6', { width: 120, depth: 90, thickness: 6 }],
    ['bracket 100x80x20, wall 2.5 mm', { wall: 2.5 }],
    ['spacer OD 10 mm ID 5 mm length 20 mm', { outer_diameter: 10, bore: 5, length: 20 }],
    ['spacer Ø10 x 5.5 x 20', { outer_diameter: 10, bore: 5.5, length: 20 }],
    ['front panel 200x120x3 with a 60x40 mm cut-out', { width: 200, cutout_width: 60, cutout_height: 40 }],
    ['60x40 mm display window in a front panel 200x120x3', { width: 200, cutout_width: 60 }],
    ['spur gear module 1.5, 24 teeth, 10 mm wide', { module: 1.5, teeth: 24, face_width: 10 }],
    ['bearing block for 6202 bearing', { bearing: 6202, seat_diameter: 35, seat_depth: 11 }],
    ['cable clip for a 12 mm cable', { cable_diameter: 12 }],
    ['knob 30 mm diameter, 8 flutes', { diameter: 30, flute_count: 8 }],
    ['enclosure 120x80x40, 3 mm walls, 6 vents', { height: 40, wall: 3, vent_count: 6 }],
    ['bearing block for 6205-2RS, aluminium', { bearing: 6205, seat_diameter: 52 }],
    ['flange 6" OD 2-1/2" bore 3/4 in thick', { outer_diameter: 152.4, bore: 63.5, thickness: 19.05 }],
    ['flange 150 mm OD 60 mm bore 10 mm thick', { outer_diameter: 150, bore: 60, thickness: 10 }],
  ])('%s', (text, values) => {
    expect(understand(text).part.values).toMatchObject(values);
  });
});

it('the size of what a part is for is not the size of the part', () => {
  expect(faultsOf('plate for a 60x40x20 mm sensor')).toEqual([
    expect.objectContaining({ field: 'specifications.dimensions' }),
  ]);
  const { unused } = understand('plate 120x90x6 for a 60x40x20 mm sensor');
  expect(unused).toEqual([{ text: '60x40x20 mm', reason: 'it is the size of what the part is for' }]);
});

it('a material in the text that is not the one of the field is told as not used', () => {
  const { part, unused } = understand('plate 100x80x5 in brass', { material: 'ABS' });
  expect(part.material.name).toBe('ABS');
  expect(unused).toEqual([expect.objectContaining({ reason: 'specifications.material names the material' })]);
});

it('a screw is only told as assumed where a size follows from it', () => {
  const names = (text: string): string[] => understand(text).parameters.map(({ name }) => name);
  expect(names('spacer OD 10 mm, 20 mm long')).toContain('thread');
  expect(names('spacer OD 10 mm, bore 5 mm, 20 mm long')).not.toContain('thread');
  expect(names('M5 spacer, bore 5 mm, OD 10 mm, 20 mm long')).toContain('thread');
});

it.each([
  ['flat plate -100 x 80 x 5 mm', 'negative'],
  ['flat plate NaN x 80 x 5 mm', 'no number'],
  ['flat plate 100x80x5 with 10,000 holes', 'from 0 to 1000'],
  ['flat plate 100x80x5, steel S355', 'S355'],
  ['washer M8 in AISI 440', 'AISI 440'],
])('%s is refused, not read as something else', (text, words) => {
  expect(
    faultsOf(text)
      .map(({ message }) => message)
      .join(),
  ).toContain(words);
});

it('what a family cannot have is told as not used', () => {
  const { unused } = understand('plate 100x80x5 with 4 countersunk M5 holes and a slot');
  expect(unused.map(({ text }) => text)).toEqual(['countersunk', 'slot']);
});

describe('which part a text is about', () => {
  it.each([
    ['steel plate mounting bracket 100x80x20', 'wall_mount_bracket'],
    ['mounting plate 100x80x5 for a bracket', 'flat_plate'],
    ['wall mount L-bracket 50x50x30', 'l_bracket'],
    ['hex standoff spacer M3, 10 mm long', 'hex_standoff'],
    ['round standoff 10 mm long', 'round_spacer'],
    ['a gusset plate 50x50x5', 'gusset'],
    ['junction box 120x80x40', 'enclosure'],
    ['project box 120 x 80 x 40 mm, ABS', 'enclosure'],
    ['bearing housing for a 6204 bearing', 'bearing_block'],
    ['a knob for a 6 mm shaft, 30 mm diameter', 'knob'],
    ['control panel 200x120x3', 'front_panel'],
    ['Raspberry Pi PCB tray 85x56 mm', 'pcb_tray'],
    ['DIN rail mount 40 mm long', 'din_clip'],
    ['cable clamp for 12 mm cable', 'cable_clip'],
    ['gear module 1, 20 teeth', 'spur_gear'],
  ])('%s is %s', (text, family) => {
    expect(understand(text).part.family).toBe(family);
  });
});

describe('a message and specifications that disagree', () => {
  it('are refused, both named', () => {
    const faults = faultsOf('plate 100x80x5', { dimensions: '90x80x5' });
    expect(faults).toEqual([
      expect.objectContaining({ field: 'specifications.dimensions', other: 'message', kind: 'value' }),
    ]);
    expect(faultsOf('plate, 3 mm thick', { dimensions: '90x80x5' })).toHaveLength(1);
  });

  it('are none when the same is said twice, or when the text speaks of another thing', () => {
    expect(faultsOf('plate 100x80x5', { dimensions: '100x80x5mm' })).toEqual([]);
    expect(faultsOf('plate for a 60x40x20 mm sensor', { dimensions: '90x80x5' })).toEqual([]);
  });

  it('a missing size is told once, without those that hang on it', () => {
    expect(faultsOf('mounting bracket')).toHaveLength(1);
    expect(faultsOf('bracket', { dimensions: 'large' })).toHaveLength(1);
  });
});
