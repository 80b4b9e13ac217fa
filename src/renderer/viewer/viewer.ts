// The viewer: shows one model, answers to commands, tells what is pointed at, chosen and measured. Knows no React and no app.
import type { Vector3 } from 'three';
import type { ModelMesh } from '../../cad/mesh/part-mesh.ts';
import { type Measurement, measureBetween } from './model/measure.ts';
import type { ViewName } from './model/named-views.ts';
import { isSame, type Picked } from './model/picked.ts';
import { normalAt, type Place } from './model/place.ts';
import type { Section } from './model/section.ts';
import type { LengthUnit } from './model/units.ts';
import { watchContext } from './three/context-loss.ts';
import { Highlight } from './three/highlight.ts';
import { palettes, type Theme } from './three/palette.ts';
import { PartObject, type Shading } from './three/part-object.ts';
import { pickAt } from './three/picking.ts';
import { SectionCap, type SectionFacts } from './three/section-cap.ts';
import { Stage } from './three/stage.ts';
import { Dimensions } from './tools/dimensions.ts';
import { followPointer } from './tools/pointer.ts';
import { ScaleBar } from './tools/scale-bar.ts';
import { ViewCube } from './tools/view-cube.ts';

export type Tool = 'select' | 'measure';

/** Events: what became true. */
export interface ViewerEvents {
  onHover?(picked: Picked | null): void;
  onSelect?(picked: readonly Picked[]): void;
  onMeasure?(measurements: readonly Measurement[]): void;
  /** Area and outline of the cut face; null when nothing is cut. */
  onSection?(facts: SectionFacts | null): void;
  /** The graphics context was lost (true) or is back. */
  onContextLost?(isLost: boolean): void;
}

export interface ViewerOptions extends ViewerEvents {
  readonly theme: Theme;
  readonly unit: LengthUnit;
}

export class Viewer implements Disposable {
  readonly #stage: Stage;
  readonly #events: ViewerEvents;
  readonly #hover: Highlight;
  readonly #chosen: Highlight;
  readonly #finding: Highlight;
  readonly #cap: SectionCap;
  readonly #dimensions: Dimensions;
  readonly #cube: ViewCube;
  readonly #scaleBar: ScaleBar;
  readonly #stopPointer: () => void;
  readonly #stopWatching: () => void;
  #theme: Theme;
  #unit: LengthUnit;
  #model: ModelMesh | null = null;
  #parts: PartObject[] = [];
  #section: Section | null = null;
  #shading: Shading = 'shaded';
  #tool: Tool = 'select';
  #hovered: Picked | null = null;
  #selected: readonly Picked[] = [];
  #measurements: readonly Measurement[] = [];
  #firstEnd: Picked | null = null;
  #measured = 0;

