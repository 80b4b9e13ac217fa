// Renderer, scene, lights and camera of one viewer. Draws when asked, never on its own.
import CameraControls from 'camera-controls';
import * as THREE from 'three';
import type { Box } from '../../../cad/mesh/part-mesh.ts';
import { viewDirection, type ViewName } from '../model/named-views.ts';
import type { PictureSize, Tile } from '../model/picture-size.ts';
import { palettes, type Theme } from './palette.ts';

CameraControls.install({ THREE });

const fieldOfView = 30;
/** Fitting leaves some air round the model. */
const margin = 1.08;
const up = new THREE.Vector3(0, 0, 1);
/** A surface seen straight on shows no shape: a little from the front, right and above. */
const tilt = new THREE.Vector3(0.35, -0.4, 0.35);

/** Thrown when the page cannot have WebGL. */
export class NoWebGl extends Error {}

export class Stage {
  readonly scene = new THREE.Scene();
  readonly renderer: THREE.WebGLRenderer;
  readonly canvas: HTMLCanvasElement;
  /** Called before each frame is drawn, and after it. */
  readonly beforeFrame = new Set<() => void>();
  readonly afterFrame = new Set<() => void>();
  readonly #host: HTMLElement;
  readonly #perspective = new THREE.PerspectiveCamera(fieldOfView, 1, 0.1, 1e6);
  readonly #orthographic = new THREE.OrthographicCamera(-1, 1, 1, -1, 0.1, 1e6);
  readonly #controls: CameraControls;
  readonly #light = new THREE.DirectionalLight(0xffffff, 2.1);
  readonly #resize: ResizeObserver;
  readonly #sphere = new THREE.Sphere(new THREE.Vector3(), 100);
  #frame = 0;
  #last = 0;
  #frames = 0;

