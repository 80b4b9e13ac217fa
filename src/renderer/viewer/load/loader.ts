// Mesh formats that the page opens by itself; STEP, IGES and BREP come ready from the kernel process.
import { Refusal } from '../../../shared/std/result.ts';
import { decodeModelMesh } from '../../../cad/mesh/mesh-file.ts';
import type { ModelMesh } from '../../../cad/mesh/part-mesh.ts';

export interface Loader {
  readonly extensions: readonly string[];
  load(bytes: ArrayBuffer, name: string): Promise<ModelMesh>;
}

/** One row per format. The code of a format is fetched when it is first needed. */
const loaders: readonly Loader[] = [
  { extensions: ['mesh'], load: async (bytes) => decodeModelMesh(new Uint8Array(bytes)) },
  { extensions: ['stl'], load: async (bytes, name) => (await import('./load-stl.ts')).loadStl(bytes, name) },
  { extensions: ['ply'], load: async (bytes, name) => (await import('./load-ply.ts')).loadPly(bytes, name) },
  { extensions: ['obj'], load: async (bytes, name) => (await import('./load-obj.ts')).loadObj(bytes, name) },
  {
    extensions: ['glb', 'gltf'],
    load: async (bytes, name) => (await import('./load-gltf.ts')).loadGltf(bytes, name),
  },
  { extensions: ['3mf'], load: async (bytes, name) => (await import('./load-3mf.ts')).load3mf(bytes, name) },
];
/** Formats that the kernel process prepares. */
const kernelExtensions = ['step', 'stp', 'iges', 'igs', 'brep', 'brp'];

function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '';
}

/** Who opens a file of this name: the page, the kernel process, or nobody. */
export function openerOf(name: string): 'page' | 'kernel' | null {
  const extension = extensionOf(name);
  if (kernelExtensions.includes(extension)) return 'kernel';
  return loaders.some(({ extensions }) => extensions.includes(extension)) ? 'page' : null;
}

/** Reads a model. Whatever a damaged file provokes comes back as a `Refusal` with a sentence. */
export async function loadModel(bytes: ArrayBuffer, name: string): Promise<ModelMesh> {
  const loader = loaders.find(({ extensions }) => extensions.includes(extensionOf(name)));
  if (loader === undefined)
    throw new Refusal('MODEL', `${name} is of a kind that the viewer does not open. It stays attached.`);
  try {
    const model = await loader.load(bytes, name);
    if (model.parts.every(({ indices }) => indices.length === 0)) throw new Error('it has no triangles');
    if (![...model.box.min, ...model.box.max].every(Number.isFinite))
      throw new Error('it has points without a place');
    return model;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new Refusal(
      'MODEL',
      `${name} cannot be shown: ${why.replace(/\.$/, '')}. It stays attached as it is.`,
    );
  }
}
