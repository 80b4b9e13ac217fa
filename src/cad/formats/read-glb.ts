// GLB as triangles: every mesh where its node stands. glTF is metres with Y up; we are millimetres with Z up.
import { type Document, type mat4, NodeIO, type Primitive } from '@gltf-transform/core';
import { z } from 'zod';
import { meshFault, mostTriangles, type Triangles } from './mesh-of.ts';

/** A triangle list (glTF 2.0, 3.7.2.1). */
const triangleMode = 4;

/** Reads the triangles of all scenes; compressed meshes and other primitives are refused. */
export async function readGlb(bytes: Uint8Array, name: string): Promise<Triangles[]> {
  refuseLies(bytes, name);
  const document = await open(bytes, name);
  const bodies: Triangles[] = [];
  let triangles = 0;
  for (const node of document.getRoot().listNodes()) {
    const mesh = node.getMesh();
    for (const primitive of mesh?.listPrimitives() ?? []) {
      const body = bodyOf(primitive, node.getWorldMatrix(), node.getName() || mesh?.getName() || name);
      if (body === null) throw meshFault(name, 'GLB', 'it has lines, strips or meshes without corners');
      triangles += body.indices.length / 3;
      if (triangles > mostTriangles)
        throw meshFault(name, 'GLB', `it has more than ${mostTriangles} triangles`);
      bodies.push(body);
    }
  }
  return bodies;
}

/** What the head of the file says must be there, before anything is made as large as it says (glTF 2.0, 4.4). */
function refuseLies(bytes: Uint8Array, name: string): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isWhole =
    bytes.length >= 20 && view.getUint32(0, true) === magic && view.getUint32(8, true) <= bytes.length;
  const jsonBytes = isWhole ? view.getUint32(12, true) : 0;
  if (!isWhole || 20 + jsonBytes > bytes.length) throw meshFault(name, 'GLB');
  const head = headSchema.safeParse(parseJson(new TextDecoder().decode(bytes.subarray(20, 20 + jsonBytes))));
  if (!head.success) throw meshFault(name, 'GLB');
  const count = head.data.accessors.reduce((sum, accessor) => sum + accessor.count, 0);
  if (count > mostValues) throw meshFault(name, 'GLB', `it says it has ${count} values`);
  if (head.data.buffers.some(({ uri }) => uri !== undefined))
    throw meshFault(name, 'GLB', 'it names other files');
}

const magic = 0x46_54_6c_67;
const mostValues = 8 * mostTriangles;
const headSchema = z.looseObject({
  accessors: z.array(z.looseObject({ count: z.number().int().nonnegative() })).default([]),
  buffers: z.array(z.looseObject({ uri: z.string().optional() })).default([]),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function open(bytes: Uint8Array, name: string): Promise<Document> {
  try {
    return await new NodeIO().readBinary(bytes);
  } catch (error) {
    const needs = /extension[^"]*"([\w]+)"/i.exec(error instanceof Error ? error.message : '')?.[1];
    throw meshFault(
      name,
      'GLB',
      needs === undefined ? 'or it is damaged' : `it needs ${needs}, which is not read here`,
    );
  }
}

function bodyOf(primitive: Primitive, matrix: mat4, name: string): Triangles | null {
  const points = primitive.getAttribute('POSITION');
  if (points === null || primitive.getMode() !== triangleMode) return null;
  const count = points.getCount();
  const positions = new Float32Array(count * 3);
  for (let index = 0; index < count; index += 1) {
    const [x = Number.NaN, y = Number.NaN, z = Number.NaN] = points.getElement(index, []);
    const [u, v, w] = [0, 1, 2].map(
      (row) =>
        (matrix[row] ?? 0) * x +
        (matrix[4 + row] ?? 0) * y +
        (matrix[8 + row] ?? 0) * z +
        (matrix[12 + row] ?? 0),
    ) as [number, number, number];
    positions.set([u * 1000, -w * 1000, v * 1000], index * 3);
  }
  const indices = primitive.getIndices();
  const [red, green, blue] = primitive.getMaterial()?.getBaseColorFactor() ?? [];
  return {
    name,
    color: red === undefined || green === undefined || blue === undefined ? null : [red, green, blue],
    positions,
    indices: Uint32Array.from(
      { length: indices?.getCount() ?? count },
      (_, index) => indices?.getScalar(index) ?? index,
    ),
  };
}
