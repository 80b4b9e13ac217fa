// Reads STEP, IGES and BREP with their names, colours and tree: occt-import-js, meshes only.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import occtImport from 'occt-import-js';
import { z } from 'zod';
import { Refusal } from '../../shared/std/result.ts';
import { isSoundBrep } from '../formats/check-brep.ts';
import type { CadFormat } from '../formats/cad-format.ts';
import type { TreeNode } from '../mesh/part-mesh.ts';

const packages = createRequire(import.meta.url);
const color = z.tuple([z.number(), z.number(), z.number()]);
const meshSchema = z.object({
  name: z.string().optional(),
  color: color.optional(),
  attributes: z.object({
    position: z.object({ array: z.array(z.number()) }),
    normal: z.object({ array: z.array(z.number()) }).optional(),
  }),
  index: z.object({ array: z.array(z.number().int()) }),
  brep_faces: z.array(z.object({ first: z.number().int(), last: z.number().int() })).default([]),
});
export type PreviewMesh = z.infer<typeof meshSchema>;

interface RawNode {
  readonly name: string;
  readonly meshes: number[];
  readonly children: RawNode[];
}
const nodeSchema: z.ZodType<RawNode> = z.lazy(() =>
  z.object({
    name: z.string().default(''),
    meshes: z.array(z.number().int()),
    children: z.array(nodeSchema),
  }),
);
const resultSchema = z.object({
  success: z.boolean(),
  root: nodeSchema.optional(),
  meshes: z.array(meshSchema).default([]),
});

export interface PreviewModel {
  readonly meshes: readonly PreviewMesh[];
  readonly tree: TreeNode;
}

/** Largest distance of the mesh from the surface, relative to the model's size, where none is given. */
const relativeDeflection = 0.001;

/** Reads a model; a `Refusal` when the file is none of its format. Lengths are millimetres. */
export async function readPreview(
  bytes: Uint8Array,
  format: CadFormat,
  deflectionMm?: number,
): Promise<PreviewModel> {
  if (format === 'brep' && !isSoundBrep(bytes)) throw damaged(format);
  const wasmBinary = readFileSync(packages.resolve('occt-import-js/dist/occt-import-js.wasm'));
  const importer = await occtImport({ wasmBinary, print: () => {}, printErr: () => {} });
  const options = {
    linearUnit: 'millimeter',
    linearDeflectionType: deflectionMm === undefined ? 'bounding_box_ratio' : 'absolute_value',
    linearDeflection: deflectionMm ?? relativeDeflection,
    angularDeflection: 0.4,
  } as const;
  const read = { step: importer.ReadStepFile, iges: importer.ReadIgesFile, brep: importer.ReadBrepFile }[
    format
  ];
  const result = resultSchema.parse(read(bytes, options));
  if (!result.success) {
    throw damaged(format);
  }
  const root = result.root ?? { name: '', meshes: [], children: [] };
  const tree = toTree(root, result.meshes);
  return { meshes: named(result.meshes, tree), tree };
}

function damaged(format: CadFormat): Refusal {
  return new Refusal(
    'CAD_FILE',
    `This is no readable ${format.toUpperCase()} file, or it is damaged. It stays attached.`,
  );
}

/** A node with one mesh and nothing below is the part itself; several meshes become its children. */
function toTree(node: RawNode, meshes: readonly PreviewMesh[]): TreeNode {
  const [only] = node.meshes;
  if (node.meshes.length === 1 && node.children.length === 0 && only !== undefined) {
    return { name: node.name || meshes[only]?.name || 'Part', part: only, children: [] };
  }
  const leaves = node.meshes.map((part, index) => ({
    name: meshes[part]?.name || `${node.name || 'Part'} ${index + 1}`,
    part,
    children: [],
  }));
  return {
    name: node.name || 'Model',
    part: null,
    children: [...leaves, ...node.children.map((child) => toTree(child, meshes))],
  };
}

/** The meshes, each called as its row of the tree is. */
function named(meshes: readonly PreviewMesh[], tree: TreeNode): PreviewMesh[] {
  const names = new Map<number, string>();
  const visit = ({ part, name, children }: TreeNode): void => {
    if (part !== null) names.set(part, name);
    children.forEach(visit);
  };
  visit(tree);
  return meshes.map((mesh, index) => ({
    ...mesh,
    name: mesh.name || (names.get(index) ?? `Part ${index + 1}`),
  }));
}
