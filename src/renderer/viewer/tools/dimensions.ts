// Dimension lines over the model: thin leaders and a label on a pill, following the camera.
import * as THREE from 'three';
import { type Measurement, namedLabel } from '../model/measure.ts';
import type { LengthUnit } from '../model/units.ts';
import type { Stage } from '../three/stage.ts';

export class Dimensions {
  readonly #stage: Stage;
  readonly #layer = document.createElement('div');
  readonly #material: THREE.LineBasicMaterial;
  readonly #lines = new THREE.Group();
  readonly #follow: () => void;
  #labels: { element: HTMLElement; point: THREE.Vector3 }[] = [];

  constructor(host: HTMLElement, stage: Stage, color: number) {
    this.#stage = stage;
    this.#layer.className = 'viewer-labels';
    host.append(this.#layer);
    this.#material = new THREE.LineBasicMaterial({ color, depthTest: false, transparent: true });
    this.#lines.renderOrder = 20;
    stage.scene.add(this.#lines);
    this.#follow = () => this.#place();
    stage.beforeFrame.add(this.#follow);
  }

  setColor(color: number): void {
    this.#material.color.setHex(color);
  }

  show(measurements: readonly Measurement[], unit: LengthUnit): void {
    this.clear();
    for (const measurement of measurements) {
      const points = [new THREE.Vector3(...measurement.from), new THREE.Vector3(...measurement.to)];
      const geometry = new THREE.BufferGeometry().setFromPoints(points);
      const line = new THREE.Line(geometry, this.#material);
      line.renderOrder = 20;
      this.#lines.add(line);
      const element = document.createElement('span');
      element.className = 'dimension-label';
      element.textContent = namedLabel(measurement, unit);
      this.#layer.append(element);
      const [from, to] = points;
      if (from !== undefined && to !== undefined)
        this.#labels.push({ element, point: from.clone().lerp(to, 0.5) });
    }
    this.#stage.invalidate();
  }

  /** Whether the lines are drawn in a picture. */
  setDrawn(isDrawn: boolean): void {
    this.#lines.visible = isDrawn && !this.#layer.hidden;
  }

  /** Paints the labels into a picture, as they stand over the viewport; `scale`: its pixels per pixel of the screen. */
  paint(
    pen: CanvasRenderingContext2D,
    { widthPx, heightPx, scale }: { widthPx: number; heightPx: number; scale: number },
  ): void {
    if (this.#layer.hidden) return;
    const style = getComputedStyle(this.#layer);
    pen.font = `500 ${11 * scale}px ${style.getPropertyValue('--mono') || 'monospace'}`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    for (const { element, point } of this.#labels) {
      const seen = point.clone().project(this.#stage.camera);
      if (seen.z > 1) continue;
      const [x, y] = [((seen.x + 1) / 2) * widthPx, ((1 - seen.y) / 2) * heightPx];
      const text = element.textContent;
      const [width, height] = [pen.measureText(text).width + 14 * scale, 18 * scale];
      pen.beginPath();
      pen.roundRect(x - width / 2, y - height / 2, width, height, height / 2);
      pen.fillStyle = style.getPropertyValue('--surface');
      pen.fill();
      pen.lineWidth = scale;
      pen.strokeStyle = style.getPropertyValue('--accent');
      pen.stroke();
      pen.fillStyle = style.getPropertyValue('--text');
      pen.fillText(text, x, y);
    }
  }

  /** While the model is taken apart, dimensions would stand beside what they measure. */
  setVisible(isVisible: boolean): void {
    this.#lines.visible = isVisible;
    this.#layer.hidden = !isVisible;
  }

  #place(): void {
    for (const { element, point } of this.#labels) {
      const { x, y } = this.#stage.toCanvas(point);
      element.hidden = point.clone().project(this.#stage.camera).z > 1;
      element.style.transform = `translate(-50%, -50%) translate(${x}px, ${y}px)`;
    }
  }

  clear(): void {
    for (const line of this.#lines.children) if (line instanceof THREE.Line) line.geometry.dispose();
    this.#lines.clear();
    this.#layer.replaceChildren();
    this.#labels = [];
  }

  dispose(): void {
    this.clear();
    this.#stage.beforeFrame.delete(this.#follow);
    this.#material.dispose();
    this.#lines.removeFromParent();
    this.#layer.remove();
  }
}
