// The face of a cut: counted in the stencil buffer, filled with a hatch of one width on the screen.
import * as THREE from 'three';
import type { Box } from '../../../cad/mesh/part-mesh.ts';
import { keptSide, type Section } from '../model/section.ts';
import { cutPart, sumContours } from '../model/section-contour.ts';
import { palettes, type Theme } from './palette.ts';
import type { PartObject } from './part-object.ts';

const hatchShader = {
  vertexShader: `
    #include <common>
    #include <logdepthbuf_pars_vertex>
    void main() { gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }`,
  // Lines at 45 degrees, 1 px in 7, in device pixels.
  fragmentShader: `
    uniform vec3 cutColor; uniform vec3 hatchColor; uniform float pixelRatio;
    void main() {
      float line = mod(gl_FragCoord.x + gl_FragCoord.y, 7.0 * pixelRatio);
      vec3 color = line < 1.2 * pixelRatio ? hatchColor : cutColor;
      gl_FragColor = vec4(color, 1.0);
      #include <colorspace_fragment>
    }`,
};

/** What is known of a cut face. */
export type SectionFacts = ReturnType<typeof sumContours>;

export class SectionCap {
  /** The one plane of the section, shared by all materials that it cuts. */
  readonly plane = new THREE.Plane();
  readonly #scene: THREE.Scene;
  readonly #cutColor = new THREE.Color();
  readonly #hatchColor = new THREE.Color();
  readonly #counters = new THREE.Group();
  readonly #materials: THREE.Material[];
  readonly #outline = new THREE.LineSegments(new THREE.BufferGeometry(), new THREE.LineBasicMaterial());
  readonly #cap: THREE.Mesh<THREE.PlaneGeometry, THREE.ShaderMaterial>;

  constructor(scene: THREE.Scene, theme: Theme) {
    this.#scene = scene;
    this.#cap = new THREE.Mesh(
      new THREE.PlaneGeometry(1, 1),
      new THREE.ShaderMaterial({
        ...hatchShader,
        uniforms: {
          cutColor: { value: this.#cutColor },
          hatchColor: { value: this.#hatchColor },
          pixelRatio: { value: 1 },
        },
        side: THREE.DoubleSide,
        polygonOffset: true,
        polygonOffsetFactor: 1,
        polygonOffsetUnits: 1,
        stencilWrite: true,
        stencilRef: 0,
        stencilFunc: THREE.NotEqualStencilFunc,
        stencilFail: THREE.ReplaceStencilOp,
        stencilZFail: THREE.ReplaceStencilOp,
        stencilZPass: THREE.ReplaceStencilOp,
      }),
    );
    this.#cap.renderOrder = 2;
    this.#outline.renderOrder = 3;
    this.#outline.frustumCulled = false;
    this.#cap.onAfterRender = (renderer) => renderer.clearStencil();
    this.#materials = [
      counter(THREE.BackSide, THREE.IncrementWrapStencilOp, this.plane),
      counter(THREE.FrontSide, THREE.DecrementWrapStencilOp, this.plane),
    ];
    this.setTheme(theme);
  }

  setTheme(theme: Theme): void {
    const { cut, hatch, edge } = palettes[theme];
    this.#outline.material.color.setHex(edge);
    this.#cutColor.setHex(cut);
    this.#hatchColor.setHex(hatch);
  }

  /** Cuts `parts` at `section`; answers with area (mm², null for open shells) and outline (mm) of the cut. */
  show(
    section: Section,
    { parts, box }: { parts: readonly PartObject[]; box: Box },
    pixelRatio: number,
  ): SectionFacts {
    const { normal, constant } = keptSide(section);
    this.plane.set(new THREE.Vector3(...normal), constant);
    const uniforms: Record<string, THREE.IUniform> = this.#cap.material.uniforms;
    if (uniforms['pixelRatio'] !== undefined) uniforms['pixelRatio'].value = pixelRatio;
    this.#counters.clear();
    for (const { surface, group } of parts) {
      if (!group.visible) continue;
      for (const material of this.#materials) {
        const mesh = new THREE.Mesh(surface.geometry, material);
        mesh.renderOrder = 1;
        this.#counters.add(mesh);
      }
    }
    const center = new THREE.Vector3(...box.min).add(new THREE.Vector3(...box.max)).multiplyScalar(0.5);
    const extent = new THREE.Vector3(...box.min).distanceTo(new THREE.Vector3(...box.max)) * 1.1;
    this.plane.projectPoint(center, this.#cap.position);
    this.#cap.lookAt(this.#cap.position.clone().sub(this.plane.normal));
    this.#cap.scale.set(extent, extent, 1);
    this.#scene.add(this.#counters, this.#cap, this.#outline);
    return this.#drawOutline(section, parts);
  }

  #drawOutline(section: Section, parts: readonly PartObject[]): SectionFacts {
    const contours = parts.filter(({ group }) => group.visible).map(({ part }) => cutPart(part, section));
    const points = new Float32Array(contours.reduce((sum, { segments }) => sum + segments.length, 0));
    let at = 0;
    for (const { segments } of contours) {
      points.set(segments, at);
      at += segments.length;
    }
    this.#outline.geometry.dispose();
    this.#outline.geometry = new THREE.BufferGeometry();
    this.#outline.geometry.setAttribute('position', new THREE.BufferAttribute(points, 3));
    return sumContours(contours);
  }

  hide(): void {
    this.#counters.clear();
    this.#counters.removeFromParent();
    this.#outline.removeFromParent();
    this.#outline.geometry.dispose();
    this.#cap.removeFromParent();
  }

  dispose(): void {
    this.hide();
    for (const material of this.#materials) material.dispose();
    this.#cap.geometry.dispose();
    this.#cap.material.dispose();
    this.#outline.material.dispose();
  }
}

function counter(side: THREE.Side, operation: THREE.StencilOp, plane: THREE.Plane): THREE.Material {
  return new THREE.MeshBasicMaterial({
    side,
    clippingPlanes: [plane],
    colorWrite: false,
    depthWrite: false,
    depthTest: false,
    stencilWrite: true,
    stencilFunc: THREE.AlwaysStencilFunc,
    stencilFail: operation,
    stencilZFail: operation,
    stencilZPass: operation,
  });
}
