// Changes in words, as people write them, and what is refused.
import { describe, expect, it } from 'vitest';
import { asksForChange, readOperations } from '../../../src/cad/understand/read-operations.ts';

const square = (side: number): number[][] => [
  [-side / 2, -side / 2],
  [side / 2, -side / 2],
  [-side / 2, side / 2],
  [side / 2, side / 2],
];

it('one hole goes to the middle only where no pattern was named', () => {
  expect(readOperations('drill an M6 hole on a 100x60 rectangle').faults).toHaveLength(1);
});

describe('a change', () => {
  it.each([
    [
      'add four M4 holes on a 60 mm square to this plate',
      { op: 'holes', diameterMm: 4.5, places: square(60), depthMm: null, side: 'top' },
    ],
    [
      'drill a 5 mm hole at (10, -5) 8 mm deep',
      { op: 'holes', diameterMm: 5, places: [[10, -5]], depthMm: 8 },
    ],
    [
      'add 4 tapped M5 holes on a 40 x 20 mm rectangle',
      {
        op: 'holes',
        diameterMm: 4.2,
        places: [
          [-20, -10],
          [20, -10],
          [-20, 10],
          [20, 10],
        ],
      },
    ],
    [
      'add two counterbored M6 holes 30 mm apart',
      {
        op: 'holes',
        diameterMm: 6.6,
        places: [
          [-15, 0],
          [15, 0],
        ],
        counterbore: { diameterMm: 11, depthMm: 6.4 },
      },
    ],
    [
      'cut a 20x5 mm slot in the front',
      { op: 'slot', lengthMm: 20, widthMm: 5, side: 'front', depthMm: null },
    ],
    [
      'add a rib 1/8 in thick and 10 mm high on the front',
      { op: 'rib', thicknessMm: 3.175, heightMm: 10, side: 'front', along: 'x' },
    ],
    ['round the vertical edges by 3 mm', { op: 'fillet', sizeMm: 3, edges: 'vertical' }],
    ['fillet all edges R2', { op: 'fillet', sizeMm: 2, edges: 'all' }],
    ['round the corners 5 mm', { op: 'fillet', sizeMm: 5, edges: 'vertical' }],
    ['chamfer the top edges 1 mm', { op: 'chamfer', sizeMm: 1, edges: 'top' }],
    ['shell it to 2 mm, open at the top', { op: 'shell', wallMm: 2, side: 'top' }],
    ['mirror it in the YZ plane', { op: 'mirror', plane: 'YZ' }],
    [
      'engrave "PF-100" 8 mm high 0.4 mm deep on the front',
      { op: 'engrave', text: 'PF-100', heightMm: 8, depthMm: 0.4, side: 'front' },
    ],
  ])('%s', (text, operation) => {
    expect(asksForChange(text)).toBe(true);
    const { operations, faults } = readOperations(text);
    expect(faults).toEqual([]);
    expect(operations).toEqual([expect.objectContaining(operation)]);
  });

  it('has six holes on a circle, evenly', () => {
    const [holes] = readOperations('add 6 M3 holes on a 50 mm circle').operations;
    expect(holes?.op === 'holes' ? holes.places.map(([x, y]) => Math.hypot(x, y).toFixed(6)) : []).toEqual(
      Array.from({ length: 6 }, () => '25.000000'),
    );
  });

  it('may be one of several, in their order', () => {
    const { operations } = readOperations(
      'add four M4 holes on a 60 mm square, round the vertical edges by 3 mm and engrave "REV B" on the top; then mirror it in the XZ plane',
    );
    expect(operations.map(({ op }) => op)).toEqual(['holes', 'fillet', 'engrave', 'mirror']);
  });

  it.each([
    ['add four M4 holes', 'where the 4 holes go'],
    ['drill holes on a 60 mm square', 'names no hole diameter'],
    ['round the edges', 'names no size'],
    ['mirror it', 'names no plane'],
    ['engrave the name', 'no text in quotation marks'],
    ['cut a slot', 'no slot size'],
    ['shell it', 'names no wall'],
    ['make it 5 mm taller and move the left hole 3 mm to the right', 'cannot be made to a finished solid'],
    ['add wings', 'is no change that can be made here'],
    ['drill 100000 5 mm holes 2 mm apart', 'from 1 to 400'],
  ])('%s is refused in words', (text, words) => {
    const { faults } = readOperations(text);
    expect(faults.join()).toContain(words);
  });

  it.each([
    'make a mounting bracket 100x80x20',
    'add a wall mount bracket with four M4 holes',
    'flat plate 100x80x5 with rounded corners',
    'M3 hex standoff 25 mm long',
  ])('%s asks for a new part', (text) => {
    expect(asksForChange(text)).toBe(false);
  });
});
