// Parts whose thinnest wall, smallest hole and so on are known because we built them so. The list follows the truth set of the field's own trackers.
import {
  draw,
  drawCircle,
  drawRectangle,
  makeBaseBox,
  makeCompound,
  makeCylinder,
  makeSphere,
  type Shape3D,
  type Sketch,
  type Solid,
} from 'replicad';
import { partUnderTest, type PartUnderTest } from '../../../../src/cad/dfm/part-under-test.ts';
import { meshShape } from '../../../../src/cad/kernel/mesh-shape.ts';

const deflection = { toleranceMm: 0.02, angleRad: 0.2 };

export function underTest(...shapes: Shape3D[]): PartUnderTest {
  return partUnderTest(
    shapes.map((shape) => meshShape(shape, { name: 'part', color: null, deflection })),
    deflection.toleranceMm,
  );
}

/** A box on z = 0 round the Z axis. */
export const box = (x: number, y: number, z: number): Shape3D => makeBaseBox(x, y, z);

/** A cup 40 × 30 × 25 with 2 mm walls, its outer corners and bottom rounded before it was shelled. */
export function cup(): Shape3D {
  const block = makeBaseBox(40, 30, 25).fillet(4, (edge) => edge.inDirection('Z'));
  return block.shell(2, (face) => face.inPlane('XY', 25));
}

/** A plate of 2.5 mm with a rib of 1.5 mm and a boss of 8 mm. */
export function ribbedPlate(): Shape3D {
  const rib = makeBaseBox(1.5, 30, 10).translate(-10, 0, 2.5);
  const boss = makeCylinder(4, 10, [12, 0, 2.5], [0, 0, 1]);
  return makeBaseBox(50, 40, 2.5).fuse(rib).fuse(boss);
}

/** A wedge 40 long that grows from 1 to 5 mm. */
export function wedge(): Shape3D {
  return draw([0, 0])
    .lineTo([40, 0])
    .lineTo([40, 5])
    .lineTo([0, 1])
    .close()
    .sketchOnPlane('XZ')
    .extrude(20) as Shape3D;
}

/** A knife of `degrees` at its edge. */
export function knife(degrees: number): Shape3D {
  const height = 20 * Math.tan((degrees * Math.PI) / 180);
  return draw([0, 0]).lineTo([20, 0]).lineTo([20, height]).close().sketchOnPlane('XZ').extrude(30) as Shape3D;
}

/** A hollow ball, 20 mm outside radius, 2 mm thick. */
export function hollowBall(): Shape3D {
  return makeSphere(20).cut(makeSphere(18));
}

/** A plate 60 × 30 × 6 with two 8 mm holes 0.8 mm apart. */
export function thinWeb(): Shape3D {
  const holes = [-4.4, 4.4].map((x) => makeCylinder(4, 8, [x, 0, -1], [0, 0, 1]));
  return makeBaseBox(60, 30, 6).cut(makeCompound(holes) as Solid);
}

/** A block 40 × 40 × 20 with a side hole of `diameter` right through along X. */
export function sideHole(diameter: number): Shape3D {
  return makeBaseBox(40, 40, 20).cut(makeCylinder(diameter / 2, 60, [-30, 0, 10], [1, 0, 0]));
}

/** A bridge: two posts, 8 mm apart, and a deck. */
export function gate(span: number): Shape3D {
  const post = (x: number): Shape3D => makeBaseBox(6, 20, 15).translate(x, 0, 0);
  const away = span / 2 + 3;
  return post(-away)
    .fuse(post(away))
    .fuse(makeBaseBox(span + 12, 20, 4).translate(0, 0, 15));
}

/** A post with an arm that hangs free, 15 mm out at z = 20. */
export function gallows(): Shape3D {
  return makeBaseBox(10, 10, 24).fuse(makeBaseBox(15, 10, 4).translate(12.5, 0, 20));
}

/** A pocket 20 × 15, 10 deep, in a block 40 × 30 × 15; corner radius 0 for a sharp one. */
export function pocket(radius: number): Shape3D {
  const cutter =
    radius === 0
      ? makeBaseBox(20, 15, 12)
      : makeBaseBox(20, 15, 12).fillet(radius, (edge) => edge.inDirection('Z'));
  return makeBaseBox(40, 30, 15).cut(cutter.translate(0, 0, 5));
}

/** A truncated cone: `degrees` of draft all round along Z. */
export function drafted(degrees: number): Shape3D {
  const shrink = 20 * Math.tan((degrees * Math.PI) / 180);
  const foot = drawRectangle(40, 30).sketchOnPlane('XY') as Sketch;
  const top = drawRectangle(40 - 2 * shrink, 30 - 2 * shrink).sketchOnPlane('XY', 20) as Sketch;
  return foot.loftWith(top, { ruled: true });
}

/** A blind hole of `diameter`, `depth` deep. */
export function blindHole(diameter: number, depth: number): Shape3D {
  return makeBaseBox(40, 40, depth + 10).cut(
    drawCircle(diameter / 2)
      .sketchOnPlane('XY', 10)
      .extrude(depth + 1) as Shape3D,
  );
}

/** A strip of 2 mm sheet, 40 wide, bent by 90° round a radius of 2 mm; a 4 mm hole 15 mm from the outside of the bend. */
export function bentStrip(): Shape3D {
  const strip = draw([0, 0])
    .lineTo([30, 0])
    .lineTo([30, 2])
    .lineTo([4, 2])
    .tangentArcTo([2, 4])
    .lineTo([2, 30])
    .lineTo([0, 30])
    .lineTo([0, 4])
    .threePointsArcTo([4, 0], [4 - 4 * Math.SQRT1_2, 4 - 4 * Math.SQRT1_2])
    .close()
    .sketchOnPlane('XZ')
    .extrude(40) as Shape3D;
  return strip.cut(makeCylinder(2, 6, [15, -20, -2], [0, 0, 1]));
}
