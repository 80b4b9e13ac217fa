// The viewer alone on a page, for its end-to-end test: no app, no bridge; what it told is kept to be asked.
import type { ModelMesh } from '../../../src/cad/mesh/part-mesh.ts';
import {
  describePicked,
  loadModel,
  type MapState,
  type Measurement,
  type Picked,
  type PictureOptions,
  type Theme,
  Viewer,
  type ViewerOptions,
} from '../../../src/renderer/viewer/index.ts';

/** What the test reaches through `window.viewerPage`. */
export interface ViewerPage {
  readonly viewer: Viewer;
  readonly told: {
    hovered: Picked | null;
    selected: readonly Picked[];
    measurements: readonly Measurement[];
    /** Area, mm², and perimeter, mm, of each cut face. */
    cuts: readonly { readonly areaMm2: number | null; readonly lengthMm: number }[];
    map: MapState;
    /** The map's value under the pointer. */
    probe: number | null;
    isContextLost: boolean;
  };
  /** Opens a file given as base64; answers with how many parts, triangles and its size, mm. */
  open(base64: string, name: string): Promise<{ parts: number; triangles: number; size: number[] }>;
  describe(picked: Picked): string;
  /** A picture as PNG in base64, with its size and two of its pixels: upper left, and on the block's top. */
  photograph(options: PictureOptions): Promise<Photograph>;
}

interface Photograph {
  readonly width: number;
  readonly height: number;
  readonly corner: number[];
  readonly middle: number[];
  readonly png: string;
}

declare global {
  interface Window {
    viewerPage: ViewerPage;
  }
}

const host = document.getElementById('host');
if (host === null) throw new Error('The page has no place for the viewer.');
const theme: Theme = new URLSearchParams(location.search).get('theme') === 'dark' ? 'dark' : 'light';
document.documentElement.dataset['theme'] = theme;
const told: ViewerPage['told'] = {
  hovered: null,
  selected: [],
  measurements: [],
  cuts: [],
  map: { state: 'none' },
  probe: null,
  isContextLost: false,
};
let shown: ModelMesh | null = null;
const viewer = openViewer(host, {
  theme,
  unit: 'mm',
  onHover: (picked) => (told.hovered = picked),
  onSelect: (selected) => (told.selected = selected),
  onMeasure: (measurements) => (told.measurements = measurements),
  onSection: (cuts) => (told.cuts = cuts),
  onMap: (state) => (told.map = state),
  onProbe: (value) => (told.probe = value),
  onSectionMoved: (index, offsetMm) =>
    viewer.setSections(viewer.sections.map((one, at) => (at === index ? { ...one, offsetMm } : one))),
  onContextLost: (isLost) => (told.isContextLost = isLost),
});

window.viewerPage = {
  viewer,
  told,
  async open(base64, name) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    shown = await loadModel(bytes.buffer, name);
    viewer.show(shown);
    const { parts, box } = shown;
    return {
      parts: parts.length,
      triangles: parts.reduce((sum, { indices }) => sum + indices.length / 3, 0),
      size: box.max.map((value, axis) => value - (box.min[axis] ?? 0)),
    };
  },
  photograph,
  describe: (picked) => (shown === null ? '' : describePicked(shown, picked, 'mm')),
};

async function photograph(options: PictureOptions): Promise<Photograph> {
  const blob = await viewer.picture(options);
  const bitmap = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('The page has no canvas.');
  pen.drawImage(bitmap, 0, 0);
  const at = (x: number, y: number): number[] => [...pen.getImageData(x, y, 1, 1).data];
  const { width, height } = bitmap;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return { width, height, corner: at(0, 0), middle: at(width / 2, height / 2), png: btoa(text) };
}

/** A viewer, or its sentence on the page where there can be none. */
function openViewer(place: HTMLElement, options: ViewerOptions): Viewer {
  try {
    return new Viewer(place, options);
  } catch (error) {
    place.textContent = error instanceof Error ? error.message : String(error);
    throw error;
  }
}
