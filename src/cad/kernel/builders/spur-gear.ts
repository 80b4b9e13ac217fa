// Builds a spur gear: one outline of tip arcs, root arcs and flanks, each flank four cubic curves through exact points and tangents of the involute.
import { type DrawingPen, draw, makeCylinder, type Shape3D } from 'replicad';
import { readValues } from '../../parts/family.ts';
import { flankAt, type GearGeometry, involuteGear } from '../../parts/involute-gear.ts';
import type { PartValues } from '../../parts/part-specification.ts';

type Point = [number, number];
/** Curves per flank: four keep the area within 1e-5 of the involute's. */
const pieces = 4;

export function buildSpurGear(values: PartValues): Shape3D {
  const v = readValues(values, 'module', 'teeth', 'pressure_angle', 'face_width', 'bore');
  const gear = involuteGear(v.module, v.teeth, v.pressure_angle);
  const pitch = (2 * Math.PI) / v.teeth;
  const footAngle = Math.atan2(flankAt(gear, gear.from).point[1], flankAt(gear, gear.from).point[0]);
  let pen = draw(polar(gear.root, footAngle));
  for (let tooth = 0; tooth < v.teeth; tooth += 1) {
    pen = addTooth(pen, gear, tooth * pitch);
    const next = (tooth + 1) * pitch;
    if (tooth + 1 < v.teeth)
      pen = pen.threePointsArcTo(polar(gear.root, next + footAngle), polar(gear.root, next - pitch / 2));
  }
  const last = v.teeth * pitch;
  const outline = pen
    .threePointsArcTo(polar(gear.root, last + footAngle), polar(gear.root, last - pitch / 2))
    .close();
  const blank = outline.sketchOnPlane('XY').extrude(v.face_width) as Shape3D;
  return blank.cut(makeCylinder(v.bore / 2, v.face_width + 2, [0, 0, -1], [0, 0, 1]));
}

/** From the root on one side over the tip to the root on the other. */
function addTooth(from: DrawingPen, gear: GearGeometry, turn: number): DrawingPen {
  let pen = from;
  // Even in the roll: short near the base circle, where the involute bends most.
  const rolls = Array.from(
    { length: pieces + 1 },
    (_, index) => gear.from + ((gear.to - gear.from) * index) / pieces,
  );
  const start = flankAt(gear, gear.from).point;
  if (gear.root < gear.base) pen = pen.lineTo(rotate(start, turn));
  for (let piece = 0; piece < pieces; piece += 1) pen = addPiece(pen, { gear, turn, rolls, piece, side: 1 });
  const tip = flankAt(gear, gear.to).point;
  pen = pen.threePointsArcTo(rotate(mirror(tip), turn), polar(gear.tip, turn));
  for (let piece = pieces - 1; piece >= 0; piece -= 1)
    pen = addPiece(pen, { gear, turn, rolls, piece, side: -1 });
  const foot = Math.atan2(start[1], start[0]);
  return gear.root < gear.base ? pen.lineTo(polar(gear.root, turn - foot)) : pen;
}

interface Piece {
  readonly gear: GearGeometry;
  readonly turn: number;
  readonly rolls: readonly number[];
  readonly piece: number;
  /** 1 outward along the lower flank, −1 inward along the upper one. */
  readonly side: 1 | -1;
}

/** A cubic curve with the involute's ends and tangents; the handles are a third of its arc, rb (φ₂² − φ₁²) / 2. */
function addPiece(pen: DrawingPen, { gear, turn, rolls, piece, side }: Piece): DrawingPen {
  const [low, high] = [rolls[piece] ?? 0, rolls[piece + 1] ?? 0];
  const third = (gear.base * (high ** 2 - low ** 2)) / 6;
  const [a, b] = [flankAt(gear, low), flankAt(gear, high)];
  const nearA: Point = [a.point[0] + a.tangent[0] * third, a.point[1] + a.tangent[1] * third];
  const nearB: Point = [b.point[0] - b.tangent[0] * third, b.point[1] - b.tangent[1] * third];
  if (side === 1)
    return pen.cubicBezierCurveTo(rotate(b.point, turn), rotate(nearA, turn), rotate(nearB, turn));
  return pen.cubicBezierCurveTo(
    rotate(mirror(a.point), turn),
    rotate(mirror(nearB), turn),
    rotate(mirror(nearA), turn),
  );
}

function polar(radius: number, angle: number): Point {
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

function mirror([x, y]: readonly [number, number]): Point {
  return [x, -y];
}

function rotate([x, y]: readonly [number, number], angle: number): Point {
  return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)];
}
