// The parts of the shown model on the stage: which are seen, how, in which colours, and how far from their place.
import type * as THREE from 'three';
import type { Box, ModelMesh } from '../../../cad/mesh/part-mesh.ts';
import { explodeOffsets } from '../model/explode.ts';
import { type ColorMode, partColors } from '../model/part-colors.ts';
import type { Theme } from './palette.ts';
import { boxAround, PartObject, type Shading } from './part-object.ts';

export class Assembly {
  readonly #scene: THREE.Scene;
  #parts: readonly PartObject[] = [];
  #model: ModelMesh | null = null;
  #theme: Theme;
  #shading: Shading = 'shaded';
  #isApart = false;

  constructor(scene: THREE.Scene, theme: Theme) {
    this.#scene = scene;
    this.#theme = theme;
  }

  get parts(): readonly PartObject[] {
    return this.#parts;
  }

  get model(): ModelMesh | null {
    return this.#model;
  }

  /** Whether parts are away from their places. */
  get isApart(): boolean {
    return this.#isApart;
  }

  /** Round the parts where they are now, mm. */
  get box(): Box | null {
    return boxAround(this.#parts);
  }

  show(model: ModelMesh): void {
    this.clear();
    this.#model = model;
    this.#parts = model.parts.map((part) => new PartObject(part, this.#theme));
    for (const { group } of this.#parts) this.#scene.add(group);
    this.setShading(this.#shading);
  }

  clear(): void {
    for (const part of this.#parts) part.dispose();
    this.#parts = [];
    this.#model = null;
    this.#isApart = false;
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    for (const part of this.#parts) part.setTheme(theme);
  }

  setShading(shading: Shading): void {
    this.#shading = shading;
    for (const part of this.#parts) part.setShading(shading);
  }

  setHidden(hidden: ReadonlySet<number>): void {
    this.#parts.forEach(({ group }, index) => (group.visible = !hidden.has(index)));
  }

  setColors(mode: ColorMode): void {
    const colors = partColors(
      mode,
      this.#parts.map(({ part }) => part),
    );
    this.#parts.forEach((part, index) => part.setColor(colors[index] ?? null));
  }

  setExplosion(amount: number): void {
    if (this.#model === null) return;
    const offsets = explodeOffsets(this.#model, amount);
    this.#parts.forEach((part, index) => part.setOffset(offsets[index] ?? [0, 0, 0]));
    this.#isApart = amount > 0;
  }

  setClipping(planes: THREE.Plane[]): void {
    for (const part of this.#parts) part.setClipping(planes);
  }
}
