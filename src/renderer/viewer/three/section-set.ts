// The section planes of the stage: as many caps as sections, each cut by the others.
import type * as THREE from 'three';
import type { Box } from '../../../cad/mesh/part-mesh.ts';
import type { Section } from '../model/section.ts';
import type { Theme } from './palette.ts';
import type { PartObject } from './part-object.ts';
import { SectionCap, type SectionFacts } from './section-cap.ts';

export class SectionSet {
  readonly #scene: THREE.Scene;
  #theme: Theme;
  #caps: SectionCap[] = [];

  constructor(scene: THREE.Scene, theme: Theme) {
    this.#scene = scene;
    this.#theme = theme;
  }

  get sections(): readonly Section[] {
    return this.#caps.map(({ section }) => section);
  }

  get caps(): readonly SectionCap[] {
    return this.#caps;
  }

  /** What every material of the model is clipped by. */
  get planes(): THREE.Plane[] {
    return this.#caps.map(({ plane }) => plane);
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    for (const cap of this.#caps) cap.setTheme(theme);
  }

  /** Cuts `parts` at these planes; answers with area and outline of each cut, in their order. */
  show(
    sections: readonly Section[],
    { parts, box, pixelRatio }: { parts: readonly PartObject[]; box: Box; pixelRatio: number },
  ): SectionFacts[] {
    for (const cap of this.#caps.splice(sections.length)) cap.dispose();
    const extent = Math.hypot(...box.max.map((high, axis) => high - (box.min[axis] ?? 0)));
    sections.forEach((section, order) => {
      const cap = (this.#caps[order] ??= new SectionCap(this.#scene, section, { theme: this.#theme, order }));
      cap.place(section, extent);
    });
    return this.#caps.map((cap) =>
      cap.cut({ parts, box, pixelRatio, others: this.#caps.filter((other) => other !== cap) }),
    );
  }

  dispose(): void {
    for (const cap of this.#caps) cap.dispose();
    this.#caps = [];
  }
}
