// The viewer: shows one model, answers to commands, tells what is pointed at, chosen and measured. Knows no React and no app.
import { Vector3 } from 'three';
import type { ModelMesh } from '../../cad/mesh/part-mesh.ts';
import type { ViewName } from './model/named-views.ts';
import type { ColorMode } from './model/part-colors.ts';
import { isSame, type Picked } from './model/picked.ts';
import { normalAt, type Place } from './model/place.ts';
import type { Section } from './model/section.ts';
import { sectionFromPicked } from './model/section-from-picked.ts';
import type { LengthUnit } from './model/units.ts';
import { add, type Vector } from './model/vector.ts';
import { Assembly } from './three/assembly.ts';
import { watchContext } from './three/context-loss.ts';
import { Highlights } from './three/highlights.ts';
import { palettes, type Theme } from './three/palette.ts';
import type { Shading } from './three/part-object.ts';
import { pickAt } from './three/picking.ts';
import { Stage } from './three/stage.ts';
import { Cutting } from './tools/cutting.ts';
import { Dimensions } from './tools/dimensions.ts';
import { Measuring } from './tools/measuring.ts';
import { type PictureOptions, takePicture } from './tools/picture.ts';
import { followPointer } from './tools/pointer.ts';
import { ScaleBar } from './tools/scale-bar.ts';
import { SurfaceMap } from './tools/surface-map.ts';
import { ViewCube } from './tools/view-cube.ts';
import type { Tool, ViewerEvents, ViewerOptions } from './viewer-events.ts';

export class Viewer implements Disposable {
  /** Walls, overhang or draft as colours on the model. */
  readonly map: SurfaceMap;
  /** The dimensions that stand on the model. */
  readonly measuring: Measuring;
  readonly #stage: Stage;
  readonly #events: ViewerEvents;
  readonly #assembly: Assembly;
  readonly #highlights: Highlights;
  readonly #cutting: Cutting;
  readonly #dimensions: Dimensions;
  readonly #cube: ViewCube;
  readonly #scaleBar: ScaleBar;
  readonly #stopPointer: () => void;
  readonly #stopWatching: () => void;
  #theme: Theme;
  #tool: Tool = 'select';
  #hovered: Picked | null = null;
  #selected: readonly Picked[] = [];

