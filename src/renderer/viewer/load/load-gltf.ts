// glTF 2.0: metres and Y up become millimetres and Z up.
import { Matrix4 } from 'three';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import type { ModelMesh } from '../../../cad/mesh/part-mesh.ts';
import { modelFromObject } from './from-object.ts';

const toMm = new Matrix4().makeScale(1000, 1000, 1000).multiply(new Matrix4().makeRotationX(Math.PI / 2));

export async function loadGltf(bytes: ArrayBuffer, name: string): Promise<ModelMesh> {
  const { scene } = await new GLTFLoader().parseAsync(bytes, '');
  return modelFromObject(scene, { format: 'gltf', name, toMm, remarks: [] });
}
