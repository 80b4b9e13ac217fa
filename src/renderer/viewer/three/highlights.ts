// The three highlights of the viewport: what is pointed at, what is chosen, and the place of a finding.
import type * as THREE from 'three';
import { Highlight } from './highlight.ts';
import { palettes, type Theme } from './palette.ts';

export class Highlights {
  readonly hover: Highlight;
  readonly chosen: Highlight;
  readonly finding: Highlight;

  constructor(theme: Theme) {
    const { accent, finding } = palettes[theme];
    this.hover = new Highlight({ color: accent, fillOpacity: 0.15, lineWidth: 2 });
    this.chosen = new Highlight({ color: accent, fillOpacity: 0.35, lineWidth: 3 });
    this.finding = new Highlight({ color: finding, fillOpacity: 0.55, lineWidth: 3 });
  }

  get #all(): readonly Highlight[] {
    return [this.hover, this.chosen, this.finding];
  }

  setTheme(theme: Theme): void {
    const { accent, finding } = palettes[theme];
    this.hover.setColor(accent);
    this.chosen.setColor(accent);
    this.finding.setColor(finding);
  }

  setClipping(planes: THREE.Plane[]): void {
    for (const highlight of this.#all) highlight.setClipping(planes);
  }

  clear(): void {
    for (const highlight of this.#all) highlight.clear();
  }

  dispose(): void {
    for (const highlight of this.#all) highlight.dispose();
  }
}
