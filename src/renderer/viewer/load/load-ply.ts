// PLY meshes; point clouds have no faces and are refused. It carries no unit: millimetres are assumed and said.
import { Matrix4, Mesh } from 'three';
import { PLYLoader } from 'three/addons/loaders/PLYLoader.js';
import type { ModelMesh } from '../../../cad/mesh/part-mesh.ts';
import { modelFromObject } from './from-object.ts';

const remarks = ['PLY carries no unit: millimetres are assumed.'];

export function loadPly(bytes: ArrayBuffer, name: string): ModelMesh {
  const geometry = new PLYLoader().parse(bytes);
  if (geometry.getIndex() === null) throw new Error('it is a point cloud without faces');
  return modelFromObject(new Mesh(geometry), { format: 'ply', name, toMm: new Matrix4(), remarks });
}
