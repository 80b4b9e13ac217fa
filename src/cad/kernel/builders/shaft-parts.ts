// Builds parts that turn: stepped shafts, gears, pulleys, knobs, bearing blocks.
import { draw, drawCircle, drawRectangle, makeBaseBox, makeCylinder, type Shape3D } from 'replicad';
import { readValues } from '../../parts/family.ts';
import { grooveBottom } from '../../parts/families/v-pulley.ts';
import type { PartValues } from '../../parts/part-specification.ts';
import { cutDisjoint } from './holes.ts';

/** One profile turned round Z, then the keyway as a box cut from the top (+Y) of the first step. */
export function buildSteppedShaft(values: PartValues): Shape3D {
  const v = readValues(
    values,
    'diameter_1',
    'length_1',
    'diameter_2',
    'length_2',
    'diameter_3',
    'length_3',
    'key_length',
    'key_width',
    'key_depth',
  );
  const steps = [
    [v.diameter_1, v.length_1],
    [v.diameter_2, v.length_2],
    [v.diameter_3, v.length_3],
  ].filter(([, long = 0]) => long > 0);
  let pen = draw([0, 0]);
  let z = 0;
  for (const [diameter = 0, long = 0] of steps) {
    pen = pen.lineTo([diameter / 2, z]);
    z += long;
    pen = pen.lineTo([diameter / 2, z]);
  }
  const shaft = pen.lineTo([0, z]).close().sketchOnPlane('XZ').revolve() as Shape3D;
  if (v.key_length === 0) return shaft;
  const radius = v.diameter_1 / 2;
  const slot = makeBaseBox(v.key_width, v.key_depth + radius, v.key_length + 1);
  return shaft.cut(slot.translate(0, radius - v.key_depth + (v.key_depth + radius) / 2, -1));
}

/** A trapezium-grooved profile turned round Z. */
export function buildVPulley(values: PartValues): Shape3D {
  const v = readValues(
    values,
    'outer_diameter',
    'bore',
    'width',
    'groove_count',
    'groove_width',
    'groove_depth',
    'groove_pitch',
  );
  const [inner, outer, bottom] = [v.bore / 2, v.outer_diameter / 2, grooveBottom(values)];
  let pen = draw([inner, 0]).lineTo([outer, 0]);
  for (let groove = 0; groove < v.groove_count; groove += 1) {
    const middle = v.width / 2 + (groove - (v.groove_count - 1) / 2) * v.groove_pitch;
    pen = pen
      .lineTo([outer, middle - v.groove_width / 2])
      .lineTo([outer - v.groove_depth, middle - bottom / 2])
      .lineTo([outer - v.groove_depth, middle + bottom / 2])
      .lineTo([outer, middle + v.groove_width / 2]);
  }
  return pen
    .lineTo([outer, v.width])
    .lineTo([inner, v.width])
    .close()
    .sketchOnPlane('XZ')
    .revolve() as Shape3D;
}

/** A disc less its flutes, then the bore with its flat from below. */
export function buildKnob(values: PartValues): Shape3D {
  const v = readValues(
    values,
    'diameter',
    'height',
    'bore',
    'bore_depth',
    'flat',
    'flute_count',
    'flute_diameter',
  );
  const disc = makeCylinder(v.diameter / 2, v.height, [0, 0, 0], [0, 0, 1]);
  const flutes = Array.from({ length: v.flute_count }, (_, index) => {
    const angle = ((index + 0.5) * 2 * Math.PI) / v.flute_count;
    const [x, y] = [(v.diameter / 2) * Math.cos(angle), (v.diameter / 2) * Math.sin(angle)];
    return makeCylinder(v.flute_diameter / 2, v.height + 2, [x, y, -1], [0, 0, 1]);
  });
  const round = drawCircle(v.bore / 2);
  const section =
    v.flat === 0 ? round : round.cut(drawRectangle(v.bore, v.bore).translate(0, v.bore - v.flat));
  const bore = section.sketchOnPlane('XY', -1).extrude(v.bore_depth + 1) as Shape3D;
  return cutDisjoint(disc, flutes).cut(bore);
}

/** Seat and shaft hole as one stepped tool along +Y, the screws beside. */
export function buildBearingBlock(values: PartValues): Shape3D {
  const v = readValues(
    values,
    'width',
    'depth',
    'height',
    'seat_diameter',
    'seat_depth',
    'shaft_hole',
    'hole_diameter',
    'hole_spacing',
  );
  const front = -v.depth / 2;
  const seat = draw([0, -1])
    .lineTo([v.seat_diameter / 2, -1])
    .lineTo([v.seat_diameter / 2, v.seat_depth])
    .lineTo([v.shaft_hole / 2, v.seat_depth])
    .lineTo([v.shaft_hole / 2, v.depth + 1])
    .lineTo([0, v.depth + 1])
    .close()
    .sketchOnPlane('XY')
    .revolve([0, 1, 0]) as Shape3D;
  const screws = [-1, 1].map((side) =>
    makeCylinder(v.hole_diameter / 2, v.height + 2, [(side * v.hole_spacing) / 2, 0, -1], [0, 0, 1]),
  );
  const block = makeBaseBox(v.width, v.depth, v.height).cut(seat.translate(0, front, v.height / 2));
  return cutDisjoint(block, screws);
}