  constructor(host: HTMLElement, options: ViewerOptions) {
    this.#events = options;
    this.#theme = options.theme;
    this.#stage = new Stage(host, options.theme);
    this.#assembly = new Assembly(this.#stage.scene, options.theme);
    this.#highlights = new Highlights(options.theme);
    this.#cutting = new Cutting(
      host,
      { stage: this.#stage, assembly: this.#assembly },
      { ...options, onMove: (index, offsetMm) => this.#events.onSectionMoved?.(index, offsetMm) },
    );
    this.map = new SurfaceMap(
      this.#stage,
      () => this.#assembly.parts,
      (state) => this.#events.onMap?.(state),
    );
    this.#dimensions = new Dimensions(host, this.#stage, palettes[options.theme].accent);
    this.measuring = new Measuring(this.#dimensions, options.unit, (measurements) =>
      this.#events.onMeasure?.(measurements),
    );
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
    this.#assembly.show(model);
    this.#stage.setBounds(model.box);
    this.#stage.look('iso', false);
  }

  clear(): void {
    this.setSections([]);
    this.map.clear();
    this.setExplosion(0);
    this.#highlights.clear();
    this.#choose([]);
    this.measuring.clear();
    this.#assembly.clear();
    this.#stage.invalidate();
  }

  fit(): void {
    this.#stage.fit(true);
  }

  look(view: ViewName): void {
    this.#stage.look(view, true);
  }

  /** Looks at the middle of the model from this point, mm, at once; for measuring. */
  lookFrom(eye: Vector): void {
    this.#stage.lookFrom(eye);
  }

  /** What is under a place of the canvas, pixels from its upper left. */
  pickAt(at: { readonly x: number; readonly y: number }): Picked | null {
    const scene = { stage: this.#stage, parts: this.#assembly.parts, sections: this.#cutting.shown };
    return pickAt(scene, at, this.#tool === 'measure');
  }

  setOrthographic(isOrthographic: boolean): void {
    this.#stage.setOrthographic(isOrthographic);
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.#stage.setTheme(theme);
    this.#highlights.setTheme(theme);
    this.#dimensions.setColor(palettes[theme].accent);
    this.#assembly.setTheme(theme);
    this.#cutting.setTheme(theme);
    this.#stage.invalidate();
  }

  setUnit(unit: LengthUnit): void {
    this.#scaleBar.setUnit(unit);
    this.measuring.setUnit(unit);
    this.#cutting.setUnit(unit);
  }

  setShading(shading: Shading): void {
    this.#assembly.setShading(shading);
    this.#stage.invalidate();
  }

  setTool(tool: Tool): void {
    this.#tool = tool;
    this.measuring.forgetFirstEnd();
    this.#choose([]);
  }

  /** Takes the model apart: 1 its first level, 2 the second too. Sections and dimensions are set aside meanwhile. */
  setExplosion(amount: number): void {
    this.#assembly.setExplosion(amount);
    this.#dimensions.setVisible(!this.#assembly.isApart);
    const { box } = this.#assembly;
    if (box !== null) this.#stage.setBounds(box);
    this.#cut();
  }

  setColors(mode: ColorMode): void {
    this.#assembly.setColors(mode);
    this.#stage.invalidate();
  }

  setHidden(hidden: ReadonlySet<number>): void {
    this.#assembly.setHidden(hidden);
    this.#cut();
  }

  /** Tints parts, as when their row in the tree is pointed at. */
  highlightParts(indexes: readonly number[]): void {
    this.#highlights.hover.showParts(indexes, this.#assembly.parts);
    this.#stage.invalidate();
  }

  /** Tints a place in the colour of findings and marks its point; null takes that away. */
  markPlace(place: Place | null): void {
    this.#highlights.finding.showPlace(place, this.#assembly.parts);
    this.#stage.invalidate();
  }

  /** Marks a place and turns the model so that it is seen from outside, near. */
  flyTo(place: Place): void {
    this.markPlace(place);
    if (this.#assembly.model === null || place.point === null) return;
    const offset = this.#assembly.parts[place.part]?.group.position.toArray() ?? [0, 0, 0];
    this.#stage.flyTo(add(place.point, offset), normalAt(this.#assembly.model, place));
  }

  /** Cuts the model at these planes, three at most. */
  setSections(sections: readonly Section[]): void {
    this.#cutting.sections = sections;
    this.#cut();
  }

  get sections(): readonly Section[] {
    return this.#cutting.sections;
  }

  /** The plane that the chosen face, axis or edge gives; null when none or another kind is chosen. */
  sectionFromChosen(): Section | null {
    const picked = this.#selected.at(-1);
    if (picked === undefined || this.#assembly.model === null) return null;
    return sectionFromPicked(this.#assembly.model, picked, this.toward);
  }

  /** From the model towards the eye, of length 1. */
  get toward(): Vector {
    return this.#stage.toward.toArray();
  }

  /** A picture of the present view as PNG; a `Refusal` for a size that cannot be had. */
  async picture(options: PictureOptions): Promise<Blob> {
    const scale = options.heightPx / (this.#stage.canvas.clientHeight || 1);
    this.#cutting.beginPicture(scale);
    try {
      return await takePicture(this.#stage, { dimensions: this.#dimensions, theme: this.#theme }, options);
    } finally {
      this.#cut();
    }
  }

  /** The size of the viewport, in pixels of the screen. */
  get size(): { readonly widthPx: number; readonly heightPx: number } {
    const { clientWidth, clientHeight } = this.#stage.canvas;
    return { widthPx: clientWidth, heightPx: clientHeight };
  }

  /** Counts for tests: frames drawn, and what the graphics card holds. */
  get counts(): { frames: number; geometries: number; textures: number; programs: number } {
    const { memory, programs } = this.#stage.renderer.info;
    const { geometries, textures } = memory;
    return { frames: this.#stage.frameCount, geometries, textures, programs: programs?.length ?? 0 };
  }

  /** Where a point of the model is on the canvas, pixels; for tests and labels. */
  toCanvas(point: readonly [number, number, number]): { x: number; y: number } {
    return this.#stage.toCanvas(new Vector3(...point));
  }

  #cut(): void {
    const facts = this.#cutting.apply();
    const { planes } = this.#cutting;
    this.#assembly.setClipping(planes);
    this.map.layer.setClipping(planes);
    this.#highlights.setClipping(planes);
    this.#events.onSection?.(facts);
    this.#stage.invalidate();
  }

  #point(at: { x: number; y: number } | null): void {
    const picked = at === null ? null : this.pickAt(at);
    if (!isSame(picked, this.#hovered)) {
      this.#highlights.hover.show(picked === null ? [] : [picked], this.#assembly.parts);
      this.#stage.invalidate();
    }
    this.#hovered = picked;
    this.#events.onHover?.(picked);
    this.#events.onProbe?.(this.map.valueAt(picked));
  }

  #press(at: { x: number; y: number }, isAdding: boolean): void {
    const picked = this.pickAt(at);
    if (this.#tool === 'measure') {
      if (picked !== null && this.#assembly.model !== null)
        this.#choose(this.measuring.take(this.#assembly.model, picked));
      return;
    }
    if (picked === null) return this.#choose([]);
    const others = this.#selected.filter((one) => !isSame(one, picked));
    if (!isAdding) this.#choose([picked]);
    else this.#choose(others.length === this.#selected.length ? [...others, picked] : others);
  }

  #choose(picked: readonly Picked[]): void {
    this.#selected = picked;
    this.#highlights.chosen.show(picked, this.#assembly.parts);
    this.#stage.invalidate();
    this.#events.onSelect?.(picked);
  }

  [Symbol.dispose](): void {
    this.#stopWatching();
    this.#stopPointer();
    this.clear();
    for (const one of [this.#highlights, this.#cutting]) one.dispose();
    for (const one of [this.#dimensions, this.#cube, this.#scaleBar]) one.dispose();
    this.#stage.dispose();
  }
}
