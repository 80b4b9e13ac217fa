// Builds a timing pulley from the hub up: hub, flange, teeth as one outline of grooves and lands, flange; then the bore.
import { type DrawingPen, draw, makeCylinder, type Shape3D } from 'replicad';
import { readValues } from '../../parts/family.ts';
import { timingTeeth } from '../../parts/families/timing-pulley.ts';
import type { PartValues } from '../../parts/part-specification.ts';
import type { GroovePiece } from '../../parts/timing-groove.ts';

type Point = readonly [number, number];

export function buildTimingPulley(values: PartValues): Shape3D {
  const v = readValues(
    values,
    'teeth',
    'width',
    'bore',
    'flange_thickness',
    'flange_diameter',
    'hub_diameter',
    'hub_length',
  );
  const toTeeth = v.hub_length + v.flange_thickness;
  const top = toTeeth + v.width;
  const disc = (diameter: number, height: number, z: number): Shape3D[] =>
    height === 0 ? [] : [makeCylinder(diameter / 2, height, [0, 0, z], [0, 0, 1])];
  const pieces = [
    ...disc(v.hub_diameter, v.hub_length, 0),
    ...disc(v.flange_diameter, v.flange_thickness, v.hub_length),
    ...disc(v.flange_diameter, v.flange_thickness, top),
  ];
  const solid = pieces.reduce((whole, piece) => whole.fuse(piece), toothed(values, toTeeth));
  const height = top + v.flange_thickness;
  return solid.cut(makeCylinder(v.bore / 2, height + 2, [0, 0, -1], [0, 0, 1]));
}

function toothed(values: PartValues, z: number): Shape3D {
  const { teeth, width } = readValues(values, 'teeth', 'width');
  const { outerRadius, groove } = timingTeeth(values);
  const [first] = groove ?? [];
  if (groove === null || first === undefined) throw new RangeError('the groove is of no belt');
  const pitch = (2 * Math.PI) / teeth;
  let pen: DrawingPen = draw(turned(first.from, 0));
  for (let tooth = 0; tooth < teeth; tooth += 1) {
    for (const piece of groove) pen = along(pen, piece, tooth * pitch);
    const middle = (tooth + 0.5) * pitch;
    const land: Point = [outerRadius * Math.cos(middle), outerRadius * Math.sin(middle)];
    pen = pen.threePointsArcTo(turned(first.from, (tooth + 1) * pitch), [...land]);
  }
  return pen.close().sketchOnPlane('XY', z).extrude(width) as Shape3D;
}

function along(pen: DrawingPen, { to, arc }: GroovePiece, angle: number): DrawingPen {
  if (arc === undefined) return pen.lineTo(turned(to, angle));
  return pen.threePointsArcTo(turned(to, angle), turned(arc.via, angle));
}

function turned([x, y]: Point, angle: number): [number, number] {
  return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)];
}
