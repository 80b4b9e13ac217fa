// A base plate for a circuit board: four standoffs under its mounting holes, each with a blind core hole.
import {
  circleArea,
  type Family,
  length,
  type Problem,
  readValues,
  roundedRectangleArea,
} from '../family.ts';
import type { PartValues } from '../part-specification.ts';
import { sizesOfThread } from '../thread-sizes.ts';

const names = [
  'board_width',
  'board_depth',
  'hole_inset',
  'margin',
  'thickness',
  'corner_radius',
  'standoff_height',
  'standoff_diameter',
  'core_hole',
] as const;

export const pcbTray: Family = {
  id: 'pcb_tray',
  title: 'PCB tray',
  example: 'PCB tray 85x56 mm',
  called:
    /\b(?:(?:pcb|circuit[\s-]*board|board)[\s-]+(?:trays?|carriers?|mounts?|holders?|base(?:\s*plates?)?))\b/i,
  envelope: ['board_width', 'board_depth'],
  parameters: [
    length('board_width', 'Board width (X)', { min: 10, words: ['board width', 'width', 'wide'] }),
    length('board_depth', 'Board depth (Y)', {
      min: 10,
      words: ['board depth', 'depth', 'deep', 'long', 'length'],
    }),
    length('hole_inset', 'Board holes from its edges', {
      min: 1,
      max: 500,
      words: ['hole inset', 'inset'],
      assume: () => ({ value: 3.5, reason: 'as on many boards, such as the Raspberry Pi; measure yours' }),
    }),
    length('margin', 'Plate around the board', {
      min: 0,
      max: 500,
      words: ['margin'],
      assume: () => ({ value: 5, reason: 'room for fingers and a wall' }),
    }),
    length('thickness', 'Plate thickness', {
      min: 0.8,
      max: 50,
      words: ['thickness', 'thick', 'base'],
      assume: () => ({ value: 2.5, reason: 'stiff enough for a hand-sized board' }),
    }),
    length('corner_radius', 'Corner radius', {
      min: 0,
      max: 500,
      words: ['corner radius', 'corners'],
      assume: () => ({ value: 3, reason: 'no sharp corners to a hand' }),
    }),
    length('thread', 'Screws', {
      isThread: true,
      min: 2,
      max: 12,
      words: ['screws'],
      serves: ['core_hole'],
      assume: () => ({ value: 2.5, reason: 'M2.5, the screw of most small boards' }),
    }),
    length('standoff_height', 'Standoff height', {
      min: 1,
      max: 100,
      words: ['standoff height', 'standoffs', 'high', 'height'],
      assume: () => ({ value: 5, reason: 'clears the leads and parts below most boards' }),
    }),
    length('core_hole', 'Core hole', {
      max: 20,
      words: ['core hole'],
      assume: ({ thread }) => ({
        value: sizesOfThread(thread).tapDrill,
        reason: 'tap drill of the screw, ISO 2306',
      }),
    }),
    length('standoff_diameter', 'Standoff diameter', {
      max: 60,
      words: ['standoff diameter'],
      assume: ({ core_hole: hole = 0 }) => ({
        value: Math.max(6, 2.4 * hole),
        reason: 'twice its hole, at least 6 mm',
      }),
    }),
  ],
  check,
  volumeMm3(values) {
    const v = readValues(values, ...names);
    const [x, y] = pcbPlate(values);
    const standoffs = 4 * (circleArea(v.standoff_diameter) - circleArea(v.core_hole)) * v.standoff_height;
    return roundedRectangleArea(x, y, v.corner_radius) * v.thickness + standoffs;
  },
  boxMm(values) {
    const v = readValues(values, 'thickness', 'standoff_height');
    const [x, y] = pcbPlate(values);
    return [x, y, v.thickness + v.standoff_height];
  },
};

/** Size of the plate, mm. */
export function pcbPlate(values: PartValues): readonly [number, number] {
  const v = readValues(values, 'board_width', 'board_depth', 'margin');
  return [v.board_width + 2 * v.margin, v.board_depth + 2 * v.margin];
}

function check(values: PartValues): Problem[] {
  const v = readValues(values, ...names);
  const [x, y] = pcbPlate(values);
  if (2 * v.corner_radius > Math.min(x, y))
    return [
      { field: 'corner_radius', message: `${v.corner_radius} mm is more than half of the shorter side` },
    ];
  if (v.core_hole + 1 > v.standoff_diameter)
    return [
      {
        field: 'standoff_diameter',
        message: `${v.standoff_diameter} mm leaves no wall round a Ø${v.core_hole} mm hole`,
      },
    ];
  const toEdge = v.margin + v.hole_inset;
  const radius = v.standoff_diameter / 2;
  const over = v.corner_radius - toEdge;
  const isCornered = over > 0 && Math.SQRT2 * over + radius > v.corner_radius;
  if (toEdge < radius || isCornered)
    return [
      { field: 'hole_inset', message: `standoffs ${v.hole_inset} mm inside the board hang over the plate` },
    ];
  const apart = Math.min(v.board_width, v.board_depth) - 2 * v.hole_inset;
  if (apart < v.standoff_diameter + 0.5)
    return [
      { field: 'hole_inset', message: `${v.hole_inset} mm on each side brings the standoffs together` },
    ];
  return [];
}
