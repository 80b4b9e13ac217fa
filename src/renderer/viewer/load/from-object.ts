// A loaded three.js object as our model: one part per mesh, placed, with edges where the surface turns sharply.
import {
  type BufferAttribute,
  BufferGeometry,
  Color,
  EdgesGeometry,
  type InterleavedBufferAttribute,
  InstancedMesh,
  SRGBColorSpace,
  Float32BufferAttribute,
  Matrix4,
  Mesh,
  type Object3D,
} from 'three';
import { mergeVertices } from 'three/addons/utils/BufferGeometryUtils.js';
import type { Box, ModelMesh, PartMesh, SolidProperties, TreeNode } from '../../../cad/mesh/part-mesh.ts';
import { meshProperties, sumProperties } from '../model/mesh-properties.ts';

/** Edges are drawn where neighbouring facets turn by more than this, degrees. */
const creaseDegrees = 25;

export interface Conversion {
  readonly format: string;
  readonly name: string;
  /** Turns the file's axes and unit into millimetres with Z up. */
  readonly toMm: Matrix4;
  readonly remarks: readonly string[];
}

/** Converts every mesh below `root`. */
export function modelFromObject(root: Object3D, { format, name, toMm, remarks }: Conversion): ModelMesh {
  root.updateMatrixWorld(true);
  const parts: PartMesh[] = [];
  const children: TreeNode[] = [];
  root.traverse((object) => {
    if (!(object instanceof Mesh) || !(object.geometry instanceof BufferGeometry)) return;
    if (object instanceof InstancedMesh)
      throw new Error('it repeats parts by instancing, which is not read yet');
    const title = object.name || (parts.length === 0 ? name : `${name} ${parts.length + 1}`);
    parts.push(
      toPart(object as Mesh, { title, place: new Matrix4().multiplyMatrices(toMm, object.matrixWorld) }),
    );
    children.push({ name: title, part: parts.length - 1, children: [] });
  });
  const properties = sumProperties(parts.map(meshProperties));
  return {
    format,
    parts,
    tree: { name, part: null, children },
    box: boxOf(parts),
    properties,
    remarks: [...remarks, ...remarkOn(properties)],
  };
}

function remarkOn(properties: SolidProperties | null): string[] {
  return properties === null ? ['No volume is shown: the mesh is open, so it holds none.'] : [];
}

function toPart(mesh: Mesh, { title, place }: { title: string; place: Matrix4 }): PartMesh {
  const source = floatCopy(mesh.geometry).applyMatrix4(place);
  if (place.determinant() < 0) turnTriangles(source);
  const bare = new BufferGeometry();
  bare.setAttribute('position', source.getAttribute('position'));
  bare.setIndex(source.getIndex());
  const welded = mergeVertices(bare, 1e-5);
  const smooth = source.getAttribute('normal') === undefined ? welded : source;
  if (smooth === welded) welded.computeVertexNormals();
  if (smooth.getIndex() === null)
    smooth.setIndex(Array.from({ length: smooth.getAttribute('position').count }, (_, at) => at));
  const edges = new EdgesGeometry(welded, creaseDegrees);
  const part: PartMesh = {
    name: title,
    color: colorOf(mesh),
    positions: new Float32Array(smooth.getAttribute('position').array),
    normals: new Float32Array(smooth.getAttribute('normal').array),
    indices: new Uint32Array(smooth.getIndex()?.array ?? []),
    faces: [
      {
        first: 0,
        count: (smooth.getIndex()?.count ?? 0) / 3,
        type: 'unknown',
        areaMm2: null,
        radiusMm: null,
        axis: null,
      },
    ],
    edgePositions: new Float32Array(edges.getAttribute('position').array),
    edges: [
      {
        first: 0,
        count: edges.getAttribute('position').count / 2,
        type: 'unknown',
        lengthMm: null,
        radiusMm: null,
        centerMm: null,
      },
    ],
  };
  for (const geometry of [source, bare, welded, edges]) geometry.dispose();
  return part;
}

function colorOf({ material }: Mesh): PartMesh['color'] {
  const first = Array.isArray(material) ? material[0] : material;
  if (first === undefined || !('color' in first) || !(first.color instanceof Color)) return null;
  const { r, g, b } = first.color.getRGB({ r: 0, g: 0, b: 0 }, SRGBColorSpace);
  return r === 1 && g === 1 && b === 1 ? null : [r, g, b];
}

/** Position, normal and index as plain numbers: files store them quantised or interleaved, which no matrix survives. */
function floatCopy(geometry: BufferGeometry): BufferGeometry {
  const copy = new BufferGeometry();
  for (const name of ['position', 'normal'] as const) {
    if (!geometry.hasAttribute(name)) continue;
    copy.setAttribute(name, new Float32BufferAttribute(floats(geometry.getAttribute(name)), 3));
  }
  copy.setIndex(geometry.getIndex()?.clone() ?? null);
  return copy;
}

function floats(attribute: BufferAttribute | InterleavedBufferAttribute): Float32Array {
  const values = new Float32Array(attribute.count * 3);
  for (let at = 0; at < attribute.count; at += 1) {
    values[at * 3] = attribute.getX(at);
    values[at * 3 + 1] = attribute.getY(at);
    values[at * 3 + 2] = attribute.getZ(at);
  }
  if (!values.every(Number.isFinite)) throw new Error('it has points without a place');
  return values;
}

/** A mirrored part has its triangles inside out: they are turned, so that volume and cuts stay right. */
function turnTriangles(geometry: BufferGeometry): void {
  const count = geometry.getAttribute('position').count;
  const index = geometry.getIndex()?.array ?? Array.from({ length: count }, (_, at) => at);
  const turned = Array.from(index, (value, at) =>
    at % 3 === 0 ? value : (index[at % 3 === 1 ? at + 1 : at - 1] ?? value),
  );
  geometry.setIndex(turned);
}

/** The box of all parts. */
export function boxOf(parts: readonly PartMesh[]): Box {
  const geometry = new BufferGeometry();
  const min: [number, number, number] = [Infinity, Infinity, Infinity];
  const max: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (const { positions } of parts) {
    geometry.setAttribute('position', new Float32BufferAttribute(positions, 3));
    geometry.computeBoundingBox();
    geometry.boundingBox?.min
      .toArray()
      .forEach((value, axis) => (min[axis] = Math.min(min[axis] ?? value, value)));
    geometry.boundingBox?.max
      .toArray()
      .forEach((value, axis) => (max[axis] = Math.max(max[axis] ?? value, value)));
    geometry.boundingBox = null;
  }
  geometry.dispose();
  return { min, max };
}
