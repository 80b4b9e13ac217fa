// Cutting the model: the section planes with their caps and handles; set aside while the model is taken apart.
import type * as THREE from 'three';
import type { Section } from '../model/section.ts';
import type { LengthUnit } from '../model/units.ts';
import type { Assembly } from '../three/assembly.ts';
import type { Theme } from '../three/palette.ts';
import type { SectionFacts } from '../three/section-cap.ts';
import { SectionSet } from '../three/section-set.ts';
import type { Stage } from '../three/stage.ts';
import { SectionHandles } from './section-handles.ts';

export class Cutting {
  /** What was asked for, shown or set aside. */
  sections: readonly Section[] = [];
  readonly #stage: Stage;
  readonly #assembly: Assembly;
  readonly #cuts: SectionSet;
  readonly #handles: SectionHandles;
  #unit: LengthUnit;

  constructor(
    host: HTMLElement,
    { stage, assembly }: { readonly stage: Stage; readonly assembly: Assembly },
    {
      theme,
      unit,
      onMove,
    }: {
      readonly theme: Theme;
      readonly unit: LengthUnit;
      readonly onMove: (index: number, offsetMm: number) => void;
    },
  ) {
    this.#stage = stage;
    this.#assembly = assembly;
    this.#unit = unit;
    this.#cuts = new SectionSet(stage.scene, theme);
    this.#handles = new SectionHandles(host, stage, onMove);
  }

  /** The planes that cut now. */
  get shown(): readonly Section[] {
    return this.#assembly.isApart ? [] : this.sections;
  }

  /** What materials are clipped by. */
  get planes(): THREE.Plane[] {
    return this.#cuts.planes;
  }

  setTheme(theme: Theme): void {
    this.#cuts.setTheme(theme);
  }

  setUnit(unit: LengthUnit): void {
    this.#unit = unit;
    this.#handles.show(this.#cuts.caps, this.#assembly.model?.box ?? null, unit);
  }

  /** Cuts anew what is shown now; answers with area and outline of each cut face. */
  apply(): SectionFacts[] {
    const { parts, model } = this.#assembly;
    const box = model?.box ?? null;
    const pixelRatio = this.#stage.renderer.getPixelRatio();
    const facts = box === null ? [] : this.#cuts.show(this.shown, { parts, box, pixelRatio });
    this.#handles.show(this.#cuts.caps, box, this.#unit);
    return facts;
  }

  /** For a picture: no frames round the planes, and hatches as wide as `scale` makes them. `apply` ends it. */
  beginPicture(scale: number): void {
    for (const cap of this.#cuts.caps) cap.beginPicture(scale);
  }

  dispose(): void {
    this.#cuts.dispose();
    this.#handles.dispose();
  }
}
