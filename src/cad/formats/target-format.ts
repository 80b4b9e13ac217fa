// The formats a model can be converted to: ending, media type, and whether it holds the exact B-rep.

interface TargetRow {
  readonly extension: string;
  readonly mediaType: string;
  readonly isExact: boolean;
}

export const targetFormats = {
  step: { extension: 'step', mediaType: 'model/step', isExact: true },
  brep: { extension: 'brep', mediaType: 'model/brep', isExact: true },
  stl: { extension: 'stl', mediaType: 'model/stl', isExact: false },
  glb: { extension: 'glb', mediaType: 'model/gltf-binary', isExact: false },
  '3mf': { extension: '3mf', mediaType: 'model/3mf', isExact: false },
  obj: { extension: 'obj', mediaType: 'model/obj', isExact: false },
} as const satisfies Readonly<Record<string, TargetRow>>;

export type TargetFormat = keyof typeof targetFormats;
export const targetNames = Object.keys(targetFormats) as [TargetFormat, ...TargetFormat[]];

/** Whether a file name is that of a mesh this floor can read. */
export function isMeshName(name: string): boolean {
  return /\.(?:stl|obj|ply|glb|3mf)$/i.test(name);
}
