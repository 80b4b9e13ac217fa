// Part meshes as GLB (glTF 2.0): metres, Y up, one mesh per part, its colour or ours.
import { Document, NodeIO } from '@gltf-transform/core';
import type { PartMesh } from '../mesh/part-mesh.ts';

/** The colour of parts that have none: a matt grey-blue. */
const plainColor = [0.42, 0.48, 0.56] as const;

/** Writes GLB. Our millimetres with Z up become metres with Y up, as glTF demands (3.3, Coordinate System and Units). */
export async function writeGlb(parts: readonly PartMesh[]): Promise<Uint8Array> {
  const document = new Document();
  const buffer = document.createBuffer();
  const scene = document.createScene(parts[0]?.name ?? '');
  const vectors = (array: Float32Array<ArrayBuffer>) =>
    document.createAccessor().setType('VEC3').setArray(array).setBuffer(buffer);
  for (const part of parts) {
    const [red, green, blue] = part.color ?? plainColor;
    const material = document
      .createMaterial(part.name)
      .setBaseColorFactor([red, green, blue, 1])
      .setMetallicFactor(0)
      .setRoughnessFactor(0.75);
    const indices = document.createAccessor().setType('SCALAR').setArray(new Uint32Array(part.indices));
    const primitive = document
      .createPrimitive()
      .setAttribute('POSITION', vectors(turn(part.positions, 0.001)))
      .setAttribute('NORMAL', vectors(turn(part.normals, 1)))
      .setIndices(indices.setBuffer(buffer))
      .setMaterial(material);
    const mesh = document.createMesh(part.name).addPrimitive(primitive);
    scene.addChild(document.createNode(part.name).setMesh(mesh));
  }
  return new NodeIO().writeBinary(document);
}

function turn(triples: Float32Array, scale: number): Float32Array<ArrayBuffer> {
  const turned = new Float32Array(triples.length);
  for (let at = 0; at < triples.length; at += 3) {
    turned[at] = (triples[at] ?? 0) * scale;
    turned[at + 1] = (triples[at + 2] ?? 0) * scale;
    turned[at + 2] = -(triples[at + 1] ?? 0) * scale;
  }
  return turned;
}
