// STL, ASCII and binary; it carries no unit, so millimetres are assumed and said.
import { BufferAttribute, BufferGeometry, Matrix4, Mesh } from 'three';
import { STLLoader } from 'three/addons/loaders/STLLoader.js';
import type { ModelMesh } from '../../../cad/mesh/part-mesh.ts';
import { modelFromObject } from './from-object.ts';

const remarks = ['STL carries no unit: millimetres are assumed.'];
const headBytes = 84;
const triangleBytes = 50;

export function loadStl(bytes: ArrayBuffer, name: string): ModelMesh {
  const geometry = readBinary(bytes) ?? new STLLoader().parse(bytes);
  // Those of the facets only, if any: smooth ones are made from the shape.
  geometry.deleteAttribute('normal');
  return modelFromObject(new Mesh(geometry), { format: 'stl', name, toMm: new Matrix4(), remarks });
}

/** Binary STL (3D Systems, 1989), told by its length alone: such files may begin with `solid` too. Null for others. */
function readBinary(bytes: ArrayBuffer): BufferGeometry | null {
  if (bytes.byteLength < headBytes) return null;
  const view = new DataView(bytes);
  const triangles = view.getUint32(80, true);
  if (triangles === 0 || bytes.byteLength !== headBytes + triangles * triangleBytes) return null;
  const positions = new Float32Array(triangles * 9);
  for (let triangle = 0; triangle < triangles; triangle += 1) {
    const at = headBytes + triangle * triangleBytes + 12;
    for (let value = 0; value < 9; value += 1)
      positions[triangle * 9 + value] = view.getFloat32(at + value * 4, true);
  }
  return new BufferGeometry().setAttribute('position', new BufferAttribute(positions, 3));
}
