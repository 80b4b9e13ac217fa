// A block for one ball bearing: seat from the front (−Y), a smaller hole through for the shaft, two screws along Z.
import { circleArea, count, type Family, length, type Problem, readValues } from '../family.ts';
import { checkBearing, sizesOfBearing } from '../bearing-sizes.ts';
import type { PartValues } from '../part-specification.ts';

const names = [
  'bearing',
  'width',
  'depth',
  'height',
  'seat_diameter',
  'seat_depth',
  'shaft_hole',
  'hole_diameter',
  'hole_spacing',
] as const;

export const bearingBlock: Family = {
  id: 'bearing_block',
  title: 'Bearing block',
  example: 'bearing block for a 6204 bearing',
  called: /\b(?:(?:pillow|plummer|bearing)[\s-]+(?:blocks?|seats?|holders?|housings?)|bearing\s+mounts?)\b/i,
  usualMaterial: { name: 'Aluminium 6061-T6', reason: 'bearing blocks are usually milled aluminium' },
  envelope: ['width', 'depth', 'height'],
  parameters: [
    count('bearing', 'Bearing', {
      min: 600,
      max: 6999,
      words: ['bearing', 'bearings', 'for'],
      serves: ['seat_diameter', 'seat_depth', 'shaft_hole'],
      assume: () => ({ value: 6204, reason: 'a common deep-groove ball bearing, 20 × 47 × 14 mm (ISO 15)' }),
    }),
    length('seat_diameter', 'Seat diameter', {
      min: 5,
      max: 500,
      words: ['seat diameter'],
      assume: ({ bearing }) => ({
        value: sizesOfBearing(bearing).outside,
        reason: 'outside of the bearing, ISO 15; choose the fit on the drawing, such as H7',
      }),
    }),
    length('seat_depth', 'Seat depth', {
      max: 200,
      words: ['seat depth'],
      assume: ({ bearing }) => ({
        value: sizesOfBearing(bearing).width,
        reason: 'width of the bearing, ISO 15',
      }),
    }),
    length('shaft_hole', 'Shaft hole', {
      max: 400,
      words: ['shaft hole'],
      assume: ({ bearing, seat_diameter: seat = 0 }) => ({
        value: (sizesOfBearing(bearing).bore + seat) / 2,
        reason: 'midway between shaft and seat: the shoulder holds the outer ring only',
      }),
    }),
    length('width', 'Width (X)', {
      words: ['width', 'wide'],
      assume: ({ seat_diameter: seat = 0 }) => ({
        value: Math.ceil(seat * 1.9),
        reason: 'the seat and room for a screw on each side',
      }),
    }),
    length('depth', 'Depth along the shaft (Y)', {
      words: ['depth', 'deep', 'thick', 'thickness'],
      assume: ({ seat_depth: deep = 0 }) => ({ value: deep + 6, reason: 'the seat and a shoulder of 6 mm' }),
    }),
    length('height', 'Height (Z)', {
      words: ['height', 'high', 'tall'],
      assume: ({ seat_diameter: seat = 0 }) => ({
        value: Math.ceil(seat * 1.3),
        reason: 'the seat and walls of 15 %',
      }),
    }),
    length('hole_diameter', 'Screw hole diameter', {
      max: 100,
      words: ['hole diameter'],
      assume: () => ({ value: 6.6, reason: 'clearance for M6 screws, ISO 273 medium' }),
    }),
    length('hole_spacing', 'Between the screws', {
      max: 5000,
      words: ['hole spacing', 'screw spacing'],
      assume: ({ width = 0, seat_diameter: seat = 0 }) => ({
        value: (width + seat) / 2,
        reason: 'midway between the seat and the sides',
      }),
    }),
  ],
  check,
  volumeMm3(values) {
    const v = readValues(values, ...names);
    const seat = circleArea(v.seat_diameter) * v.seat_depth;
    const through = circleArea(v.shaft_hole) * (v.depth - v.seat_depth);
    return v.width * v.depth * v.height - seat - through - 2 * circleArea(v.hole_diameter) * v.height;
  },
  boxMm(values) {
    const v = readValues(values, 'width', 'depth', 'height');
    return [v.width, v.depth, v.height];
  },
};

function check(values: PartValues): Problem[] {
  const v = readValues(values, ...names);
  if (checkBearing(v.bearing).length > 0) return checkBearing(v.bearing);
  if (v.seat_diameter + 2 > Math.min(v.width, v.height))
    return [
      { field: 'seat_diameter', message: `a seat of Ø${v.seat_diameter} mm leaves no wall in the block` },
    ];
  if (v.seat_depth + 1 > v.depth)
    return [
      { field: 'seat_depth', message: `${v.seat_depth} mm leaves no shoulder in a depth of ${v.depth} mm` },
    ];
  if (v.shaft_hole + 1 > v.seat_diameter)
    return [{ field: 'shaft_hole', message: `${v.shaft_hole} mm leaves no shoulder for the bearing` }];
  const beside = (v.hole_spacing - v.seat_diameter - v.hole_diameter) / 2;
  const outside = (v.width - v.hole_spacing - v.hole_diameter) / 2;
  if (beside < 0.5 || outside < 0.5 || v.hole_diameter + 1 > v.depth)
    return [
      {
        field: 'hole_spacing',
        message: `screws of Ø${v.hole_diameter} mm, ${v.hole_spacing} mm apart, run into the seat or the sides`,
      },
    ];
  return [];
}
