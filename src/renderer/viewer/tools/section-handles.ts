// The handles of the section planes: sliders in the viewport, dragged along the plane's direction or moved by the arrow keys.
import { Vector3 } from 'three';
import type { Box } from '../../../cad/mesh/part-mesh.ts';
import { alongLine } from '../model/drag.ts';
import { type Section, sectionRange } from '../model/section.ts';
import { type LengthUnit, showLength } from '../model/units.ts';
import type { SectionCap } from '../three/section-cap.ts';
import type { Stage } from '../three/stage.ts';

interface Drag {
  readonly pointer: number;
  /** Offset under the pointer less the plane's, mm, when it was taken hold of. */
  readonly heldMm: number;
  readonly section: Section;
  readonly from: Vector3;
  readonly startY: number;
}

/** Shares of the range that keys move by. */
const [smallStep, largeStep] = [0.01, 0.1];

export class SectionHandles {
  readonly #stage: Stage;
  readonly #layer = document.createElement('div');
  readonly #onMove: (index: number, offsetMm: number) => void;
  readonly #follow: () => void;
  #handles: HTMLElement[] = [];
  #caps: readonly SectionCap[] = [];
  #box: Box | null = null;
  #drag: Drag | null = null;

  constructor(host: HTMLElement, stage: Stage, onMove: (index: number, offsetMm: number) => void) {
    this.#stage = stage;
    this.#onMove = onMove;
    this.#layer.className = 'section-handles';
    host.append(this.#layer);
    this.#follow = () => this.#place();
    stage.beforeFrame.add(this.#follow);
  }

  show(caps: readonly SectionCap[], box: Box | null, unit: LengthUnit): void {
    this.#caps = caps;
    this.#box = box;
    for (const handle of this.#handles.splice(caps.length)) handle.remove();
    caps.forEach(({ section }, index) => {
      const handle = (this.#handles[index] ??= this.#create(index));
      const [low, high] = box === null ? [0, 0] : sectionRange(box, section);
      handle.ariaLabel = `Section plane ${index + 1}`;
      handle.ariaValueMin = String(low);
      handle.ariaValueMax = String(high);
      handle.ariaValueNow = String(section.offsetMm);
      handle.ariaValueText = showLength(section.offsetMm, unit);
    });
  }

  #create(index: number): HTMLElement {
    const handle = document.createElement('div');
    handle.className = 'section-handle';
    handle.role = 'slider';
    handle.tabIndex = 0;
    handle.addEventListener('pointerdown', (event) => this.#take(index, event));
    handle.addEventListener('pointermove', (event) => this.#pull(index, event));
    for (const end of ['pointerup', 'pointercancel'] as const)
      handle.addEventListener(end, () => (this.#drag = null));
    handle.addEventListener('keydown', (event) => this.#step(index, event));
    this.#layer.append(handle);
    return handle;
  }

  #take(index: number, event: PointerEvent): void {
    const cap = this.#caps[index];
    if (cap === undefined || event.button !== 0) return;
    event.preventDefault();
    const handle = this.#handles[index];
    handle?.focus();
    handle?.setPointerCapture(event.pointerId);
    const held = { pointer: event.pointerId, section: cap.section, from: cap.middle.clone() };
    const drag = { ...held, heldMm: 0, startY: event.clientY };
    this.#drag = { ...drag, heldMm: this.#movedMm(drag, event) };
  }

  #pull(index: number, event: PointerEvent): void {
    const drag = this.#drag;
    if (drag === null || drag.pointer !== event.pointerId) return;
    this.#move(index, drag.section.offsetMm + this.#movedMm(drag, event) - drag.heldMm);
  }

  /** How far along its direction the pointer wants the plane; by its height on the screen where that is seen end on. */
  #movedMm({ section: { direction }, from, startY }: Drag, event: PointerEvent): number {
    const { left, top } = this.#stage.canvas.getBoundingClientRect();
    const { origin, direction: view } = this.#stage.rayAt({
      x: event.clientX - left,
      y: event.clientY - top,
    });
    const ray = { origin: origin.toArray(), direction: view.toArray() };
    return (
      alongLine(ray, from.toArray(), direction) ?? (startY - event.clientY) * this.#stage.mmPerPixel(from)
    );
  }

  #step(index: number, event: KeyboardEvent): void {
    const section = this.#caps[index]?.section;
    if (section === undefined || this.#box === null) return;
    const [low, high] = sectionRange(this.#box, section);
    const by = (share: number): number => section.offsetMm + share * (high - low);
    const targets: Readonly<Record<string, number>> = {
      ArrowUp: by(smallStep),
      ArrowRight: by(smallStep),
      ArrowDown: by(-smallStep),
      ArrowLeft: by(-smallStep),
      PageUp: by(largeStep),
      PageDown: by(-largeStep),
      Home: low,
      End: high,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    this.#move(index, target);
  }

  #move(index: number, offsetMm: number): void {
    const section = this.#caps[index]?.section;
    if (section === undefined || this.#box === null) return;
    const [low, high] = sectionRange(this.#box, section);
    this.#onMove(index, Math.min(high, Math.max(low, offsetMm)));
  }

  /** Each handle stands on the middle of its cut, its arrows along the plane's direction as it is seen. */
  #place(): void {
    this.#caps.forEach(({ middle, section }, index) => {
      const handle = this.#handles[index];
      if (handle === undefined) return;
      const at = this.#stage.toCanvas(middle);
      const tip = this.#stage.toCanvas(
        middle
          .clone()
          .addScaledVector(new Vector3(...section.direction), 20 * this.#stage.mmPerPixel(middle)),
      );
      const turn = Math.atan2(tip.y - at.y, tip.x - at.x);
      handle.style.transform = `translate(${at.x}px, ${at.y}px) translate(-50%, -50%) rotate(${turn}rad)`;
    });
  }

  dispose(): void {
    this.#stage.beforeFrame.delete(this.#follow);
    this.#layer.remove();
  }
}
