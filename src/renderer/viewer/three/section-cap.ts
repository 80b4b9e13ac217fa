// One section plane on the stage: the hatched face of its cut, the outline of that, and the frame of the plane.
import * as THREE from 'three';
import type { Box } from '../../../cad/mesh/part-mesh.ts';
import { keptSide, type Section } from '../model/section.ts';
import { cutPart, sumContours } from '../model/section-contour.ts';
import { countingMaterials, HatchMaterial } from './hatch-material.ts';
import { palettes, type Theme } from './palette.ts';
import type { PartObject } from './part-object.ts';

/** What is known of a cut face: its area (mm², null for open shells), the length of its outline, and its middle. */
export interface SectionFacts {
  readonly areaMm2: number | null;
  readonly lengthMm: number;
}

export interface CutScene {
  readonly parts: readonly PartObject[];
  readonly box: Box;
  readonly pixelRatio: number;
  /** The other planes: what they take away of this cut face is gone too. */
  readonly others: readonly SectionCap[];
}

export class SectionCap {
  /** Shared by all materials that it cuts. */
  readonly plane = new THREE.Plane();
  /** Where the handle of the plane stands: the middle of the cut, on the plane. */
  readonly middle = new THREE.Vector3();
  section: Section;
  readonly #group = new THREE.Group();
  readonly #counters = new THREE.Group();
  readonly #order: number;
  readonly #counting = countingMaterials(this.plane);
  readonly #hatch: HatchMaterial;
  readonly #cap: THREE.Mesh<THREE.PlaneGeometry, HatchMaterial>;
  readonly #outline = new THREE.LineSegments(new THREE.BufferGeometry(), new THREE.LineBasicMaterial());
  readonly #frame = new THREE.LineLoop(
    new THREE.BufferGeometry(),
    new THREE.LineBasicMaterial({ transparent: true, opacity: 0.6 }),
  );

  /** `order`: caps are drawn one after the other, each with a stencil of its own. */
  constructor(scene: THREE.Scene, section: Section, { theme, order }: { theme: Theme; order: number }) {
    this.section = section;
    this.#hatch = new HatchMaterial(theme);
    this.#cap = new THREE.Mesh(new THREE.PlaneGeometry(1, 1), this.#hatch);
    this.#order = 1 + order * 0.1;
    this.#cap.renderOrder = this.#order + 0.05;
    this.#outline.renderOrder = 3;
    this.#frame.renderOrder = 3;
    for (const line of [this.#outline, this.#frame]) line.frustumCulled = false;
    this.#cap.onAfterRender = (renderer) => renderer.clearStencil();
    this.#group.add(this.#counters, this.#cap, this.#outline, this.#frame);
    scene.add(this.#group);
    this.setTheme(theme);
  }

  setTheme(theme: Theme): void {
    this.#hatch.setTheme(theme);
    this.#outline.material.color.setHex(palettes[theme].edge);
    this.#frame.material.color.setHex(palettes[theme].accent);
  }

  /** Puts the plane in its place; call it for all planes before `cut`. */
  place(section: Section, extentMm: number): void {
    this.section = section;
    const { normal, constant } = keptSide(section);
    // A hair outwards: a face that lies in the plane is shown whole, and not in shreds.
    this.plane.set(new THREE.Vector3(...normal), constant + extentMm * 1e-6);
  }

  /** Draws the cut; answers with its facts. */
  cut({ parts, box, pixelRatio, others }: CutScene): SectionFacts {
    this.#hatch.setPixelRatio(pixelRatio);
    this.#frame.visible = true;
    this.#hatch.clippingPlanes = others.map(({ plane }) => plane);
    const visible = parts.filter(({ group }) => group.visible);
    this.#counters.clear();
    for (const { surface } of visible) {
      for (const material of this.#counting) {
        const mesh = new THREE.Mesh(surface.geometry, material);
        mesh.renderOrder = this.#order;
        this.#counters.add(mesh);
      }
    }
    this.#span(box);
    const contours = visible.map(({ part }) =>
      cutPart(
        part,
        this.section,
        others.map(({ section }) => section),
      ),
    );
    this.#draw(contours.map(({ segments }) => segments));
    return sumContours(contours);
  }

  /** Without its frame, and with a hatch of another scale, until it is cut again. */
  beginPicture(scale: number): void {
    this.#hatch.setPixelRatio(scale);
    this.#frame.visible = false;
  }

  /** Cap and frame reach round the box. */
  #span({ min, max }: Box): void {
    const box = new THREE.Box3(new THREE.Vector3(...min), new THREE.Vector3(...max));
    const center = box.getCenter(new THREE.Vector3());
    const extent = min.reduce((sum, low, axis) => Math.hypot(sum, (max[axis] ?? 0) - low), 0) * 1.1;
    this.plane.projectPoint(center, this.#cap.position);
    this.#cap.lookAt(this.#cap.position.clone().sub(this.plane.normal));
    this.#cap.scale.set(extent, extent, 1);
    this.#cap.updateMatrixWorld();
    const toPlane = this.#cap.matrixWorld.clone().setPosition(this.#cap.position);
    const inPlane = box.clone().applyMatrix4(toPlane.clone().invert()).expandByScalar(0.04);
    const corners = [
      [inPlane.min.x, inPlane.min.y],
      [inPlane.max.x, inPlane.min.y],
      [inPlane.max.x, inPlane.max.y],
      [inPlane.min.x, inPlane.max.y],
    ].map(([x = 0, y = 0]) => new THREE.Vector3(x, y, 0).applyMatrix4(toPlane));
    this.#frame.geometry.dispose();
    this.#frame.geometry = new THREE.BufferGeometry().setFromPoints(corners);
  }

  #draw(outlines: readonly Float32Array[]): void {
    const points = new Float32Array(outlines.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const outline of outlines) {
      points.set(outline, at);
      at += outline.length;
    }
    this.#outline.geometry.dispose();
    this.#outline.geometry = new THREE.BufferGeometry();
    this.#outline.geometry.setAttribute('position', new THREE.BufferAttribute(points, 3));
    this.#outline.geometry.computeBoundingBox();
    const box = this.#outline.geometry.boundingBox;
    if (box === null || box.isEmpty()) this.middle.copy(this.#cap.position);
    else this.plane.projectPoint(box.getCenter(new THREE.Vector3()), this.middle);
  }

  dispose(): void {
    this.#group.removeFromParent();
    this.#counters.clear();
    for (const { geometry, material } of [this.#cap, this.#outline, this.#frame]) {
      geometry.dispose();
      material.dispose();
    }
    for (const material of this.#counting) material.dispose();
  }
}
