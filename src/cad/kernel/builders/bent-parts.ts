// Builds parts of bent sheet: the profile lies in YZ and is extruded along X, middle at x = 0.
import { draw, type DrawingPen, makeCylinder, type Shape3D } from 'replicad';
import { readValues } from '../../parts/family.ts';
import { rowDistance, rowPlaces } from '../../parts/families/l-bracket.ts';
import type { PartValues } from '../../parts/part-specification.ts';
import { cutDisjoint } from './holes.ts';

type Point = readonly [number, number];

/** A quarter circle to `to` around `center`. */
function quarterTo(pen: DrawingPen, { to, center }: { to: Point; center: Point }): DrawingPen {
  const [x, y] = pen.penPosition;
  const [u, v] = [(x + to[0]) / 2 - center[0], (y + to[1]) / 2 - center[1]];
  // The middle of a quarter's chord is nearer to the centre than the arc by the square root of two.
  return pen.threePointsArcTo([...to], [center[0] + u * Math.SQRT2, center[1] + v * Math.SQRT2]);
}

export function buildLBracket(values: PartValues): Shape3D {
  const {
    base,
    upright,
    width,
    thickness: t,
    bend_radius: r,
    hole_diameter: d,
  } = readValues(values, 'base', 'upright', 'width', 'thickness', 'bend_radius', 'hole_diameter');
  const center: Point = [t + r, t + r];
  let pen = draw([t + r, 0])
    .lineTo([base, 0])
    .lineTo([base, t])
    .lineTo([t + r, t]);
  pen = quarterTo(pen, { to: [t, t + r], center })
    .lineTo([t, upright])
    .lineTo([0, upright])
    .lineTo([0, t + r]);
  const solid = quarterTo(pen, { to: [t + r, 0], center })
    .close()
    .sketchOnPlane('YZ', -width / 2)
    .extrude(width) as Shape3D;
  const [alongBase, alongUpright] = [rowDistance(base, values), rowDistance(upright, values)];
  const tools = rowPlaces(values).flatMap((x) => [
    makeCylinder(d / 2, t + 2, [x, alongBase, -1], [0, 0, 1]),
    makeCylinder(d / 2, t + 2, [x, -1, alongUpright], [0, 1, 0]),
  ]);
  return cutDisjoint(solid, tools);
}

export function buildUChannel(values: PartValues): Shape3D {
  const {
    width,
    height,
    length,
    thickness: t,
    bend_radius: r,
  } = readValues(values, 'width', 'height', 'length', 'thickness', 'bend_radius');
  const [half, bend] = [width / 2, t + r];
  const [right, left]: [Point, Point] = [
    [half - bend, bend],
    [bend - half, bend],
  ];
  let pen = draw([bend - half, 0]).lineTo([half - bend, 0]);
  pen = quarterTo(pen, { to: [half, bend], center: right })
    .lineTo([half, height])
    .lineTo([half - t, height]);
  pen = quarterTo(pen.lineTo([half - t, bend]), { to: [half - bend, t], center: right }).lineTo([
    bend - half,
    t,
  ]);
  pen = quarterTo(pen, { to: [t - half, bend], center: left })
    .lineTo([t - half, height])
    .lineTo([-half, height]);
  return quarterTo(pen.lineTo([-half, bend]), { to: [bend - half, 0], center: left })
    .close()
    .sketchOnPlane('YZ', -length / 2)
    .extrude(length) as Shape3D;
}
