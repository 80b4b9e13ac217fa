// One change to a solid: the tool for it, and the kernel's step with its checks.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  drawRectangle,
  drawText,
  type EdgeFinder,
  type Face,
  type FaceFinder,
  loadFont,
  makeCylinder,
  makeVertex,
  measureDistanceBetween,
  Plane,
  type PlaneName,
  type Shape3D,
  type Solid,
  drawRoundedRectangle,
} from 'replicad';
import { Refusal } from '../../shared/std/result.ts';
import { type Operation, type OperationOf, type Side, sideFrames } from '../modify/operation.ts';
import { cutDisjoint } from './builders/holes.ts';

type Triple = [number, number, number];

/** Applies the change; the caller checks the solid that comes out. Throws a `Refusal` that names the change. */
export async function applyOperation(solid: Shape3D, operation: Operation): Promise<Shape3D> {
  switch (operation.op) {
    case 'holes':
      return cutHoles(solid, operation);
    case 'rib':
      return addRibs(solid, operation);
    case 'slot':
      return solid.cut(slotTool(solid, operation));
    case 'fillet':
      return solid.fillet(operation.sizeMm, edgesOf(solid, operation.edges));
    case 'chamfer':
      return solid.chamfer(operation.sizeMm, edgesOf(solid, operation.edges));
    case 'shell':
      return solid.shell(operation.wallMm, (face: FaceFinder) =>
        face.inPlane(...planeOf(solid, operation.side)),
      );
    case 'mirror':
      return solid.mirror(operation.plane);
    case 'engrave':
      return engrave(solid, operation);
  }
}

interface Target {
  /** Middle of the face's box, mm. */
  readonly center: Triple;
  readonly normal: Triple;
  /** From the face through the whole solid, and a millimetre more. */
  readonly through: number;
  /** Extent of the face along the model's axes, mm. */
  readonly extent: Triple;
  /** Of the face, to find it again. */
  readonly hashCode: number;
}

/** The largest flat face that looks to a side. */
function targetOf(solid: Shape3D, side: Side, said: string): Target {
  const { normal } = sideFrames[side];
  let best: Face | null = null;
  let most = 0;
  for (const face of solid.faces) {
    if (face.geomType !== 'PLANE') continue;
    const { x, y, z } = face.normalAt();
    const box = face.boundingBox;
    const size = box.width * box.height + box.height * box.depth + box.width * box.depth;
    if (x * normal[0] + y * normal[1] + z * normal[2] < 0.9999 || size <= most) continue;
    [best, most] = [face, size];
  }
  if (best === null)
    throw new Refusal('KERNEL', `"${said}": the part has no flat face that looks to the ${side}.`);
  const [low, high] = best.boundingBox.bounds;
  const mid = (axis: 0 | 1 | 2): number => (low[axis] + high[axis]) / 2;
  const all = solid.boundingBox;
  return {
    center: [mid(0), mid(1), mid(2)],
    normal: [...normal],
    extent: [high[0] - low[0], high[1] - low[1], high[2] - low[2]],
    through: all.width + all.height + all.depth + 1,
    hashCode: best.hashCode,
  };
}

function placeOn({ center }: Target, side: Side, [x, y]: readonly [number, number]): Triple {
  const { x: first, y: second } = sideFrames[side];
  const place: Triple = [...center];
  place[first] += x;
  place[second] += y;
  return place;
}

/** A cylinder from a millimetre above the face inward. */
function drill(
  from: Triple,
  { normal }: Target,
  { diameter, depth }: { diameter: number; depth: number },
): Solid {
  const start = from.map((value, axis) => value + (normal[axis] ?? 0)) as Triple;
  const inward = normal.map((value) => -value) as Triple;
  return makeCylinder(diameter / 2, depth + 1, start, inward);
}

/** Whether a hole comes nearer to an edge of its face than its own radius: what it takes is then no whole hole. */
export function meetsEdge(solid: Shape3D, { places, diameterMm, side, said }: OperationOf<'holes'>): boolean {
  const target = targetOf(solid, side, said);
  const face = solid.faces.find((one) => one.geomType === 'PLANE' && one.hashCode === target.hashCode);
  if (face === undefined) return false;
  return places.some((place) => {
    const center = makeVertex(placeOn(target, side, place));
    return face.edges.some((edge) => measureDistanceBetween(center, edge) < diameterMm / 2 + 1e-6);
  });
}

/** Between two holes, mm: tools that touch make one opening of two. */
const leastWebMm = 0.01;

/** The smallest distance between two places, mm; infinite for one. */
function nearestPlaces(places: readonly (readonly [number, number])[]): number {
  let nearest = Infinity;
  places.forEach(([x, y], index) => {
    for (const [otherX, otherY] of places.slice(index + 1))
      nearest = Math.min(nearest, Math.hypot(x - otherX, y - otherY));
  });
  return nearest;
}

