// Our mesh format: what the viewer draws and picks. Pure data, shared by kernel process and renderer.
import { z } from 'zod';

/** What one B-rep face is. `first` and `count` are triangles of the part's index. */
export const faceInfoSchema = z.object({
  first: z.number().int().nonnegative(),
  count: z.number().int().nonnegative(),
  type: z.string(),
  areaMm2: z.number().nullable(),
  radiusMm: z.number().nullable(),
  axis: z
    .object({
      point: z.tuple([z.number(), z.number(), z.number()]),
      direction: z.tuple([z.number(), z.number(), z.number()]),
    })
    .nullable(),
});
export type FaceInfo = z.infer<typeof faceInfoSchema>;

/** What one B-rep edge is. `first` and `count` are segments (pairs of points) of the part's `edges`. */
export const edgeInfoSchema = z.object({
  first: z.number().int().nonnegative(),
  count: z.number().int().nonnegative(),
  type: z.string(),
  lengthMm: z.number().nullable(),
  radiusMm: z.number().nullable(),
  centerMm: z.tuple([z.number(), z.number(), z.number()]).nullable(),
});
export type EdgeInfo = z.infer<typeof edgeInfoSchema>;

/** Mass properties of a part or a model; `exact` comes from the B-rep, `mesh` is an estimate, null an open shell. */
export const solidPropertiesSchema = z.object({
  method: z.enum(['exact', 'mesh']),
  volumeMm3: z.number(),
  areaMm2: z.number(),
  centerOfMassMm: z.tuple([z.number(), z.number(), z.number()]),
});
export type SolidProperties = z.infer<typeof solidPropertiesSchema>;

export const boxSchema = z.object({
  min: z.tuple([z.number(), z.number(), z.number()]),
  max: z.tuple([z.number(), z.number(), z.number()]),
});
export type Box = z.infer<typeof boxSchema>;

/** One body: typed arrays in millimetres, Z up. `positions` and `normals` are xyz triples, `edges` pairs of xyz. */
export interface PartMesh {
  readonly name: string;
  readonly color: readonly [number, number, number] | null;
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  readonly indices: Uint32Array;
  readonly faces: readonly FaceInfo[];
  readonly edgePositions: Float32Array;
  readonly edges: readonly EdgeInfo[];
}

/** A node of the assembly tree; `part` indexes `parts`, null for a group. */
export interface TreeNode {
  readonly name: string;
  readonly part: number | null;
  readonly children: readonly TreeNode[];
}

/** A whole model as the viewer wants it. */
export interface ModelMesh {
  readonly format: string;
  readonly parts: readonly PartMesh[];
  readonly tree: TreeNode;
  readonly box: Box;
  readonly properties: SolidProperties | null;
  /** Sentences a person should read, such as "no closed solid: mass is not shown". */
  readonly remarks: readonly string[];
}
