// Our mesh format as bytes: a JSON head, then typed arrays on 4-byte boundaries. No Node, no DOM.
import { z } from 'zod';
import { Refusal } from '../../shared/std/result.ts';
import {
  boxSchema,
  edgeInfoSchema,
  faceInfoSchema,
  type ModelMesh,
  type PartMesh,
  solidPropertiesSchema,
  type TreeNode,
} from './part-mesh.ts';

/** "PFM1", little-endian: format and version in one. */
const magic = 0x314d4650;
const headBytes = 8;

const treeSchema: z.ZodType<TreeNode> = z.lazy(() =>
  z.object({ name: z.string(), part: z.number().int().nullable(), children: z.array(treeSchema) }),
);
const spanSchema = z.object({ at: z.number().int().nonnegative(), length: z.number().int().nonnegative() });
const headSchema = z.object({
  format: z.string(),
  tree: treeSchema,
  box: boxSchema,
  properties: solidPropertiesSchema.nullable(),
  remarks: z.array(z.string()),
  parts: z.array(
    z.object({
      name: z.string(),
      color: z.tuple([z.number(), z.number(), z.number()]).nullable(),
      faces: z.array(faceInfoSchema),
      edges: z.array(edgeInfoSchema),
      positions: spanSchema,
      normals: spanSchema,
      indices: spanSchema,
      edgePositions: spanSchema,
    }),
  ),
});
type Head = z.infer<typeof headSchema>;
type Span = z.infer<typeof spanSchema>;
const arrayNames = ['positions', 'normals', 'indices', 'edgePositions'] as const;

/** Writes a model as bytes. */
export function encodeModelMesh(model: ModelMesh): Uint8Array {
  const arrays: (Float32Array | Uint32Array)[] = [];
  let at = 0;
  const place = (array: Float32Array | Uint32Array): Span => {
    arrays.push(array);
    const span = { at, length: array.length };
    at += array.length;
    return span;
  };
  const head: Head = {
    format: model.format,
    tree: model.tree,
    box: model.box,
    properties: model.properties,
    remarks: [...model.remarks],
    parts: model.parts.map((part) => ({
      name: part.name,
      color: part.color === null ? null : [...part.color],
      faces: [...part.faces],
      edges: [...part.edges],
      positions: place(part.positions),
      normals: place(part.normals),
      indices: place(part.indices),
      edgePositions: place(part.edgePositions),
    })),
  };
  const json = new TextEncoder().encode(JSON.stringify(head));
  const start = headBytes + Math.ceil(json.length / 4) * 4;
  const bytes = new Uint8Array(start + at * 4);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint32(4, json.length, true);
  bytes.set(json, headBytes);
  let offset = start;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
    offset += array.byteLength;
  }
  return bytes;
}

/** Reads a model from bytes; throws a `Refusal` when they are no whole, consistent model. */
export function decodeModelMesh(bytes: Uint8Array): ModelMesh {
  const { head, start } = readHead(bytes);
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = (aligned.byteLength - start) / 4;
  const parts = head.parts.map((part): PartMesh => {
    for (const name of arrayNames) {
      if (part[name].at + part[name].length > words) throw broken(`${name} of ${part.name} is cut off`);
    }
    const floats = (span: Span): Float32Array =>
      new Float32Array(aligned.buffer, aligned.byteOffset + start + span.at * 4, span.length);
    const { at, length } = part.indices;
    return checkPart({
      name: part.name,
      color: part.color,
      faces: part.faces,
      edges: part.edges,
      positions: floats(part.positions),
      normals: floats(part.normals),
      indices: new Uint32Array(aligned.buffer, aligned.byteOffset + start + at * 4, length),
      edgePositions: floats(part.edgePositions),
    });
  });
  checkTree(head.tree, parts.length);
  const { format, tree, box, properties, remarks } = head;
  return { format, tree, box, properties, remarks, parts };
}

function readHead(bytes: Uint8Array): { head: Head; start: number } {
  if (bytes.byteLength < headBytes) throw broken('it is shorter than its head');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== magic) throw broken('it does not begin as one');
  const length = view.getUint32(4, true);
  if (headBytes + length > bytes.byteLength) throw broken('its head is cut off');
  const start = headBytes + Math.ceil(length / 4) * 4;
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(headBytes, headBytes + length)));
    return { head: headSchema.parse(json), start };
  } catch {
    throw broken('its head cannot be read');
  }
}

function checkPart(part: PartMesh): PartMesh {
  const vertices = part.positions.length / 3;
  const triangles = part.indices.length / 3;
  const segments = part.edgePositions.length / 6;
  if (![vertices, triangles, segments].every(Number.isInteger)) throw broken(`${part.name} has odd lengths`);
  if (part.normals.length !== part.positions.length) throw broken(`${part.name} lacks normals`);
  if (part.indices.some((index) => index >= vertices))
    throw broken(`${part.name} names points that are not there`);
  if (!part.positions.every(Number.isFinite)) throw broken(`${part.name} has points without a place`);
  if (part.faces.some(({ first, count }) => first + count > triangles))
    throw broken(`faces of ${part.name} overrun`);
  if (part.edges.some(({ first, count }) => first + count > segments))
    throw broken(`edges of ${part.name} overrun`);
  return part;
}

function checkTree(node: TreeNode, parts: number): void {
  if (node.part !== null && (node.part < 0 || node.part >= parts))
    throw broken('its tree names a part that is not there');
  for (const child of node.children) checkTree(child, parts);
}

function broken(why: string): Refusal {
  return new Refusal(
    'MESH_FILE',
    `The prepared model cannot be shown: ${why}. Open it again to prepare it anew.`,
  );
}
