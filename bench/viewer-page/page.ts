// What is measured inside the browser: the viewer, and bare three with the same triangles and edges.
import * as THREE from 'three';
import { STLLoader } from 'three/addons/loaders/STLLoader.js';
import { mergeVertices } from 'three/addons/utils/BufferGeometryUtils.js';
import type { ModelMesh } from '../../src/cad/mesh/part-mesh.ts';
import { loadModel, Viewer } from '../../src/renderer/viewer/index.ts';
import { stlOf, waveModel } from './wave-model.ts';

/** What the suite reaches through `window.bench`; times are milliseconds. */
export interface ViewerBench {
  /** `besides`: bare three shows it too, in a canvas of its own. */
  open(triangles: number, besides: boolean): void;
  close(): void;
  pick(count: number, movesCamera: boolean): number;
  barePick(count: number): number;
  frames(count: number): Promise<number>;
  bareFrames(count: number): Promise<number>;
  parseStl(triangles: number): Promise<number>;
  bareParseStl(triangles: number): number;
}

declare global {
  interface Window {
    bench: ViewerBench;
  }
}

const host = document.getElementById('host');
if (host === null) throw new Error('The page has no place for the viewer.');
let viewer: Viewer | null = null;
let bare: Bare | null = null;
let model: ModelMesh | null = null;

/** The least a page would do to show these triangles and edges. */
interface Bare {
  readonly renderer: THREE.WebGLRenderer;
  readonly scene: THREE.Scene;
  readonly camera: THREE.PerspectiveCamera;
  readonly mesh: THREE.Mesh;
}

function openBare({ parts: [part] }: ModelMesh): Bare {
  if (part === undefined) throw new Error('The model is empty.');
  const renderer = new THREE.WebGLRenderer({ antialias: true, alpha: true, stencil: true });
  renderer.setSize(innerWidth, innerHeight);
  const geometry = new THREE.BufferGeometry();
  geometry.setAttribute('position', new THREE.BufferAttribute(part.positions, 3));
  geometry.setAttribute('normal', new THREE.BufferAttribute(part.normals, 3));
  geometry.setIndex(new THREE.BufferAttribute(part.indices, 1));
  const lines = new THREE.BufferGeometry();
  lines.setAttribute('position', new THREE.BufferAttribute(part.edgePositions, 3));
  const mesh = new THREE.Mesh(geometry, new THREE.MeshStandardMaterial({ side: THREE.DoubleSide }));
  const scene = new THREE.Scene();
  const edges = new THREE.LineSegments(lines, new THREE.LineBasicMaterial({ transparent: true }));
  scene.add(mesh, edges, new THREE.DirectionalLight(), new THREE.HemisphereLight());
  const camera = new THREE.PerspectiveCamera(30, innerWidth / innerHeight, 1, 10_000);
  return { renderer, scene, camera, mesh };
}

/** The eye goes round the model; the same way for both. */
function eyeAt(turn: number): THREE.Vector3 {
  return new THREE.Vector3(Math.cos(turn), Math.sin(turn), 0.7).multiplyScalar(500);
}

function placesOf(count: number): { x: number; y: number }[] {
  return Array.from({ length: count }, (_, index) => ({
    x: innerWidth * (0.35 + 0.3 * ((index * 0.754) % 1)),
    y: innerHeight * (0.35 + 0.3 * ((index * 0.569) % 1)),
  }));
}

function shown<T>(what: T | null): T {
  if (what === null) throw new Error('Nothing is open.');
  return what;
}

async function drawn(): Promise<void> {
  await new Promise(requestAnimationFrame);
}

/** Waits until the graphics card has drawn what it was told: reading a pixel needs the picture. */
function finish(canvas: HTMLCanvasElement | null | undefined): void {
  canvas
    ?.getContext('webgl2')
    ?.readPixels(
      0,
      0,
      1,
      1,
      WebGL2RenderingContext.RGBA,
      WebGL2RenderingContext.UNSIGNED_BYTE,
      new Uint8Array(4),
    );
}

window.bench = {
  open(triangles, besides) {
    model = waveModel(triangles);
    viewer = new Viewer(host, { theme: 'light', unit: 'mm' });
    viewer.show(model);
    if (besides) bare = openBare(model);
  },
  close() {
    viewer?.[Symbol.dispose]();
    bare?.renderer.dispose();
    bare?.renderer.forceContextLoss();
    [viewer, bare, model] = [null, null, null];
  },
  pick(count, movesCamera) {
    const open = shown(viewer);
    const start = performance.now();
    placesOf(count).forEach((place, index) => {
      if (movesCamera) open.lookFrom(eyeAt(index).toArray());
      open.pickAt(place);
    });
    return performance.now() - start;
  },
  barePick(count) {
    const { camera, mesh } = shown(bare);
    const start = performance.now();
    for (const { x, y } of placesOf(count)) {
      camera.position.copy(eyeAt(0));
      camera.lookAt(0, 0, 0);
      camera.updateMatrixWorld();
      const caster = new THREE.Raycaster();
      caster.setFromCamera(new THREE.Vector2((x / innerWidth) * 2 - 1, 1 - (y / innerHeight) * 2), camera);
      caster.intersectObject(mesh);
    }
    return performance.now() - start;
  },
  async frames(count) {
    const open = shown(viewer);
    const canvas = host.querySelector('canvas');
    open.lookFrom(eyeAt(0).toArray());
    await drawn();
    finish(canvas);
    const start = performance.now();
    const first = open.counts.frames;
    for (let frame = 0; open.counts.frames < first + count; frame += 1) {
      open.lookFrom(eyeAt(frame / 10).toArray());
      await drawn();
      finish(canvas);
    }
    return (performance.now() - start) / count;
  },
  async bareFrames(count) {
    const { renderer, scene, camera } = shown(bare);
    camera.up.set(0, 0, 1);
    await drawn();
    finish(renderer.domElement);
    const start = performance.now();
    for (let frame = 0; frame < count; frame += 1) {
      await drawn();
      camera.position.copy(eyeAt(frame / 10));
      camera.lookAt(0, 0, 0);
      renderer.render(scene, camera);
      finish(renderer.domElement);
    }
    return (performance.now() - start) / count;
  },
  async parseStl(triangles) {
    const bytes = stlOf(waveModel(triangles));
    const start = performance.now();
    const parsed = await loadModel(bytes, 'wave.stl');
    const time = performance.now() - start;
    if (parsed.parts[0]?.indices.length !== waveModel(triangles).parts[0]?.indices.length)
      throw new Error('Triangles were lost.');
    return time;
  },
  bareParseStl(triangles) {
    const bytes = stlOf(waveModel(triangles));
    const start = performance.now();
    const parsed = new STLLoader().parse(bytes);
    parsed.deleteAttribute('normal');
    mergeVertices(parsed).computeVertexNormals();
    return performance.now() - start;
  },
};
