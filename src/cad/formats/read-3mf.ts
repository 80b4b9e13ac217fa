// 3MF as triangles: every item of the build, in millimetres. Nothing of the package is ever written to a disk.
import { strFromU8, unzipSync } from 'fflate';
import { meshFault, mostTriangles, type Triangles } from './mesh-of.ts';

/** A model part unpacked: two million triangles in words are below this. */
const mostModelBytes = 256 * 1024 * 1024;
const mostParts = 1000;
const mostDepth = 16;
const unitMm: Readonly<Record<string, number>> = {
  micron: 0.001,
  millimeter: 1,
  centimeter: 10,
  inch: 25.4,
  foot: 304.8,
  meter: 1000,
};

/** Twelve numbers, row by row: a point as a row times the first three, plus the last (3MF Core 1.3, 3.3). */
type Transform = readonly number[];
const identity: Transform = [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0];

interface Item {
  readonly object: string;
  readonly transform: Transform;
}
interface ModelObject {
  readonly name: string;
  readonly positions: number[];
  readonly indices: number[];
  readonly components: Item[];
}
interface Model {
  readonly scale: number;
  readonly objects: Map<string, ModelObject>;
  readonly items: Item[];
}

/** Reads the model part of the package (3MF Consortium, Core Specification 1.3); a `Refusal` for one that is too large unpacked. */
export function read3mf(bytes: Uint8Array, name: string): Triangles[] {
  const model = readModel(modelText(bytes, name));
  const bodies: Triangles[] = [];
  let left = mostTriangles;
  const place = ({ object: id, transform }: Item, depth: number): void => {
    const object = model.objects.get(id);
    if (object === undefined) throw meshFault(name, '3MF', 'it names an object that is not there');
    left -= object.indices.length / 3 + 1;
    if (depth > mostDepth || bodies.length > mostParts || left < 0)
      throw meshFault(name, '3MF', 'its objects stand in one another without end, or are too many');
    if (object.indices.length > 0) bodies.push(bodyOf(object, transform, model.scale));
    for (const component of object.components)
      place({ object: component.object, transform: times(component.transform, transform) }, depth + 1);
  };
  for (const item of model.items) place(item, 0);
  return bodies;
}

function modelText(bytes: Uint8Array, name: string): string {
  let isTooLarge = false;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name: part, originalSize }) => {
        if (!/^\/?3D\/[^/\\]+\.model$/i.test(part)) return false;
        isTooLarge ||= originalSize > mostModelBytes;
        return !isTooLarge;
      },
    });
    const [model] = Object.values(files);
    if (!isTooLarge && model !== undefined) return strFromU8(model);
  } catch {
    // Told below.
  }
  throw meshFault(
    name,
    '3MF',
    isTooLarge ? 'its model is too large when it is unpacked' : 'or it is damaged',
  );
}

/** Walks through the tags in order: the format has no meaning in text between them. */
function readModel(xml: string): Model {
  const objects = new Map<string, ModelObject>();
  const items: Item[] = [];
  let scale = 1;
  let current: ModelObject | null = null;
  for (const [, tag = '', attributes = ''] of xml.matchAll(
    /<(?:\w+:)?(\w+)((?:\s+[\w:]+\s*=\s*"[^"<]*")*)\s*\/?>/g,
  )) {
    const get = (key: string): string =>
      new RegExp(`(?:^|\\s)${key}\\s*=\\s*"([^"]*)"`).exec(attributes)?.[1] ?? '';
    const number = (key: string): number => (get(key) === '' ? Number.NaN : Number(get(key)));
    if (tag === 'model') scale = unitMm[get('unit') || 'millimeter'] ?? 1;
    else if (tag === 'object')
      objects.set(get('id'), (current = { name: get('name'), positions: [], indices: [], components: [] }));
    else if (tag === 'vertex') current?.positions.push(number('x'), number('y'), number('z'));
    else if (tag === 'triangle') current?.indices.push(number('v1'), number('v2'), number('v3'));
    else if (tag === 'component' || tag === 'item') {
      const into = tag === 'item' ? items : current?.components;
      into?.push({ object: get('objectid'), transform: transformOf(get('transform')) });
    }
  }
  return { scale, objects, items };
}

function transformOf(text: string): Transform {
  const numbers = text.trim().split(/\s+/).map(Number);
  return numbers.length === 12 ? numbers : identity;
}

/** First `a`, then `b`. */
function times(a: Transform, b: Transform): Transform {
  const at = (matrix: Transform, row: number, column: number): number => matrix[row * 3 + column] ?? 0;
  return [0, 1, 2, 3].flatMap((row) =>
    [0, 1, 2].map(
      (column) =>
        [0, 1, 2].reduce((sum, k) => sum + at(a, row, k) * at(b, k, column), 0) +
        (row === 3 ? at(b, 3, column) : 0),
    ),
  );
}

function bodyOf({ name, positions, indices }: ModelObject, transform: Transform, scale: number): Triangles {
  const placed = new Float32Array(positions.length);
  for (let at = 0; at < positions.length; at += 3) {
    for (let axis = 0; axis < 3; axis += 1) {
      const sum = [0, 1, 2].reduce(
        (total, row) => total + (positions[at + row] ?? 0) * (transform[row * 3 + axis] ?? 0),
        transform[9 + axis] ?? 0,
      );
      placed[at + axis] = sum * scale;
    }
  }
  const corners = Uint32Array.from(indices, (index) =>
    Number.isInteger(index) && index >= 0 ? index : 0xffff_ffff,
  );
  return { name: name || 'part', positions: placed, indices: corners };
}
