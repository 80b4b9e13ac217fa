// What is under the pointer: nearest visible vertex, circle centre, edge, else face; what the section took away is not there.
import * as THREE from 'three';
import type { Picked } from '../model/picked.ts';
import { isKept, keptSide, type Section } from '../model/section.ts';
import { nearestOnSegment, tripleAt, type Vector } from '../model/vector.ts';
import type { PartObject } from './part-object.ts';
import type { Stage } from './stage.ts';

/** How near the pointer must be, pixels. */
const vertexPixels = 9;
const edgePixels = 7;

export interface PickScene {
  readonly stage: Stage;
  readonly parts: readonly PartObject[];
  readonly sections: readonly Section[];
}

interface Hit {
  readonly part: number;
  readonly triangle: number;
  readonly point: THREE.Vector3;
  readonly normal: THREE.Vector3;
  readonly distance: number;
}

/** Picks at a place of the canvas, pixels from its upper left. `snaps` also offers vertices and circle centres. */
export function pickAt(
  { stage, parts, sections }: PickScene,
  at: { x: number; y: number },
  snaps: boolean,
): Picked | null {
  const ray = stage.rayAt(at);
  const hit = nearestHit(parts, ray, sections);
  const cut = cutBefore(hit, ray, sections);
  const around =
    cut?.point ??
    (hit === null ? null : ray.at(hit.distance, new THREE.Vector3())) ??
    ray.closestPointToPoint(stage.center, new THREE.Vector3());
  const pixel = stage.mmPerPixel(around);
  const edge = nearestEdge(
    {
      parts,
      ray,
      sections,
      reach: edgePixels * pixel,
      behind: (cut?.distance ?? hit?.distance ?? Infinity) + 2 * pixel,
    },
    hit,
  );
  if (snaps) {
    const snapped = snap(parts, edge, { ray, reach: vertexPixels * pixel, sections });
    if (snapped !== null) return snapped;
  }
  if (edge !== null) return { kind: 'edge', part: edge.part, edge: edge.edge, point: edge.point };
  if (hit === null) return null;
  if (cut !== null) return { kind: 'cut', part: hit.part, point: cut.point.toArray(), normal: cut.normal };
  const face = parts[hit.part]?.faceAt(hit.triangle) ?? 0;
  return {
    kind: 'face',
    part: hit.part,
    face,
    triangle: hit.triangle,
    point: hit.point.toArray(),
    normal: hit.normal.toArray(),
  };
}

interface Cut {
  readonly point: THREE.Vector3;
  readonly normal: Vector;
  readonly distance: number;
}

/** Where the ray enters what is kept, when it is inside material there: what is hit then is the inside of a part. */
function cutBefore(hit: Hit | null, ray: THREE.Ray, sections: readonly Section[]): Cut | null {
  if (hit === null || hit.normal.dot(ray.direction) <= 0) return null;
  let entry: Cut | null = null;
  for (const section of sections) {
    const { normal, constant } = keptSide(section);
    const plane = new THREE.Plane(new THREE.Vector3(...normal), constant);
    if (plane.distanceToPoint(ray.origin) >= 0) continue;
    const distance = ray.distanceToPlane(plane);
    if (distance === null || (entry !== null && distance <= entry.distance)) continue;
    entry = { point: ray.at(distance, new THREE.Vector3()), normal, distance };
  }
  return entry;
}

/** The ray as a part sees it that was moved from its place: points that it meets are those of the model. */
function localRay(ray: THREE.Ray, { group }: PartObject): THREE.Ray {
  return new THREE.Ray(ray.origin.clone().sub(group.position), ray.direction);
}

function nearestHit(parts: readonly PartObject[], ray: THREE.Ray, sections: readonly Section[]): Hit | null {
  let best: Hit | null = null;
  parts.forEach((object, part) => {
    if (!object.hasSurface) return;
    for (const hit of object.tree.raycast(localRay(ray, object), THREE.DoubleSide)) {
      if (hit.faceIndex == null || hit.face == null || !isKept(sections, hit.point.toArray())) continue;
      if (best === null || hit.distance < best.distance) {
        best = {
          part,
          triangle: hit.faceIndex,
          point: hit.point,
          normal: hit.face.normal.clone(),
          distance: hit.distance,
        };
      }
    }
  });
  return best;
}

interface EdgeSearch {
  readonly parts: readonly PartObject[];
  readonly ray: THREE.Ray;
  readonly sections: readonly Section[];
  /** Millimetres. */
  readonly reach: number;
  readonly behind: number;
}

interface NearEdge {
  readonly part: number;
  readonly edge: number;
  readonly point: Vector;
  readonly apart: number;
}

/** The edge nearest to the ray, not behind the surface that is hit. */
function nearestEdge({ parts, ray, sections, reach, behind }: EdgeSearch, hit: Hit | null): NearEdge | null {
  let best: NearEdge | null = null;
  const [onRay, onEdge, start, end] = [
    new THREE.Vector3(),
    new THREE.Vector3(),
    new THREE.Vector3(),
    new THREE.Vector3(),
  ];
  parts.forEach((object, part) => {
    if (!object.group.visible || (hit !== null && hit.part !== part && !isNear(object, ray, reach))) return;
    const { edges, edgePositions } = object.part;
    const local = localRay(ray, object);
    edges.forEach((info, edge) => {
      for (let segment = info.first; segment < info.first + info.count; segment += 1) {
        start.fromArray(edgePositions, segment * 6);
        end.fromArray(edgePositions, segment * 6 + 3);
        const apart = Math.sqrt(local.distanceSqToSegment(start, end, onRay, onEdge));
        if (apart > reach || (best !== null && apart >= best.apart)) continue;
        if (onRay.distanceTo(local.origin) > behind || !isKept(sections, onEdge.toArray())) continue;
        best = {
          part,
          edge,
          apart,
          point: nearestOnSegment(onEdge.toArray(), start.toArray(), end.toArray()),
        };
      }
    });
  });
  return best;
}

function isNear(object: PartObject, ray: THREE.Ray, reach: number): boolean {
  const { geometry } = object.surface;
  if (geometry.boundingBox === null) geometry.computeBoundingBox();
  const box = geometry.boundingBox?.clone().expandByScalar(reach);
  return box !== undefined && localRay(ray, object).intersectsBox(box);
}

/** The end of the edge near the pointer, else the centre of a circular edge. */
function snap(
  parts: readonly PartObject[],
  near: NearEdge | null,
  { ray, reach, sections }: { ray: THREE.Ray; reach: number; sections: readonly Section[] },
): Picked | null {
  if (near === null) return null;
  const object = parts[near.part];
  const mesh = object?.part;
  const info = mesh?.edges[near.edge];
  if (object === undefined || mesh === undefined || info === undefined) return null;
  const local = localRay(ray, object);
  const ends = [
    tripleAt(mesh.edgePositions, info.first * 2),
    tripleAt(mesh.edgePositions, (info.first + info.count) * 2 - 1),
  ];
  const isLoop = ends.every((point) =>
    ends.every((other) => point.every((value, axis) => Math.abs(value - (other[axis] ?? 0)) < 1e-4)),
  );
  if (info.type !== 'unknown' && !isLoop) {
    const [vertex] = ends.filter(
      (point) => isKept(sections, point) && local.distanceToPoint(new THREE.Vector3(...point)) <= reach,
    );
    if (vertex !== undefined) return { kind: 'vertex', part: near.part, point: vertex };
  }
  if (info.centerMm === null) return null;
  return { kind: 'centre', part: near.part, edge: near.edge, point: info.centerMm };
}