/** Bores first, counterbores after: tools of one cut must not overlap, or the kernel loses material silently. */
function cutHoles(
  solid: Shape3D,
  { places, diameterMm, depthMm, side, counterbore, said }: OperationOf<'holes'>,
): Shape3D {
  const widest = Math.max(diameterMm, counterbore?.diameterMm ?? 0);
  if (nearestPlaces(places) < widest + leastWebMm)
    throw new Refusal('KERNEL', `"${said}": holes of Ø${widest} mm so near run into each other.`);
  const target = targetOf(solid, side, said);
  const tools = (diameter: number, depth: number): Solid[] =>
    places.map((place) => drill(placeOn(target, side, place), target, { diameter, depth }));
  const bored = cutDisjoint(solid, tools(diameterMm, depthMm ?? target.through));
  return counterbore === null
    ? bored
    : cutDisjoint(bored, tools(counterbore.diameterMm, counterbore.depthMm));
}

/** The plane of a side's face: its x runs along the model's own axis. */
function planeAt(target: Target, side: Side, at: Triple): Plane {
  const along: Triple = [0, 0, 0];
  along[sideFrames[side].x] = 1;
  return new Plane(at, along, target.normal);
}

function slotTool(
  solid: Shape3D,
  { lengthMm, widthMm, place, depthMm, side, said }: OperationOf<'slot'>,
): Shape3D {
  const target = targetOf(solid, side, said);
  const above = placeOn(target, side, place).map(
    (value, axis) => value + (target.normal[axis] ?? 0),
  ) as Triple;
  return drawRoundedRectangle(lengthMm, widthMm, widthMm / 2)
    .sketchOnPlane(planeAt(target, side, above))
    .extrude(-(depthMm ?? target.through) - 1) as Shape3D;
}

/** Each rib stands on the plane of the face: nothing overlaps, so what it adds is its own volume where the face carries it. */
function addRibs(
  solid: Shape3D,
  { thicknessMm, heightMm, lengthMm, along, places, side, said }: OperationOf<'rib'>,
): Shape3D {
  const target = targetOf(solid, side, said);
  const { x, y } = sideFrames[side];
  const long = lengthMm ?? target.extent[along === 'x' ? x : y];
  const [width, depth] = along === 'x' ? [long, thicknessMm] : [thicknessMm, long];
  let ribbed = solid;
  for (const place of places) {
    const rib = drawRectangle(width, depth)
      .sketchOnPlane(planeAt(target, side, placeOn(target, side, place)))
      .extrude(heightMm) as Shape3D;
    ribbed = ribbed.fuse(rib);
  }
  return ribbed;
}

function edgesOf(solid: Shape3D, which: OperationOf<'fillet'>['edges']) {
  if (which === 'all') return undefined;
  if (which === 'vertical') return (edge: EdgeFinder) => edge.inDirection('Z');
  const [low, high] = solid.boundingBox.bounds;
  return (edge: EdgeFinder) => edge.inPlane('XY', which === 'top' ? high[2] : low[2]);
}

function planeOf(solid: Shape3D, side: Side): [PlaneName, number] {
  const [low, high] = solid.boundingBox.bounds;
  const { normal } = sideFrames[side];
  const axis = normal.findIndex((value) => value !== 0);
  const plane = (['YZ', 'XZ', 'XY'] as const)[axis] ?? 'XY';
  const at = (normal[axis] ?? 0) > 0 ? (high[axis] ?? 0) : (low[axis] ?? 0);
  // The plane XZ looks along −Y.
  return [plane, plane === 'XZ' ? -at : at];
}

const packages = createRequire(import.meta.url);
let fontLoading: Promise<unknown> | null = null;

async function engrave(
  solid: Shape3D,
  { text, heightMm, depthMm, side, said }: OperationOf<'engrave'>,
): Promise<Shape3D> {
  fontLoading ??= loadFont(fontBytes());
  await fontLoading;
  const target = targetOf(solid, side, said);
  const letters = drawText(text, { fontSize: heightMm / capHeight });
  const { center } = letters.boundingBox;
  const above = target.center.map((value, axis) => value + (target.normal[axis] ?? 0)) as Triple;
  const tool = letters
    .translate(-center[0], -center[1])
    .sketchOnPlane(planeAt(target, side, above))
    .extrude(-depthMm - 1) as Shape3D;
  return solid.cut(tool);
}

/** Height of a capital over the size of the font: DejaVu Sans, 1493 of 2048 units. */
const capHeight = 1493 / 2048;

function fontBytes(): ArrayBuffer {
  const folder = dirname(packages.resolve('dejavu-fonts-ttf/package.json'));
  const bytes = readFileSync(join(folder, 'ttf/DejaVuSans.ttf'));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}
