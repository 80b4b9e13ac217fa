// The face of a cut: drawn where the stencil counts material, hatched at 45 degrees in lines of one width on the screen.
import * as THREE from 'three';
import { palettes, type Theme } from './palette.ts';

const vertexShader = `
  #include <clipping_planes_pars_vertex>
  void main() {
    vec4 mvPosition = modelViewMatrix * vec4(position, 1.0);
    gl_Position = projectionMatrix * mvPosition;
    #include <clipping_planes_vertex>
  }`;
// One line of 1.2 px in 7, in device pixels.
const fragmentShader = `
  #include <clipping_planes_pars_fragment>
  uniform vec3 cutColor; uniform vec3 hatchColor; uniform float pixelRatio;
  void main() {
    #include <clipping_planes_fragment>
    float line = mod(gl_FragCoord.x + gl_FragCoord.y, 7.0 * pixelRatio);
    vec3 color = line < 1.2 * pixelRatio ? hatchColor : cutColor;
    gl_FragColor = vec4(color, 1.0);
    #include <colorspace_fragment>
  }`;

export class HatchMaterial extends THREE.ShaderMaterial {
  readonly #cut = { value: new THREE.Color() };
  readonly #hatch = { value: new THREE.Color() };
  readonly #pixelRatio = { value: 1 };

  constructor(theme: Theme) {
    super({ vertexShader, fragmentShader, clipping: true, side: THREE.DoubleSide });
    Object.assign(this.uniforms, {
      cutColor: this.#cut,
      hatchColor: this.#hatch,
      pixelRatio: this.#pixelRatio,
    });
    Object.assign(this, {
      polygonOffset: true,
      polygonOffsetFactor: 1,
      polygonOffsetUnits: 1,
      stencilWrite: true,
      stencilRef: 0,
      stencilFunc: THREE.NotEqualStencilFunc,
      stencilFail: THREE.ReplaceStencilOp,
      stencilZFail: THREE.ReplaceStencilOp,
      stencilZPass: THREE.ReplaceStencilOp,
    });
    this.setTheme(theme);
  }

  setTheme(theme: Theme): void {
    this.#cut.value.setHex(palettes[theme].cut);
    this.#hatch.value.setHex(palettes[theme].hatch);
  }

  setPixelRatio(ratio: number): void {
    this.#pixelRatio.value = ratio;
  }
}

/** Counts, in the stencil, how much deeper the line of sight goes into material than out of it behind `plane`. */
export function countingMaterials(plane: THREE.Plane): THREE.Material[] {
  const counter = (side: THREE.Side, operation: THREE.StencilOp): THREE.Material =>
    new THREE.MeshBasicMaterial({
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
  return [
    counter(THREE.BackSide, THREE.IncrementWrapStencilOp),
    counter(THREE.FrontSide, THREE.DecrementWrapStencilOp),
  ];
}
