// A saddle clip: half a ring over a cable along Y, and two feet on z = 0 with a screw hole each.
import { circleArea, type Family, length, type Problem, readValues } from '../family.ts';
import type { PartValues } from '../part-specification.ts';
import { besideDiscArea } from '../plane-areas.ts';

const names = ['cable_diameter', 'wall', 'width', 'foot', 'hole_diameter'] as const;

export const cableClip: Family = {
  id: 'cable_clip',
  title: 'Cable clip',
  example: 'cable clip for a 12 mm cable',
  called: /\b(?:(?:cable|pipe|wire|hose|tube)[\s-]+(?:clips?|clamps?|saddles?|holders?)|p[\s-]?clips?)\b/i,
  envelope: ['cable_diameter', 'width'],
  parameters: [
    length('cable_diameter', 'Cable diameter', {
      min: 1,
      max: 300,
      words: ['cable diameter', 'cable', 'pipe', 'hose', 'tube', 'wire', 'diameter'],
    }),
    length('wall', 'Wall', {
      min: 0.8,
      max: 30,
      words: ['wall', 'thick', 'thickness'],
      assume: ({ cable_diameter: d = 0 }) => ({
        value: Math.max(2, d * 0.15),
        reason: 'an eighth of the cable, at least 2 mm',
      }),
    }),
    length('width', 'Width along the cable (Y)', {
      min: 2,
      max: 300,
      words: ['width', 'wide'],
      assume: ({ cable_diameter: d = 0 }) => ({
        value: Math.max(10, d),
        reason: 'as wide as the cable, at least 10 mm',
      }),
    }),
    length('hole_diameter', 'Screw hole diameter', {
      max: 50,
      words: ['hole diameter'],
      assume: () => ({ value: 4.5, reason: 'clearance for M4 screws, ISO 273 medium' }),
    }),
    length('foot', 'Foot from the cable outward', {
      min: 4,
      max: 300,
      words: ['foot', 'feet'],
      assume: ({ wall = 0, hole_diameter: hole = 0 }) => ({
        value: wall + 2.5 * hole,
        reason: 'the wall and two and a half screws',
      }),
    }),
  ],
  check,
  volumeMm3(values) {
    const v = readValues(values, ...names);
    const inner = v.cable_diameter / 2;
    const outer = inner + v.wall;
    const arch = (Math.PI / 2) * (outer ** 2 - inner ** 2);
    const feet = 2 * (v.foot * v.wall - besideDiscArea(outer, inner, v.wall));
    return (arch + feet) * v.width - 2 * circleArea(v.hole_diameter) * v.wall;
  },
  boxMm(values) {
    const v = readValues(values, ...names);
    return [v.cable_diameter + 2 * v.foot, v.width, v.cable_diameter / 2 + v.wall];
  },
};

/** Middle of the flat part of a foot, from the middle of the cable, mm. */
export function clipScrewX(values: PartValues): number {
  const v = readValues(values, ...names);
  return v.cable_diameter / 2 + (v.wall + v.foot) / 2;
}

function check(values: PartValues): Problem[] {
  const v = readValues(values, ...names);
  const flat = v.foot - v.wall;
  if (flat < v.hole_diameter + 1)
    return [
      {
        field: 'foot',
        message: `${v.foot} mm leaves no room for a Ø${v.hole_diameter} mm hole beside the wall`,
      },
    ];
  if (v.hole_diameter + 1 > v.width)
    return [
      { field: 'hole_diameter', message: `${v.hole_diameter} mm does not fit on a width of ${v.width} mm` },
    ];
  return [];
}
