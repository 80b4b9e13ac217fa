// Stanford PLY as triangles: ASCII and both binary forms, polygons as fans. No unit: millimetres, Z up.
import { meshFault, mostTriangles, type Triangles } from './mesh-of.ts';

interface Property {
  readonly name: string;
  readonly type: string;
  /** Of a list, the type of its length. */
  readonly countType: string | null;
}
interface Element {
  readonly name: string;
  readonly count: number;
  readonly properties: readonly Property[];
}
type ReadNumber = (type: string) => number;

const byteSizes: Readonly<Record<string, number>> = {
  char: 1,
  uchar: 1,
  int8: 1,
  uint8: 1,
  short: 2,
  ushort: 2,
  int16: 2,
  uint16: 2,
  int: 4,
  uint: 4,
  int32: 4,
  uint32: 4,
  float: 4,
  float32: 4,
  double: 8,
  float64: 8,
};

/** Reads vertices and faces (G. Turk, The PLY Polygon File Format, 1994). */
export function readPly(bytes: Uint8Array, name: string): Triangles[] {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 65_536));
  const end = /end_header\r?\n/.exec(head);
  const [, form] =
    /^ply\r?\n(?:comment[^\n]*\n|obj_info[^\n]*\n)*format (ascii|binary_little_endian|binary_big_endian) 1\.0/.exec(
      head,
    ) ?? [];
  if (end === null || form === undefined) throw meshFault(name, 'PLY');
  const elements = elementsOf(head.slice(0, end.index));
  const body = bytes.subarray(end.index + end[0].length);
  // Each value takes at least one byte: counts beyond that are lies.
  if (
    elements.some(({ count, properties }) => !(count * Math.max(1, properties.length) <= 2 * body.length + 2))
  )
    throw meshFault(name, 'PLY', 'it is shorter than it says');
  const read = form === 'ascii' ? asciiReader(body) : binaryReader(body, form === 'binary_little_endian');
  const positions: number[] = [];
  const indices: number[] = [];
  for (const element of elements) {
    for (let row = 0; row < element.count; row += 1) readRow(element, read, { positions, indices });
    if (indices.length / 3 > mostTriangles)
      throw meshFault(name, 'PLY', `it has more than ${mostTriangles} triangles`);
  }
  if (indices.length === 0 || ![...indices.slice(0, 3), positions[0]].every(Number.isFinite))
    throw meshFault(name, 'PLY', 'it has no triangles');
  return [
    {
      name: name.replace(/\.ply$/i, ''),
      positions: Float32Array.from(positions),
      indices: Uint32Array.from(indices),
    },
  ];
}

function elementsOf(head: string): Element[] {
  const elements: { name: string; count: number; properties: Property[] }[] = [];
  for (const line of head.split('\n')) {
    const words = line.trim().split(/\s+/);
    if (words[0] === 'element')
      elements.push({ name: words[1] ?? '', count: Number(words[2]), properties: [] });
    if (words[0] !== 'property') continue;
    const isList = words[1] === 'list';
    elements.at(-1)?.properties.push({
      name: words.at(-1) ?? '',
      type: (isList ? words[3] : words[1]) ?? '',
      countType: isList ? (words[2] ?? '') : null,
    });
  }
  return elements;
}

interface Into {
  readonly positions: number[];
  readonly indices: number[];
}

function readRow({ name, properties }: Element, read: ReadNumber, { positions, indices }: Into): void {
  const point: Record<string, number> = {};
  for (const { name: property, type, countType } of properties) {
    if (countType === null) {
      point[property] = read(type);
      continue;
    }
    const count = read(countType);
    if (!(count >= 0 && count < 10_000)) return;
    const corners = Array.from({ length: count }, () => read(type));
    if (name !== 'face' || !property.startsWith('vertex_ind')) continue;
    for (let at = 2; at < corners.length; at += 1)
      indices.push(corners[0] ?? -1, corners[at - 1] ?? -1, corners[at] ?? -1);
  }
  if (name === 'vertex')
    positions.push(point['x'] ?? Number.NaN, point['y'] ?? Number.NaN, point['z'] ?? Number.NaN);
}

/** NaN behind the end. */
function asciiReader(body: Uint8Array): ReadNumber {
  const words = new TextDecoder('latin1').decode(body).trim().split(/\s+/);
  let at = 0;
  return () => Number(words[at++] ?? Number.NaN);
}

function binaryReader(body: Uint8Array, isLittle: boolean): ReadNumber {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  let at = 0;
  return (type) => {
    const size = byteSizes[type] ?? 0;
    if (size === 0 || at + size > view.byteLength) return Number.NaN;
    const here = at;
    at += size;
    if (size === 4 && type.startsWith('float')) return view.getFloat32(here, isLittle);
    if (size === 8) return view.getFloat64(here, isLittle);
    if (type.startsWith('u'))
      return size === 1
        ? view.getUint8(here)
        : size === 2
          ? view.getUint16(here, isLittle)
          : view.getUint32(here, isLittle);
    return size === 1
      ? view.getInt8(here)
      : size === 2
        ? view.getInt16(here, isLittle)
        : view.getInt32(here, isLittle);
  };
}
