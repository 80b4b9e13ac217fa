// Wavefront OBJ; it carries no unit: millimetres are assumed and said.
import { Matrix4 } from 'three';
import { OBJLoader } from 'three/addons/loaders/OBJLoader.js';
import type { ModelMesh } from '../../../cad/mesh/part-mesh.ts';
import { modelFromObject } from './from-object.ts';

const remarks = ['OBJ carries no unit: millimetres are assumed.'];

export function loadObj(bytes: ArrayBuffer, name: string): ModelMesh {
  const object = new OBJLoader().parse(new TextDecoder().decode(bytes));
  return modelFromObject(object, { format: 'obj', name, toMm: new Matrix4(), remarks });
}