  constructor(host: HTMLElement, theme: Theme) {
    this.#host = host;
    this.renderer = createRenderer();
    this.canvas = this.renderer.domElement;
    this.canvas.className = 'viewer-canvas';
    this.canvas.tabIndex = 0;
    host.append(this.canvas);
    this.renderer.localClippingEnabled = true;
    this.renderer.autoClear = false;
    for (const camera of [this.#perspective, this.#orthographic]) camera.up.copy(up);
    this.#perspective.position.set(100, -100, 100);
    this.#controls = this.#createControls();
    this.#light.position.set(0.4, 0.8, 1);
    const head = new THREE.Group();
    head.add(this.#light, this.#light.target);
    this.#light.target.position.set(0, 0, -1);
    this.scene.add(new THREE.HemisphereLight(0xffffff, 0x8a909a, 1.5), head);
    this.beforeFrame.add(() => head.quaternion.copy(this.camera.quaternion));
    this.setTheme(theme);
    this.#resize = new ResizeObserver(() => this.#fitHost());
    this.#resize.observe(host);
    this.#fitHost();
  }

  get camera(): THREE.PerspectiveCamera | THREE.OrthographicCamera {
    return this.#controls.camera;
  }

  /** How many frames were drawn: an idle viewer draws none. */
  get frameCount(): number {
    return this.#frames;
  }

  get isOrthographic(): boolean {
    return this.camera instanceof THREE.OrthographicCamera;
  }

  /** Asks for one frame; many requests make one. */
  invalidate(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame((now) => this.#draw(now));
  }

  setTheme(theme: Theme): void {
    const { top, bottom } = palettes[theme];
    this.#host.style.background = `linear-gradient(${top}, ${bottom})`;
    this.invalidate();
  }

  /** What fitting shows. */
  setBounds({ min, max }: Box): void {
    new THREE.Box3(new THREE.Vector3(...min), new THREE.Vector3(...max)).getBoundingSphere(this.#sphere);
    this.#sphere.radius = Math.max(this.#sphere.radius, 1e-3);
    for (const camera of [this.#perspective, this.#orthographic]) {
      camera.near = this.#sphere.radius / 500;
      camera.far = this.#sphere.radius * 500;
    }
    this.#controls.minDistance = this.#sphere.radius / 200;
    this.#controls.maxDistance = this.#sphere.radius * 200;
  }

  fit(animated: boolean): void {
    const { center, radius } = this.#sphere;
    void this.#controls.fitToSphere(new THREE.Sphere(center, radius * margin), animated);
    this.invalidate();
  }

  look(name: ViewName, animated: boolean): void {
    const [x, y, z] = viewDirection(name);
    const { center, radius } = this.#sphere;
    const from = new THREE.Vector3(x, y, z)
      .normalize()
      .multiplyScalar(radius * 4)
      .add(center);
    // Straight from above the camera would have no horizon: a hair of the front keeps X to the right.
    if (x === 0 && y === 0) from.y -= radius * 1e-3;
    void this.#controls.setLookAt(from.x, from.y, from.z, center.x, center.y, center.z, animated);
    this.fit(animated);
  }

  /** Looks at the middle of the model from a point, at once. */
  lookFrom(eye: readonly [number, number, number]): void {
    const { center } = this.#sphere;
    void this.#controls.setLookAt(...eye, center.x, center.y, center.z, false);
    this.#controls.update(0);
    this.camera.updateMatrixWorld();
    this.invalidate();
  }

  /** Turns to a point and comes near; from where it is seen now, unless its surface would then look away. */
  flyTo(point: readonly [number, number, number], normal: readonly [number, number, number] | null): void {
    const at = new THREE.Vector3(...point);
    const now = this.#controls.getPosition(new THREE.Vector3()).sub(at).normalize();
    const out = normal === null ? now.clone() : new THREE.Vector3(...normal);
    const from = now.dot(out) > 0.35 ? now : out.add(now.multiplyScalar(0.3)).add(tilt).normalize();
    const near = at.clone().addScaledVector(from, this.#sphere.radius * 2);
    void this.#controls.setLookAt(near.x, near.y, near.z, at.x, at.y, at.z, true);
    this.invalidate();
  }

  setOrthographic(isOrthographic: boolean): void {
    if (isOrthographic === this.isOrthographic) return;
    const position = this.#controls.getPosition(new THREE.Vector3());
    const target = this.#controls.getTarget(new THREE.Vector3());
    const camera = isOrthographic ? this.#orthographic : this.#perspective;
    camera.position.copy(position);
    this.#controls.camera = camera;
    void this.#controls.setLookAt(position.x, position.y, position.z, target.x, target.y, target.z, false);
    this.#setMouse();
    this.#fitHost();
    this.fit(false);
  }

  /** Millimetres per screen pixel at a distance from the camera; for picking tolerances and the scale bar. */
  mmPerPixel(point: THREE.Vector3): number {
    const height = this.canvas.clientHeight || 1;
    if (this.camera instanceof THREE.OrthographicCamera)
      return (this.camera.top - this.camera.bottom) / this.camera.zoom / height;
    const apart = this.camera.position.distanceTo(point);
    return (2 * apart * Math.tan(THREE.MathUtils.degToRad(fieldOfView / 2))) / height;
  }

  /** From the camera through a place of the canvas, pixels from its upper left. */
  rayAt({ x, y }: { x: number; y: number }): THREE.Ray {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const caster = new THREE.Raycaster();
    caster.setFromCamera(new THREE.Vector2((x / width) * 2 - 1, 1 - (y / height) * 2), this.camera);
    return caster.ray;
  }

  /** Where a point is on the canvas, pixels from its upper left. */
  toCanvas(point: THREE.Vector3): { x: number; y: number } {
    const seen = point.clone().project(this.camera);
    const { clientWidth: width, clientHeight: height } = this.canvas;
    return { x: ((seen.x + 1) / 2) * width, y: ((1 - seen.y) / 2) * height };
  }

  /** From the middle of the model towards the camera, of length 1. */
  get toward(): THREE.Vector3 {
    return this.camera.getWorldDirection(new THREE.Vector3()).negate();
  }

  get center(): THREE.Vector3 {
    return this.#sphere.center;
  }

  #createControls(): CameraControls {
    const controls = new CameraControls(this.#perspective, this.canvas);
    controls.updateCameraUp();
    controls.smoothTime = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 0.12;
    controls.draggingSmoothTime = 0.04;
    controls.dollyToCursor = true;
    controls.addEventListener('update', () => this.invalidate());
    controls.addEventListener('control', () => this.invalidate());
    controls.addEventListener('controlstart', () => this.invalidate());
    return controls;
  }

  /** Middle drag pans like right drag; the wheel zooms in both projections. */
  #setMouse(): void {
    const { ACTION } = CameraControls;
    this.#controls.mouseButtons.middle = ACTION.TRUCK;
    this.#controls.mouseButtons.right = ACTION.TRUCK;
    this.#controls.mouseButtons.wheel = this.isOrthographic ? ACTION.ZOOM : ACTION.DOLLY;
  }

  #fitHost(): void {
    const { clientWidth: width, clientHeight: height } = this.#host;
    if (width === 0 || height === 0) return;
    this.renderer.setPixelRatio(Math.min(devicePixelRatio, 2));
    this.renderer.setSize(width, height);
    this.#perspective.aspect = width / height;
    const half = this.#sphere.radius * 1.2;
    Object.assign(this.#orthographic, {
      left: (-half * width) / height,
      right: (half * width) / height,
      top: half,
      bottom: -half,
    });
    this.#perspective.updateProjectionMatrix();
    this.#orthographic.updateProjectionMatrix();
    this.invalidate();
  }

  #draw(now: number): void {
    this.#frame = 0;
    const seconds = Math.min(0.1, Math.max(0.001, (now - this.#last) / 1000));
    this.#last = now;
    const moves = this.#controls.update(seconds);
    for (const task of this.beforeFrame) task();
    this.renderer.clear();
    this.renderer.render(this.scene, this.camera);
    for (const task of this.afterFrame) task();
    this.#frames += 1;
    if (moves) this.invalidate();
  }

  /** Draws the present view at another size, tile by tile; `take` copies each from the canvas at once. */
  drawAt(size: PictureSize, tiles: readonly Tile[], take: (tile: Tile) => void): void {
    this.seenAt(size, (camera) => {
      this.renderer.setPixelRatio(1);
      for (const task of this.beforeFrame) task();
      for (const tile of tiles) {
        camera.setViewOffset(size.widthPx, size.heightPx, tile.x, tile.y, tile.width, tile.height);
        this.renderer.setSize(tile.width, tile.height, false);
        this.renderer.clear();
        this.renderer.render(this.scene, camera);
        take(tile);
      }
      camera.clearViewOffset();
    });
  }

  /** Runs `task` while the camera looks as it would at another size. */
  seenAt(
    { widthPx, heightPx }: PictureSize,
    task: (camera: THREE.PerspectiveCamera | THREE.OrthographicCamera) => void,
  ): void {
    const { camera } = this;
    if (camera instanceof THREE.PerspectiveCamera) camera.aspect = widthPx / heightPx;
    else {
      camera.right = (camera.top * widthPx) / heightPx;
      camera.left = -camera.right;
    }
    camera.updateProjectionMatrix();
    try {
      task(camera);
    } finally {
      this.#fitHost();
    }
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    this.#resize.disconnect();
    this.#controls.dispose();
    this.#light.dispose();
    this.renderer.dispose();
    this.renderer.forceContextLoss();
    this.canvas.remove();
  }
}

function createRenderer(): THREE.WebGLRenderer {
  try {
    return new THREE.WebGLRenderer({
      antialias: true,
      alpha: true,
      stencil: true,
      preserveDrawingBuffer: true,
    });
  } catch {
    throw new NoWebGl('This machine shows no 3-D pictures: WebGL is not available.');
  }
}
