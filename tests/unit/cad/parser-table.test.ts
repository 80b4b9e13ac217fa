// How people write requests, and what is understood; inches by 25.4 mm exactly, clearance by ISO 273.
import { describe, expect, it } from 'vitest';
import { understandPart } from '../../../src/cad/understand/understand-part.ts';
import { faultsOf, materials, understand } from './understand-parts.ts';

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
    [
      'flange OD 6", 8x 5/8" holes on 4.75" BC',
      { hole_count: 8, hole_diameter: 15.875, bolt_circle: 120.65 },
    ],
    ['spacer 3/8 OD x 0.19 ID x 1-1/4 in long', { outer_diameter: 9.525, bore: 4.826, length: 31.75 }],
    ['spacer 10 OD x 5 ID x 20 long', { outer_diameter: 10, bore: 5, length: 20 }],
    ['M3 standoff 10 mm', { thread: 3, length: 10 }],
    ['spur gear DP 12, 20 teeth', { module: 2.116666667, teeth: 20 }],
    ['spur gear module 2 24 teeth 10 wide bore 8', { face_width: 10, bore: 8 }],
    ['U channel 40x20x100 mm t=3 R4', { thickness: 3, bend_radius: 4 }],
    ['L brkt 50x50x3', { base: 50, upright: 50, thickness: 3 }],
    [
      'shaft dia 20 x 100 long, then dia 30 x 50',
      { diameter_1: 20, length_1: 100, diameter_2: 30, length_2: 50 },
    ],
    ['shaft 25 mm dia x 80 mm long', { diameter_1: 25, length_1: 80, length_2: 0 }],
    // ASME B18.2.8, normal: 0.281 in.
    ['plate 6 x 4 x 1/4 in with four 1/4-20 clearance holes', { hole_count: 4, hole_diameter: 7.1374 }],
    [
      'plate 6" x 4" x 3/8", 4 off 1/4" dia holes 1/2" from edges',
      { hole_count: 4, hole_diameter: 6.35, hole_edge_distance: 12.7 },
    ],
    ['plate 120x80x10, R5 corners', { corner_radius: 5 }],
    [
      'flange OD 150 bore 60 thk 18, 8x M12 clear on 110 PCD',
      { thickness: 18, hole_count: 8, hole_diameter: 13.5 },
    ],
    ['U channel 60 wide 40 high 200 long, 3mm sheet steel', { width: 60, thickness: 3 }],
    ['shaft 25 x 60 then 20 x 40, 6mm keyway 25 long', { key_width: 6, key_length: 25 }],
    ['washer 10.5 ID 20 OD 2 thk', { bore: 10.5, outer_diameter: 20, thickness: 2 }],
    ['spacer OD 10 ID 5 length 20', { outer_diameter: 10, bore: 5, length: 20 }],
    ['gear m2 z24 bore 10', { module: 2, teeth: 24, bore: 10 }],
    ['knob 1in dia x 3/4 in', { diameter: 25.4, height: 19.05 }],
    // ISO 4183: w_d 11, e 15; the groove is w_d + 2 b tan 17° wide at the outside.
    [
      'pulley SPA 100 mm 2 grooves',
      { outer_diameter: 100, groove_width: 12.68, groove_pitch: 15, groove_angle: 34 },
    ],
    [
      'plate 1.5m x 0,8m x 10mm, 4 holes dia 18 at 50 mm from edges',
      { width: 1500, hole_count: 4, hole_diameter: 18, hole_edge_distance: 50 },
    ],
    ['plate 100 wide 50 deep 5 thick', { width: 100, depth: 50, thickness: 5 }],
    ['plate width 100 depth 50 thickness 5', { width: 100, depth: 50, thickness: 5 }],
    ['plate 100x80x5 in brass', { width: 100, thickness: 5 }],
    ['plate 4 x 3 x 1/4 in steel', { width: 101.6, thickness: 6.35 }],
    ['plate 200x100x8, 12 holes Ø6.6 in 3 rows', { hole_count: 12, hole_diameter: 6.6 }],
    [
      'plate 100x60x5 with a Ø10 hole in the centre and 4 x M5 at the corners',
      { hole_count: 4, hole_diameter: 5.5 },
    ],
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
  ['flat plate 100x80x5, steel S460', 'S460'],
  ['washer M8 in AISI 440', 'AISI 440'],
])('%s is refused, not read as something else', (text, words) => {
  expect(
    faultsOf(text)
      .map(({ message }) => message)
      .join(),
  ).toContain(words);
});

