// Whether the triangles are the shape itself: only flat faces are met exactly by a mesh.
import type { ModelMesh } from '../../../cad/mesh/part-mesh.ts';

/** True when every face is a known plane, so that sizes and cuts taken from the triangles are exact. */
export function hasFlatFacesOnly({ parts }: ModelMesh): boolean {
  return parts.every(({ faces }) => faces.every(({ type }) => type === 'plane'));
}
