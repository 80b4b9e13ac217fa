// A clip that slides onto a 35 mm top-hat rail (EN 60715, TS35) from its end; profile in XZ, long along Y, two screws for the device.
import { circleArea, length, type Family, type Problem, readValues } from '../family.ts';
import type { PartValues } from '../part-specification.ts';

const names = ['length', 'thickness', 'play', 'lip', 'hole_diameter', 'hole_spacing'] as const;
/** Width of the rail over its flanges, and their thickness, mm (EN 60715:2017). */
const rail = { width: 35, flange: 1 };

export const dinClip: Family = {
  id: 'din_clip',
  title: 'DIN-rail clip',
  example: 'DIN rail clip 30 mm long',
  called:
    /\b(?:din|ts[\s-]?35|top[\s-]hat)[\s-]*(?:rail)?[\s-]*(?:clips?|mounts?|adapters?|holders?|brackets?)\b/i,
  envelope: ['length'],
  parameters: [
    length('length', 'Length along the rail (Y)', {
      min: 5,
      max: 500,
      words: ['length', 'long', 'wide', 'width'],
      assume: () => ({ value: 30, reason: 'holds a small device without tipping' }),
    }),
    length('thickness', 'Thickness', {
      min: 1,
      max: 15,
      words: ['thickness', 'thick', 'wall'],
      assume: () => ({ value: 3, reason: 'stiff enough in ABS for a device of 500 g' }),
    }),
    length('play', 'Play round the rail', {
      min: 0.05,
      max: 2,
      words: ['play', 'clearance'],
      assume: () => ({ value: 0.3, reason: 'slides on and does not rattle' }),
    }),
    length('lip', 'Lip behind the flange', {
      min: 1,
      max: 4.5,
      words: ['lip', 'hook'],
      assume: () => ({ value: 3, reason: 'the flanges of the rail are 5 mm wide (EN 60715: 35 over 25 mm)' }),
    }),
    length('hole_diameter', 'Screw hole diameter', {
      max: 20,
      words: ['hole diameter'],
      assume: () => ({ value: 3.4, reason: 'clearance for M3 screws, ISO 273 medium' }),
    }),
    length('hole_spacing', 'Between the screws', {
      max: 40,
      words: ['hole spacing', 'screw spacing'],
      assume: () => ({ value: 20, reason: 'inside the rail, so that the heads are covered' }),
    }),
  ],
  check,
  volumeMm3(values) {
    const v = readValues(values, ...names);
    const { outside, rise } = clipProfile(values);
    const profile = outside * v.thickness + 2 * v.thickness * rise + 2 * (v.thickness + v.lip) * v.thickness;
    return profile * v.length - 2 * circleArea(v.hole_diameter) * v.thickness;
  },
  boxMm(values) {
    const v = readValues(values, 'length', 'thickness');
    const { outside, rise } = clipProfile(values);
    return [outside, v.length, 2 * v.thickness + rise];
  },
};

/** Width over all, width of the slot, and its height, mm. */
export function clipProfile(values: PartValues) {
  const v = readValues(values, 'thickness', 'play');
  const slot = rail.width + 2 * v.play;
  return { outside: slot + 2 * v.thickness, slot, rise: rail.flange + v.play };
}

function check(values: PartValues): Problem[] {
  const v = readValues(values, ...names);
  if (v.hole_spacing + v.hole_diameter + 1 > rail.width || v.hole_diameter + 0.5 > v.hole_spacing)
    return [
      {
        field: 'hole_spacing',
        message: `${v.hole_spacing} mm puts the screws out of the clip or into each other`,
      },
    ];
  if (v.hole_diameter + 1 > v.length)
    return [
      { field: 'hole_diameter', message: `${v.hole_diameter} mm does not fit on a length of ${v.length} mm` },
    ];
  return [];
}
