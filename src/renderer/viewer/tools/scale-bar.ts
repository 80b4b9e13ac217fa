// The scale bar: a round length of the chosen unit and how wide it is on the screen now.
import { roundLength } from '../model/round-length.ts';
import { type LengthUnit, showLength } from '../model/units.ts';
import type { Stage } from '../three/stage.ts';

const widestPixels = 140;

export class ScaleBar {
  readonly #stage: Stage;
  readonly #bar = document.createElement('div');
  readonly #follow: () => void;
  #unit: LengthUnit;
  #shown = '';

  constructor(host: HTMLElement, stage: Stage, unit: LengthUnit) {
    this.#stage = stage;
    this.#unit = unit;
    this.#bar.className = 'scale-bar';
    this.#bar.setAttribute('aria-hidden', 'true');
    host.append(this.#bar);
    this.#follow = () => this.#measure();
    stage.beforeFrame.add(this.#follow);
  }

  setUnit(unit: LengthUnit): void {
    this.#unit = unit;
    this.#stage.invalidate();
  }

  /** In perspective the scale holds at the middle of the model. */
  #measure(): void {
    const mmPerPixel = this.#stage.mmPerPixel(this.#stage.center);
    const lengthMm = roundLength(mmPerPixel * widestPixels, this.#unit);
    const width = `${(lengthMm / mmPerPixel).toFixed(1)}px`;
    const label = showLength(lengthMm, this.#unit);
    if (`${width} ${label}` === this.#shown) return;
    this.#shown = `${width} ${label}`;
    this.#bar.style.width = width;
    this.#bar.textContent = label;
  }

  dispose(): void {
    this.#stage.beforeFrame.delete(this.#follow);
    this.#bar.remove();
  }
}
