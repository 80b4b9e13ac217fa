// A map on the model: the patches of each part in their colours, in place of the part's own surface.
import * as THREE from 'three';
import type { MapKind, PartMap } from '../../../cad/maps/compute-map.ts';
import { mapColor } from '../model/map-scale.ts';
import type { PartObject } from './part-object.ts';

/** Light alone would make the colours others than those of the legend: mostly they shine by themselves. */
const ownColor = 'outgoingLight = mix(outgoingLight, diffuseColor.rgb, 0.65);';
const lit = '#include <opaque_fragment>';

interface Layer {
  readonly mesh: THREE.Mesh<THREE.BufferGeometry, THREE.MeshStandardMaterial>;
  readonly map: PartMap;
  readonly part: PartObject;
}

export class MapLayer {
  #layers: Layer[] = [];

  get maps(): readonly PartMap[] {
    return this.#layers.map(({ map }) => map);
  }

  show(maps: readonly PartMap[], parts: readonly PartObject[]): void {
    this.clear();
    maps.forEach((map, index) => {
      const part = parts[index];
      if (part === undefined) return;
      const geometry = new THREE.BufferGeometry();
      geometry.setAttribute('position', new THREE.BufferAttribute(map.corners, 3));
      geometry.setAttribute('normal', new THREE.BufferAttribute(map.normals, 3));
      const colors = new Uint8Array(map.corners.length);
      geometry.setAttribute('color', new THREE.BufferAttribute(colors, 3, true));
      const material = new THREE.MeshStandardMaterial({
        vertexColors: true,
        roughness: 0.9,
        side: THREE.DoubleSide,
        polygonOffset: true,
        polygonOffsetFactor: 1,
        polygonOffsetUnits: 1,
      });
      material.onBeforeCompile = (shader) => {
        shader.fragmentShader = shader.fragmentShader.replace(lit, `${ownColor}\n${lit}`);
      };
      material.clippingPlanes = part.surface.material.clippingPlanes;
      const mesh = new THREE.Mesh(geometry, material);
      part.group.add(mesh);
      part.setCovered(true);
      this.#layers.push({ mesh, map, part });
    });
  }

  /** Colours every patch by its value against `limit`. */
  paint(kind: MapKind, limit: number): void {
    const linear = new THREE.Color();
    for (const { mesh, map } of this.#layers) {
      const colors = mesh.geometry.getAttribute('color');
      map.values.forEach((value, patch) => {
        linear.setRGB(...mapColor(kind, value, limit), THREE.SRGBColorSpace);
        for (let corner = 0; corner < 3; corner += 1)
          colors.setXYZ(patch * 3 + corner, linear.r, linear.g, linear.b);
      });
      colors.needsUpdate = true;
    }
  }

  setClipping(planes: THREE.Plane[]): void {
    for (const { mesh } of this.#layers) mesh.material.clippingPlanes = planes;
  }

  clear(): void {
    for (const { mesh, part } of this.#layers) {
      mesh.removeFromParent();
      mesh.geometry.dispose();
      mesh.material.dispose();
      part.setCovered(false);
    }
    this.#layers = [];
  }
}
