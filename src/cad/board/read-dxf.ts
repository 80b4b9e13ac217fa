// Board outlines as DXF: lines, arcs, circles and polylines of the ENTITIES section (Autodesk, DXF Reference).
import { arcBounds, type BoardDrawing, fault, type Point, type Round } from './board.ts';

type Pair = readonly [code: number, value: string];
interface Entity {
  readonly type: string;
  readonly pairs: readonly Pair[];
}

/** Millimetres per unit of $INSUNITS. */
const unitMm: Readonly<Record<string, number>> = {
  1: 25.4,
  2: 304.8,
  4: 1,
  5: 10,
  6: 1000,
  9: 0.0254,
  13: 0.001,
};
const outlineLayer = /edge|outline|board|contour|profile|dimension/i;

/** Reads the drawing in mm; a `Refusal` when the text is no DXF. */
export function readDxf(text: string, name: string): BoardDrawing {
  const pairs = pairsOf(text);
  const start = pairs.findIndex(([code, value]) => code === 2 && value === 'ENTITIES');
  if (start === -1) throw fault(name, 'is no readable ASCII DXF file, or it is damaged');
  const end = pairs.findIndex(([code, value], at) => at > start && code === 0 && value === 'ENDSEC');
  const entities = split(pairs.slice(start + 1, end === -1 ? undefined : end));
  const known = unitMm[headerUnit(pairs)];
  const scale = known ?? 1;
  const layered = entities.filter((entity) => outlineLayer.test(valueOf(entity, 8)));
  const outline = boundsOf(layered.length > 0 ? layered : entities);
  const unread = [...new Set(entities.map(({ type }) => type))].filter((type) =>
    /SPLINE|INSERT|ELLIPSE/.test(type),
  );
  return {
    outline: outline.map(([x, y]): Point => [x * scale, y * scale]),
    rounds: entities.flatMap((entity) => roundOf(entity, scale)),
    remarks: [
      ...(known === undefined ? ['the DXF names no unit: millimetres were taken'] : []),
      ...(unread.length > 0 ? [`its ${unread.join(', ')} entities were not read`] : []),
    ],
  };
}

function pairsOf(text: string): Pair[] {
  const lines = text.split(/\r?\n/);
  const pairs: Pair[] = [];
  for (let at = 0; at + 1 < lines.length; at += 2)
    pairs.push([Number(lines[at]?.trim() || Number.NaN), lines[at + 1]?.trim() ?? '']);
  return pairs;
}

function headerUnit(pairs: readonly Pair[]): string {
  const at = pairs.findIndex(([code, value]) => code === 9 && value === '$INSUNITS');
  return pairs[at + 1]?.[1] ?? '';
}

/** Vertices belong to the polyline before them. */
function split(pairs: readonly Pair[]): Entity[] {
  const entities: { type: string; pairs: Pair[] }[] = [];
  for (const pair of pairs) {
    const [code, value] = pair;
    if (code === 0 && value !== 'VERTEX') entities.push({ type: value, pairs: [] });
    else entities.at(-1)?.pairs.push(pair);
  }
  return entities;
}

function valueOf({ pairs }: Entity, code: number): string {
  return pairs.find(([one]) => one === code)?.[1] ?? '';
}

function numberOf(entity: Entity, code: number): number {
  const text = valueOf(entity, code);
  return text === '' ? 0 : Number(text);
}

function boundsOf(entities: readonly Entity[]): Point[] {
  return entities.flatMap((entity): Point[] => {
    const at = (code: number): Point => [numberOf(entity, code), numberOf(entity, code + 10)];
    const degree = Math.PI / 180;
    switch (entity.type) {
      case 'LINE':
        return [at(10), at(11)];
      case 'CIRCLE':
        return arcBounds(at(10), numberOf(entity, 40), { from: 0, sweep: 2 * Math.PI });
      case 'ARC': {
        const [from, to] = [numberOf(entity, 50), numberOf(entity, 51)];
        const sweep = (((to - from) % 360) + 360) % 360;
        return arcBounds(at(10), numberOf(entity, 40), { from: from * degree, sweep: sweep * degree });
      }
      case 'LWPOLYLINE':
      case 'POLYLINE':
        return polylineBounds(entity);
      default:
        return [];
    }
  });
}

interface Vertex {
  readonly at: Point;
  /** Tangent of a quarter of the angle of the arc to the next vertex. */
  readonly bulge: number;
}

function polylineBounds(entity: Entity): Point[] {
  const vertices: Vertex[] = [];
  for (const [code, value] of entity.pairs) {
    const last = vertices.at(-1);
    if (code === 10) vertices.push({ at: [Number(value), 0], bulge: 0 });
    else if (last === undefined) continue;
    else if (code === 20) vertices[vertices.length - 1] = { ...last, at: [last.at[0], Number(value)] };
    else if (code === 42) vertices[vertices.length - 1] = { ...last, bulge: Number(value) };
  }
  // The first point of an old polyline is a dummy at the origin.
  const own = entity.type === 'POLYLINE' ? vertices.slice(1) : vertices;
  const isClosed = (numberOf(entity, 70) & 1) === 1;
  return own.flatMap((vertex, index) => {
    const next = own[index + 1] ?? (isClosed ? own[0] : undefined);
    if (next === undefined || vertex.bulge === 0) return [vertex.at];
    return [vertex.at, ...bulgeBounds(vertex.at, next.at, vertex.bulge)];
  });
}

function bulgeBounds([ax, ay]: Point, [bx, by]: Point, bulge: number): Point[] {
  const sweep = 4 * Math.atan(bulge);
  const chord = Math.hypot(bx - ax, by - ay);
  if (chord === 0) return [];
  const radius = chord / (2 * Math.sin(sweep / 2));
  const height = radius * Math.cos(sweep / 2);
  const center: Point = [
    (ax + bx) / 2 - (height * (by - ay)) / chord,
    (ay + by) / 2 + (height * (bx - ax)) / chord,
  ];
  return arcBounds(center, Math.abs(radius), { from: Math.atan2(ay - center[1], ax - center[0]), sweep });
}

function roundOf(entity: Entity, scale: number): Round[] {
  if (entity.type !== 'CIRCLE') return [];
  const at: Point = [numberOf(entity, 10) * scale, numberOf(entity, 20) * scale];
  return [{ at, diameterMm: 2 * numberOf(entity, 40) * scale }];
}
