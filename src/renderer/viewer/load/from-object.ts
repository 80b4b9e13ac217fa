// A loaded three.js object as our model: one part per mesh, placed, with edges where the surface turns sharply.
import {
  BufferAttribute,
  BufferGeometry,
  Color,
  type InterleavedBufferAttribute,
  InstancedMesh,
  SRGBColorSpace,
  Float32BufferAttribute,
  Matrix4,
  Mesh,
  type Object3D,
} from 'three';
import { facetNormals, meshEdges } from '../../../cad/mesh/mesh-edges.ts';
import type { Box, ModelMesh, PartMesh, SolidProperties, TreeNode } from '../../../cad/mesh/part-mesh.ts';
import { smoothNormals } from '../../../cad/mesh/smooth-normals.ts';
import { weldPoints } from '../../../cad/mesh/weld-points.ts';
import { propertiesOfClosed, sumProperties } from '../model/mesh-properties.ts';

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
  const bodies: (SolidProperties | null)[] = [];
  const children: TreeNode[] = [];
  root.traverse((object) => {
    if (!(object instanceof Mesh) || !(object.geometry instanceof BufferGeometry)) return;
    if (object instanceof InstancedMesh)
      throw new Error('it repeats parts by instancing, which is not read yet');
    const title = object.name || (parts.length === 0 ? name : `${name} ${parts.length + 1}`);
    const place = new Matrix4().multiplyMatrices(toMm, object.matrixWorld);
    const { part, properties } = toPart(object as Mesh, { title, place });
    parts.push(part);
    bodies.push(properties);
    children.push({ name: title, part: parts.length - 1, children: [] });
  });
  const properties = sumProperties(bodies);
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

/** The part, and its mass properties where it is closed. */
function toPart(
  mesh: Mesh,
  { title, place }: { title: string; place: Matrix4 },
): { readonly part: PartMesh; readonly properties: SolidProperties | null } {
  const source = floatCopy(mesh.geometry).applyMatrix4(place);
  if (place.determinant() < 0) turnTriangles(source);
  const positions = source.getAttribute('position').array as Float32Array;
  const indices = indexOf(source, positions.length / 3);
  const { points, idOf } = weldPoints(positions);
  const welded = indices.map((index) => idOf[index] ?? 0);
  const facets = facetNormals(points, welded);
  const { sharp, isClosed } = meshEdges(welded, facets, creaseDegrees);
  const normals = source.hasAttribute('normal')
    ? (source.getAttribute('normal').array as Float32Array)
    : null;
  const shaded =
    normals === null
      ? smoothNormals(points, welded, { facets, creaseDegrees })
      : { positions, normals, indices };
  const edgePositions = new Float32Array(sharp.length * 3);
  sharp.forEach((point, at) => edgePositions.set(points.subarray(point * 3, point * 3 + 3), at * 3));
  const part: PartMesh = {
    name: title,
    color: colorOf(mesh),
    ...shaded,
    faces: [{ ...unknown, first: 0, count: indices.length / 3, areaMm2: null, axis: null }],
    edgePositions,
    edges: [{ ...unknown, first: 0, count: sharp.length / 2, lengthMm: null, centerMm: null }],
  };
  source.dispose();
  const body = { positions: points, indices: welded };
  return { part, properties: isClosed ? propertiesOfClosed(body) : null };
}

/** The geometry's index; one after the other where it has none. */
function indexOf(geometry: BufferGeometry, count: number): Uint32Array {
  const own = geometry.getIndex();
  if (own !== null) return Uint32Array.from(own.array);
  const indices = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) indices[at] = at;
  return indices;
}

/** What a mesh says of its one face and its edges. */
const unknown = { type: 'unknown', radiusMm: null };

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
    copy.setAttribute(name, new BufferAttribute(floats(geometry.getAttribute(name)), 3));
  }
  copy.setIndex(geometry.getIndex()?.clone() ?? null);
  return copy;
}

function floats(attribute: BufferAttribute | InterleavedBufferAttribute): Float32Array {
  const values = new Float32Array(attribute.count * 3);
  if (!('data' in attribute) && attribute.array instanceof Float32Array && attribute.itemSize === 3) {
    values.set(attribute.array);
    return checked(values);
  }
  for (let at = 0; at < attribute.count; at += 1) {
    values[at * 3] = attribute.getX(at);
    values[at * 3 + 1] = attribute.getY(at);
    values[at * 3 + 2] = attribute.getZ(at);
  }
  return checked(values);
}

function checked(values: Float32Array): Float32Array {
  for (let at = 0; at < values.length; at += 1)
    if (!Number.isFinite(values[at])) throw new Error('it has points without a place');
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
