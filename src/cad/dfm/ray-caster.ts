// Rays into a triangle mesh, through a bounding volume hierarchy.
import { BufferAttribute, BufferGeometry, DoubleSide, Ray, Vector3 } from 'three';
import { MeshBVH } from 'three-mesh-bvh';
import type { Vector } from './vectors.ts';

/** Where a ray first meets the mesh: mm from its origin, and the triangle. */
export interface Hit {
  readonly distance: number;
  readonly triangle: number;
}

/** The questions a mesh answers; directions are of length one. */
export interface RayCaster {
  cast(origin: Vector, direction: Vector): Hit | null;
  /** The point of the mesh that is nearest to `point`. */
  nearest(point: Vector): Vector;
}

/** Prepares the triangles of `corners` (nine numbers each). */
export function openRayCaster(corners: Float32Array): RayCaster {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(corners, 3));
  const tree = new MeshBVH(geometry, { indirect: true });
  const ray = new Ray(new Vector3(), new Vector3());
  const from = new Vector3();
  return {
    cast: (origin, direction) => {
      ray.origin.set(...origin);
      ray.direction.set(...direction);
      const hit = tree.raycastFirst(ray, DoubleSide);
      return hit === null || typeof hit.faceIndex !== 'number'
        ? null
        : { distance: hit.distance, triangle: hit.faceIndex };
    },
    nearest: (point) => {
      const found = tree.closestPointToPoint(from.set(...point));
      return found === null ? point : [found.point.x, found.point.y, found.point.z];
    },
  };
}
