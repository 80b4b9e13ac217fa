// The hovered and the selected thing, drawn over the model: a tint on faces, a wide line on edges, a dot on points.
import * as THREE from 'three';
import { LineMaterial } from 'three/addons/lines/LineMaterial.js';
import { LineSegments2 } from 'three/addons/lines/LineSegments2.js';
import { LineSegmentsGeometry } from 'three/addons/lines/LineSegmentsGeometry.js';
import type { Picked } from '../model/picked.ts';
import type { Place } from '../model/place.ts';
import type { PartObject } from './part-object.ts';

export interface HighlightLook {
  readonly color: number;
  readonly fillOpacity: number;
  readonly lineWidth: number;
}

export class Highlight {
  readonly #fill: THREE.MeshBasicMaterial;
  readonly #line: LineMaterial;
  readonly #dot: THREE.PointsMaterial;
  #shown: (THREE.Object3D & { geometry: { dispose(): void } })[] = [];

  constructor({ color, fillOpacity, lineWidth }: HighlightLook) {
    const over = { transparent: true, depthTest: true, depthWrite: false } as const;
    this.#fill = new THREE.MeshBasicMaterial({
      ...over,
      color,
      opacity: fillOpacity,
      side: THREE.DoubleSide,
    });
    this.#line = new LineMaterial({ ...over, color, linewidth: lineWidth });
    this.#dot = new THREE.PointsMaterial({
      color,
      size: 8,
      sizeAttenuation: false,
      depthTest: false,
      transparent: true,
    });
  }

  setColor(color: number): void {
    this.#fill.color.setHex(color);
    this.#line.color.setHex(color);
    this.#dot.color.setHex(color);
  }

  setClipping(planes: THREE.Plane[]): void {
    for (const material of [this.#fill, this.#line]) material.clippingPlanes = planes;
  }

  /** Shows these instead of what was shown before. */
  show(picked: readonly Picked[], parts: readonly PartObject[]): void {
    this.clear();
    for (const one of picked) {
      const object = parts[one.part];
      if (object === undefined) continue;
      if (one.kind === 'face') this.#addFace(object, one.face);
      else if (one.kind === 'vertex') this.#addDot(object, one.point);
      else if (one.kind !== 'cut') {
        this.#addEdge(object, one.edge);
        if (one.kind === 'centre') this.#addDot(object, one.point);
      }
    }
  }

  /** Tints whole parts, as when a row of the tree is pointed at. */
  showParts(indexes: readonly number[], parts: readonly PartObject[]): void {
    this.clear();
    for (const index of indexes) {
      const object = parts[index];
      if (object !== undefined) this.#addTriangles(object, 0, object.part.indices.length);
    }
  }

  /** Tints the faces of a place and marks its point. */
  showPlace(place: Place | null, parts: readonly PartObject[]): void {
    this.clear();
    const object = place === null ? undefined : parts[place.part];
    if (place === null || object === undefined) return;
    for (const face of place.faces) this.#addFace(object, face);
    if (place.point !== null) this.#addDot(object, place.point);
  }

  #addFace(object: PartObject, face: number): void {
    const info = object.part.faces[face];
    if (info !== undefined) this.#addTriangles(object, info.first * 3, info.count * 3);
  }

  #addTriangles(object: PartObject, first: number, count: number): void {
    const geometry = new THREE.BufferGeometry();
    geometry.setAttribute('position', object.surface.geometry.getAttribute('position'));
    geometry.setIndex(new THREE.BufferAttribute(object.part.indices.slice(first, first + count), 1));
    this.#add(object, new THREE.Mesh(geometry, this.#fill));
  }

  #addEdge(object: PartObject, edge: number): void {
    const info = object.part.edges[edge];
    if (info === undefined || info.count === 0) return;
    const geometry = new LineSegmentsGeometry();
    geometry.setPositions(object.part.edgePositions.slice(info.first * 6, (info.first + info.count) * 6));
    this.#add(object, new LineSegments2(geometry, this.#line));
  }

  #addDot(part: PartObject, point: readonly [number, number, number]): void {
    const geometry = new THREE.BufferGeometry();
    geometry.setAttribute('position', new THREE.Float32BufferAttribute([...point], 3));
    this.#add(part, new THREE.Points(geometry, this.#dot));
  }

  /** Into the part's group, so that it moves and hides with it. */
  #add({ group }: PartObject, object: THREE.Object3D & { geometry: { dispose(): void } }): void {
    object.renderOrder = 10;
    group.add(object);
    this.#shown.push(object);
  }

  clear(): void {
    for (const object of this.#shown) {
      object.removeFromParent();
      object.geometry.dispose();
    }
    this.#shown = [];
  }

  dispose(): void {
    this.clear();
    for (const material of [this.#fill, this.#line, this.#dot]) material.dispose();
  }
}
