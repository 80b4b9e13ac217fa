// One part on the stage: its triangles with a search tree, and its edges.
import * as THREE from 'three';
import { MeshBVH } from 'three-mesh-bvh';
import type { Box, PartMesh } from '../../../cad/mesh/part-mesh.ts';
import type { Vector } from '../model/vector.ts';
import { palettes, type Theme } from './palette.ts';

/** `hidden`: edges only, without those behind the surface. */
export type Shading = 'shaded' | 'edges' | 'hidden' | 'x-ray';

export class PartObject {
  readonly group = new THREE.Group();
  readonly surface: THREE.Mesh<THREE.BufferGeometry, THREE.MeshStandardMaterial>;
  readonly edges: THREE.LineSegments<THREE.BufferGeometry, THREE.LineBasicMaterial>;
  readonly part: PartMesh;
  #tree: MeshBVH | null = null;
  #faceOfTriangle: Uint32Array | null = null;
  #shading: Shading = 'shaded';
  #isCovered = false;
  #theme: Theme;
  #color: PartMesh['color'];

  constructor(part: PartMesh, theme: Theme) {
    this.part = part;
    this.#theme = theme;
    this.#color = part.color;
    const geometry = new THREE.BufferGeometry();
    geometry.setAttribute('position', new THREE.BufferAttribute(part.positions, 3));
    geometry.setAttribute('normal', new THREE.BufferAttribute(part.normals, 3));
    geometry.setIndex(new THREE.BufferAttribute(part.indices, 1));
    const material = new THREE.MeshStandardMaterial({
      roughness: 0.7,
      metalness: 0.05,
      side: THREE.DoubleSide,
      // Edges lie on the surface: it steps back a little, so that they are seen whole.
      polygonOffset: true,
      polygonOffsetFactor: 1,
      polygonOffsetUnits: 1,
    });
    this.surface = new THREE.Mesh(geometry, material);
    const lines = new THREE.BufferGeometry();
    lines.setAttribute('position', new THREE.BufferAttribute(part.edgePositions, 3));
    this.edges = new THREE.LineSegments(lines, new THREE.LineBasicMaterial({ transparent: true }));
    this.group.add(this.surface, this.edges);
    this.setTheme(theme);
  }

  /** The search tree, made at the first ray. `indirect` keeps the order of triangles, which faces are told by. */
  get tree(): MeshBVH {
    this.#tree ??= new MeshBVH(this.surface.geometry, { indirect: true });
    return this.#tree;
  }

  /** The face that a triangle belongs to. */
  faceAt(triangle: number): number {
    if (this.#faceOfTriangle === null) {
      this.#faceOfTriangle = new Uint32Array(this.part.indices.length / 3);
      this.part.faces.forEach(({ first, count }, face) =>
        this.#faceOfTriangle?.fill(face, first, first + count),
      );
    }
    return this.#faceOfTriangle[triangle] ?? 0;
  }

  /** Null: the neutral colour of the theme. */
  setColor(color: PartMesh['color']): void {
    this.#color = color;
    this.setTheme(this.#theme);
  }

  /** Moves it from its place in the model, mm. */
  setOffset(offset: Vector): void {
    this.group.position.set(...offset);
    this.group.updateMatrixWorld();
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    const { part, edge, edgeOpacity } = palettes[theme];
    const color = this.#color;
    if (color === null) this.surface.material.color.setHex(part);
    else this.surface.material.color.setRGB(color[0], color[1], color[2], THREE.SRGBColorSpace);
    this.edges.material.color.setHex(edge);
    this.edges.material.opacity = edgeOpacity;
  }

  setShading(shading: Shading): void {
    const { material } = this.surface;
    this.#shading = shading;
    this.surface.visible = shading !== 'edges' && !this.#isCovered;
    material.colorWrite = shading !== 'hidden';
    material.transparent = shading === 'x-ray';
    material.opacity = shading === 'x-ray' ? 0.28 : 1;
    material.depthWrite = shading !== 'x-ray';
    material.needsUpdate = true;
  }

  /** Covered: something else is drawn where its surface is, which is picked as before. */
  setCovered(isCovered: boolean): void {
    this.#isCovered = isCovered;
    this.setShading(this.#shading);
  }

  /** Whether its faces can be pointed at. */
  get hasSurface(): boolean {
    return this.group.visible && this.#shading !== 'edges';
  }

  setClipping(planes: THREE.Plane[]): void {
    this.surface.material.clippingPlanes = planes;
    this.edges.material.clippingPlanes = planes;
  }

  dispose(): void {
    this.surface.geometry.dispose();
    this.surface.material.dispose();
    this.edges.geometry.dispose();
    this.edges.material.dispose();
    this.group.removeFromParent();
  }
}

/** The box of parts where they are now, mm; null without any. */
export function boxAround(parts: readonly PartObject[]): Box | null {
  const box = new THREE.Box3();
  for (const { surface, group } of parts) {
    surface.geometry.computeBoundingBox();
    const own = surface.geometry.boundingBox?.clone().translate(group.position);
    if (own !== undefined) box.union(own);
  }
  return box.isEmpty() ? null : { min: box.min.toArray(), max: box.max.toArray() };
}
