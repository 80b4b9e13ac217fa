// One groove of a timing pulley as lines and arcs, symmetrical to the X axis: x is the radius, y across. Lengths in mm.
import type { TimingBelt } from './timing-belts.ts';

type Point = readonly [number, number];

/** A piece of the groove; arcs pass through `via`, and have their centre and radius for the area. */
export interface GroovePiece {
  readonly from: Point;
  readonly to: Point;
  readonly arc?: { readonly via: Point; readonly center: Point; readonly radius: number };
}

/** The groove from its lower edge on the outside to its upper one; null where it is wider than the pitch or deeper than the pulley. */
export function timingGroove({ depth, groove }: TimingBelt, outerRadius: number): GroovePiece[] | null {
  const upper = upperHalf(depth, groove, outerRadius);
  const edge = upper?.at(-1)?.to;
  if (upper === null || edge === undefined || !upper.every(isFinitePiece)) return null;
  return [...upper.toReversed().map(mirrored), ...upper];
}

/** From the middle of the floor to the edge. */
function upperHalf(depth: number, groove: TimingBelt['groove'], outerRadius: number): GroovePiece[] | null {
  const floor = outerRadius - depth;
  if (floor <= 0) return null;
  if (groove.form === 'flat') {
    const corner: Point = [floor, groove.floor / 2];
    const edge = alongLine(corner, half(groove.angleDeg), outerRadius);
    return [
      { from: [floor, 0], to: corner },
      { from: corner, to: edge },
    ];
  }
  const { radius } = groove;
  const center: Point = [floor + radius, 0];
  const onFloor = (angle: number): Point => [center[0] - radius * Math.cos(angle), radius * Math.sin(angle)];
  const bottom = (angle: number): GroovePiece => ({
    from: onFloor(0),
    to: onFloor(angle),
    arc: { via: onFloor(angle / 2), center, radius },
  });
  if (groove.form === 'round') {
    const tilt = half(groove.angleDeg);
    // The flank touches the floor where the floor's radius is square to it.
    const start = onFloor(Math.PI / 2 - tilt);
    return [bottom(Math.PI / 2 - tilt), { from: start, to: alongLine(start, tilt, outerRadius) }];
  }
  const { flankRadius } = groove;
  // The flank's centre lies on the outside, beyond the middle: both arcs touch where their centres and the point are in line.
  const rise = depth - radius;
  const beyond = Math.sqrt((flankRadius - radius) ** 2 - rise ** 2);
  const flankCenter: Point = [outerRadius, -beyond];
  const meet = Math.atan2(beyond, rise);
  const edge = onCircles(flankCenter, flankRadius, outerRadius);
  const middle = middleOfArc(flankCenter, flankRadius, [onFloor(meet), edge]);
  return [
    bottom(meet),
    { from: onFloor(meet), to: edge, arc: { via: middle, center: flankCenter, radius: flankRadius } },
  ];
}

function half(degrees: number): number {
  return (degrees * Math.PI) / 360;
}

/** Where a flank, tilted outward from the radius, meets the outside. */
function alongLine([x, y]: Point, tilt: number, outerRadius: number): Point {
  const [dx, dy] = [Math.cos(tilt), Math.sin(tilt)];
  const along = x * dx + y * dy;
  const way = -along + Math.sqrt(along ** 2 + outerRadius ** 2 - x ** 2 - y ** 2);
  return [x + way * dx, y + way * dy];
}

/** Where a circle meets the outside, above the axis. */
function onCircles([cx, cy]: Point, radius: number, outerRadius: number): Point {
  const distance = Math.hypot(cx, cy);
  const along = (outerRadius ** 2 - radius ** 2 + distance ** 2) / (2 * distance);
  const across = Math.sqrt(outerRadius ** 2 - along ** 2);
  const [ux, uy] = [cx / distance, cy / distance];
  return [along * ux - across * uy, along * uy + across * ux];
}

function middleOfArc([cx, cy]: Point, radius: number, [a, b]: readonly [Point, Point]): Point {
  const [x, y] = [(a[0] + b[0]) / 2 - cx, (a[1] + b[1]) / 2 - cy];
  const size = Math.hypot(x, y);
  return [cx + (x / size) * radius, cy + (y / size) * radius];
}

function mirrored({ from, to, arc }: GroovePiece): GroovePiece {
  const flip = ([x, y]: Point): Point => [x, -y];
  const turned = { from: flip(to), to: flip(from) };
  return arc === undefined
    ? turned
    : { ...turned, arc: { ...arc, via: flip(arc.via), center: flip(arc.center) } };
}

function isFinitePiece({ from, to }: GroovePiece): boolean {
  return [...from, ...to].every(Number.isFinite);
}

/** Area, mm², that the groove takes from the disc of `outerRadius`: shoelace over the chords, and the segments beside them. */
export function grooveArea(pieces: readonly GroovePiece[], outerRadius: number): number {
  const [first, last] = [pieces[0]?.from ?? [0, 0], pieces.at(-1)?.to ?? [0, 0]];
  // Clockwise from the lower edge over the floor to the upper edge, and back over the chord of the outside.
  const chords = [...pieces, { from: last, to: first }];
  const polygon =
    Math.abs(chords.reduce((sum, { from, to }) => sum + from[0] * to[1] - to[0] * from[1], 0)) / 2;
  const segments = pieces.reduce((sum, piece) => sum + segmentOf(piece), 0);
  return polygon + segments + segmentArea(outerRadius, 2 * Math.atan2(last[1], last[0]));
}

/** Every arc of a groove bulges out of the polygon. */
function segmentOf({ from, to, arc }: GroovePiece): number {
  if (arc === undefined) return 0;
  const chord = Math.hypot(to[0] - from[0], to[1] - from[1]);
  return segmentArea(arc.radius, 2 * Math.asin(Math.min(1, chord / (2 * arc.radius))));
}

function segmentArea(radius: number, angle: number): number {
  return (radius ** 2 / 2) * (angle - Math.sin(angle));
}
