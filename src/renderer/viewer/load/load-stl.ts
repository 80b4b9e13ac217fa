// STL, ASCII and binary; it carries no unit, so millimetres are assumed and said.
import { Matrix4, Mesh } from 'three';
import { STLLoader } from 'three/addons/loaders/STLLoader.js';
import type { ModelMesh } from '../../../cad/mesh/part-mesh.ts';
import { modelFromObject } from './from-object.ts';

const remarks = ['STL carries no unit: millimetres are assumed.'];

export function loadStl(bytes: ArrayBuffer, name: string): ModelMesh {
  const geometry = new STLLoader().parse(bytes);
  return modelFromObject(new Mesh(geometry), { format: 'stl', name, toMm: new Matrix4(), remarks });
}