  constructor(host: HTMLElement, options: ViewerOptions) {
    this.#events = options;
    this.#theme = options.theme;
    this.#unit = options.unit;
    this.#stage = new Stage(host, options.theme);
    const { accent } = palettes[options.theme];
    this.#hover = new Highlight(this.#stage.scene, { color: accent, fillOpacity: 0.15, lineWidth: 2 });
    this.#chosen = new Highlight(this.#stage.scene, { color: accent, fillOpacity: 0.35, lineWidth: 3 });
    this.#finding = new Highlight(this.#stage.scene, {
      color: palettes[options.theme].finding,
      fillOpacity: 0.55,
      lineWidth: 3,
    });
    this.#cap = new SectionCap(this.#stage.scene, options.theme);
    this.#dimensions = new Dimensions(host, this.#stage, accent);
    this.#cube = new ViewCube(host, this.#stage, (view) => this.look(view));
    this.#scaleBar = new ScaleBar(host, this.#stage, options.unit);
    this.#stopPointer = followPointer(this.#stage.canvas, {
      onHover: (at) => this.#point(at),
      onPress: (at, isAdding) => this.#press(at, isAdding),
    });
    this.#stopWatching = watchContext(this.#stage, (isLost) => this.#events.onContextLost?.(isLost));
  }

  /** Shows a model in place of the last one, seen isometrically and whole. */
  show(model: ModelMesh): void {
    this.clear();
    this.#model = model;
    this.#parts = model.parts.map((part) => new PartObject(part, this.#theme));
    for (const { group } of this.#parts) this.#stage.scene.add(group);
    this.#stage.setBounds(model.box);
    this.setShading(this.#shading);
    this.#stage.look('iso', false);
  }

  clear(): void {
    this.setSection(null);
    this.#hover.clear();
    this.#finding.clear();
    this.#choose([]);
    this.clearMeasurements();
    for (const part of this.#parts) part.dispose();
    this.#parts = [];
    this.#model = null;
    this.#stage.invalidate();
  }

  fit(): void {
    this.#stage.fit(true);
  }

  look(view: ViewName): void {
    this.#stage.look(view, true);
  }

  setOrthographic(isOrthographic: boolean): void {
    this.#stage.setOrthographic(isOrthographic);
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.#stage.setTheme(theme);
    const { accent, finding } = palettes[theme];
    this.#finding.setColor(finding);
    for (const part of this.#parts) part.setTheme(theme);
    for (const one of [this.#hover, this.#chosen, this.#dimensions]) one.setColor(accent);
    this.#cap.setTheme(theme);
    this.#stage.invalidate();
  }

  setUnit(unit: LengthUnit): void {
    this.#unit = unit;
    this.#scaleBar.setUnit(unit);
    this.#dimensions.show(this.#measurements, unit);
  }

  setShading(shading: Shading): void {
    this.#shading = shading;
    for (const part of this.#parts) part.setShading(shading);
    this.#stage.invalidate();
  }

  setTool(tool: Tool): void {
    this.#tool = tool;
    this.#firstEnd = null;
    this.#choose([]);
  }

  setHidden(hidden: ReadonlySet<number>): void {
    this.#parts.forEach(({ group }, index) => (group.visible = !hidden.has(index)));
    this.#cut();
  }

  /** Tints parts, as when their row in the tree is pointed at. */
  highlightParts(indexes: readonly number[]): void {
    this.#hover.showParts(indexes, this.#parts);
    this.#stage.invalidate();
  }

  /** Tints a place in the colour of findings and marks its point; null takes that away. */
  markPlace(place: Place | null): void {
    this.#finding.showPlace(place, this.#parts);
    this.#stage.invalidate();
  }

  /** Marks a place and turns the model so that it is seen from outside, near. */
  flyTo(place: Place): void {
    this.markPlace(place);
    if (this.#model === null || place.point === null) return;
    this.#stage.flyTo(place.point, normalAt(this.#model, place));
  }

  setSection(section: Section | null): void {
    this.#section = section;
    this.#cut();
  }

  clearMeasurements(): void {
    this.#firstEnd = null;
    this.#tellMeasured([]);
  }

  removeMeasurement(id: string): void {
    this.#tellMeasured(this.#measurements.filter((measurement) => measurement.id !== id));
  }

  /** The present picture as PNG. */
  async picture(): Promise<Blob | null> {
    return new Promise((resolve) => this.#stage.canvas.toBlob(resolve, 'image/png'));
  }

  /** Counts for tests: frames drawn, and what the graphics card holds. */
  get counts(): { frames: number; geometries: number; textures: number; programs: number } {
    const { memory, programs } = this.#stage.renderer.info;
    const { geometries, textures } = memory;
    return { frames: this.#stage.frameCount, geometries, textures, programs: programs?.length ?? 0 };
  }

  /** Where a point of the model is on the canvas, pixels; for tests and labels. */
  toCanvas(point: readonly [number, number, number]): { x: number; y: number } {
    const seen: Vector3 = this.#stage.center
      .clone()
      .set(...point)
      .project(this.#stage.camera);
    const { clientWidth, clientHeight } = this.#stage.canvas;
    return { x: ((seen.x + 1) / 2) * clientWidth, y: ((1 - seen.y) / 2) * clientHeight };
  }

  #cut(): void {
    const planes = this.#section === null ? [] : [this.#cap.plane];
    for (const part of this.#parts) part.setClipping(planes);
    for (const highlight of [this.#hover, this.#chosen, this.#finding]) highlight.setClipping(planes);
    if (this.#section === null || this.#model === null) {
      this.#cap.hide();
      this.#events.onSection?.(null);
    } else {
      const scene = { parts: this.#parts, box: this.#model.box };
      const facts = this.#cap.show(this.#section, scene, this.#stage.renderer.getPixelRatio());
      this.#events.onSection?.(facts);
    }
    this.#stage.invalidate();
  }

  #pick(at: { x: number; y: number }): Picked | null {
    const scene = { stage: this.#stage, parts: this.#parts, section: this.#section };
    return pickAt(scene, at, this.#tool === 'measure');
  }

  #point(at: { x: number; y: number } | null): void {
    const picked = at === null ? null : this.#pick(at);
    if (!isSame(picked, this.#hovered)) {
      this.#hover.show(picked === null ? [] : [picked], this.#parts);
      this.#stage.invalidate();
    }
    this.#hovered = picked;
    this.#events.onHover?.(picked);
  }

  #press(at: { x: number; y: number }, isAdding: boolean): void {
    const picked = this.#pick(at);
    if (this.#tool === 'measure') return this.#measure(picked);
    if (picked === null) return this.#choose([]);
    const others = this.#selected.filter((one) => !isSame(one, picked));
    if (!isAdding) this.#choose([picked]);
    else this.#choose(others.length === this.#selected.length ? [...others, picked] : others);
  }

  #measure(picked: Picked | null): void {
    if (picked === null || this.#model === null) return;
    const first = this.#firstEnd;
    if (first === null) {
      this.#firstEnd = picked;
      return this.#choose([picked]);
    }
    this.#firstEnd = null;
    this.#measured += 1;
    this.#choose([first, picked]);
    const measurement = measureBetween(this.#model, [first, picked], `m${this.#measured}`);
    this.#tellMeasured([...this.#measurements, measurement]);
  }

  #tellMeasured(measurements: readonly Measurement[]): void {
    this.#measurements = measurements;
    this.#dimensions.show(measurements, this.#unit);
    this.#events.onMeasure?.(measurements);
  }

  #choose(picked: readonly Picked[]): void {
    this.#selected = picked;
    this.#chosen.show(picked, this.#parts);
    this.#stage.invalidate();
    this.#events.onSelect?.(picked);
  }

  [Symbol.dispose](): void {
    this.#stopWatching();
    this.#stopPointer();
    this.clear();
    for (const one of [this.#hover, this.#chosen, this.#finding, this.#cap]) one.dispose();
    for (const one of [this.#dimensions, this.#cube, this.#scaleBar]) one.dispose();
    this.#stage.dispose();
  }
}
