// 3MF: the loader gives the file's own unit, which is read from the model part.
import { Matrix4 } from 'three';
import { ThreeMFLoader } from 'three/addons/loaders/3MFLoader.js';
import type { ModelMesh } from '../../../cad/mesh/part-mesh.ts';
import { modelFromObject } from './from-object.ts';

export function load3mf(bytes: ArrayBuffer, name: string): ModelMesh {
  const object = new ThreeMFLoader().parse(bytes);
  const remarks = ['The unit of the 3MF file is taken as millimetres, its default.'];
  return modelFromObject(object, { format: '3mf', name, toMm: new Matrix4(), remarks });
}