describe('[P-UNUSED-1] a figure that nothing takes is told', () => {
  it.each([
    ['plate 100x80x5, scale 1:2', ['scale 1:2']],
    ['plate 100x80x5, ±0.1, qty 10', ['±0.1', 'qty 10']],
    ['shaft 20 h6 x 100', ['20 h6']],
    ['plate 400x50x5, holes 4 x 90 mm apart', ['holes 4 x 90 mm apart']],
    ['plate 100x80x5 PA66 GF30', []],
    ['plate 100x80x5, 6061-T6, four M5 clearance holes, 12 mm from the edges', []],
    ['M3 standof 10 mm', ['standof']],
    ['spur gear module 2, 24 teeth, keyway 3', ['keyway 3']],
    ['enclosure 120x80x40, wall 2.5, IP65', ['IP65']],
  ])('%s', (text, told) => {
    expect(understand(text).unused.map((one) => one.text)).toEqual(told);
  });

  it('in a field too', () => {
    const { unused } = understand('flat plate', { dimensions: '100x80x5 R3', holes: '4 x M5, 60 apart' });
    expect(unused.map(({ text }) => text)).toEqual([
      'specifications.dimensions: R3',
      'specifications.holes: 60 apart',
    ]);
    expect(understand('spur gear', { dimensions: '2x24x10' }).unused).toEqual([]);
    expect(understand('plate', { dimensions: [100, 80, 5, 7] }).unused).toHaveLength(1);
  });

  it('and a slip of the pen in a material, with what it was read as', () => {
    const { part, parameters } = understand('plate 100x50x5 alumnium');
    expect(part.material.name).toBe('Aluminium 6061-T6');
    expect(parameters.at(-1)).toMatchObject({
      origin: 'message',
      reason: '"alumnium" was read as "aluminium"',
    });
  });

  it.each([
    [
      '"in" before a material after a decimal',
      'plate 4 x 3 x 0.25 in brass',
      '"0.25 in brass" may be inches or millimetres',
    ],
  ])('%s is refused', (_, text, words) => {
    expect(faultsOf(text)[0]?.message).toContain(words);
  });
});

describe('[P-CHANGE-3] changes asked for with the part', () => {
  it.each([
    ['plate 300x200x10, bolt pattern 4x dia 9 on 250x150', ['holes']],
    ['plate 100x60x5 with a Ø10 hole in the centre and 4 x M5 at the corners', ['holes']],
    ['plate 100x50x5, chamfer all edges 1 mm and engrave "A, 2" on the top', ['chamfer', 'engrave']],
    ['plate 120x80x6 and a 40x10 slot in the middle', ['slot']],
    ['alu plate 120x80x10 w/ 4x M6 tapped thru on 100x60 pattern', ['holes']],
    ['plate 120x80x6 with two ribs 3 mm thick, 10 mm high, 40 mm apart', ['rib']],
    ['plate 200x100x8 with 12 holes Ø6.6 in 3 rows, pitch 25', ['holes']],
    ['flange OD 150 mm, bore 60 mm, 8 x 14 mm holes on 120 PCD', []],
    ['enclosure 120x80x40 with 6 vent slots', []],
    ['four M4 holes on a 60 mm square in a plate 100x80x5', ['holes']],
  ])('%s', (text, operations) => {
    expect(understand(text).operations.map(({ op }) => op)).toEqual(operations);
  });

  it('holes at named places take the place of assumed ones', () => {
    expect(understand('wall bracket 100x80x20, four M4 holes on a 40 mm square').part.values).toMatchObject({
      hole_count: 0,
    });
  });
});

describe('[P-ATTACHED-1] an attached sheet', () => {
  const attached = [
    {
      name: 'sheet.pdf',
      text: 'THERMOSTAT MOUNT\nwall bracket 120 x 90 x 25 mm\nwall 4 mm  material ABS\nrev 3',
    },
  ];

  it('gives what the message does not say, where it points to it', () => {
    const { part, parameters, unused } = understandPart(
      { message: 'the part of the attached sheet, but wall 5 mm', specifications: {}, attached },
      materials,
    );
    expect(part).toMatchObject({ family: 'wall_mount_bracket', values: { width: 120, depth: 25, wall: 5 } });
    expect(parameters.find(({ name }) => name === 'width')).toMatchObject({ origin: 'attached sheet.pdf' });
    expect(parameters.at(-1)).toMatchObject({ value: 'ABS', origin: 'attached sheet.pdf' });
    expect(unused).toEqual([]);
  });

  it('is not read where it does not', () => {
    expect(() =>
      understandPart({ message: 'wall bracket', specifications: {}, attached }, materials),
    ).toThrow('needed');
  });
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
