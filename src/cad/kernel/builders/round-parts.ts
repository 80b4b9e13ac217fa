// Builds parts around the Z axis: hexagonal and round spacers, washers.
import { draw, drawCircle, makeCylinder, type Shape3D } from 'replicad';
import { readValues } from '../../parts/family.ts';
import type { PartValues } from '../../parts/part-specification.ts';

/** A hexagonal prism with a hole all through, flats to the left and right. */
export function buildHexStandoff(values: PartValues): Shape3D {
  const v = readValues(values, 'length', 'across_flats', 'bore');
  const radius = v.across_flats / Math.sqrt(3);
  const corner = (index: number): [number, number] => {
    const angle = Math.PI / 6 + (index * Math.PI) / 3;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  };
  let pen = draw(corner(0));
  for (let index = 1; index < 6; index += 1) pen = pen.lineTo(corner(index));
  const prism = pen.close().sketchOnPlane('XY').extrude(v.length) as Shape3D;
  return prism.cut(makeCylinder(v.bore / 2, v.length + 2, [0, 0, -1], [0, 0, 1]));
}

/** A disc of this height with a hole in its middle. */
export function buildRing({ outer, bore, height }: { outer: number; bore: number; height: number }): Shape3D {
  const disc = drawCircle(outer / 2)
    .sketchOnPlane('XY')
    .extrude(height) as Shape3D;
  return disc.cut(makeCylinder(bore / 2, height + 2, [0, 0, -1], [0, 0, 1]));
}

export function buildRoundSpacer(values: PartValues): Shape3D {
  const v = readValues(values, 'outer_diameter', 'bore', 'length');
  return buildRing({ outer: v.outer_diameter, bore: v.bore, height: v.length });
}

export function buildWasher(values: PartValues): Shape3D {
  const v = readValues(values, 'outer_diameter', 'bore', 'thickness');
  return buildRing({ outer: v.outer_diameter, bore: v.bore, height: v.thickness });
}
