// A place on the model that something is said about, such as a finding of a check.
import type { ModelMesh } from '../../../cad/mesh/part-mesh.ts';
import { type Vector } from './vector.ts';

export interface Place {
  readonly part: number;
  /** Faces of the part. */
  readonly faces: readonly number[];
  /** Millimetres; null where only faces are known. */
  readonly point: Vector | null;
}

/** Outward normal of the place's face that is nearest to its point, to look at it from outside; null without one. */
export function normalAt(model: ModelMesh, { part, faces, point }: Place): Vector | null {
  const mesh = model.parts[part];
  if (mesh === undefined) return null;
  let best: { readonly away: number; readonly normal: Vector } | null = null;
  for (const face of faces) {
    const info = mesh.faces[face];
    if (info === undefined) continue;
    for (let at = info.first * 3; at < (info.first + info.count) * 3; at += 3) {
      const index = (mesh.indices[at] ?? 0) * 3;
      const read = (from: Float32Array): Vector => [
        from[index] ?? 0,
        from[index + 1] ?? 0,
        from[index + 2] ?? 0,
      ];
      const corner = read(mesh.positions);
      const away =
        point === null ? 0 : Math.hypot(...corner.map((value, axis) => value - (point[axis] ?? 0)));
      if (best === null || away < best.away) best = { away, normal: read(mesh.normals) };
    }
  }
  return best?.normal ?? null;
}
