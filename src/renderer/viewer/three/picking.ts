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
  readonly section: Section | null;
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
  { stage, parts, section }: PickScene,
  at: { x: number; y: number },
  snaps: boolean,
): Picked | null {
  const { clientWidth: width, clientHeight: height } = stage.canvas;
  const ray = new THREE.Raycaster();
  ray.setFromCamera(new THREE.Vector2((at.x / width) * 2 - 1, 1 - (at.y / height) * 2), stage.camera);
  const hit = nearestHit(parts, ray.ray, section);
  const cut = cutBefore(hit, ray.ray, section);
  const around = cut ?? hit?.point ?? ray.ray.closestPointToPoint(stage.center, new THREE.Vector3());
  const pixel = stage.mmPerPixel(around);
  const edge = nearestEdge(
    {
      parts,
      ray: ray.ray,
      section,
      reach: edgePixels * pixel,
      behind: (cut?.distanceTo(ray.ray.origin) ?? hit?.distance ?? Infinity) + 2 * pixel,
    },
    hit,
  );
  if (snaps) {
    const snapped = snap(parts, edge, { ray: ray.ray, reach: vertexPixels * pixel, section });
    if (snapped !== null) return snapped;
  }
  if (edge !== null) return { kind: 'edge', part: edge.part, edge: edge.edge, point: edge.point };
  if (hit === null) return null;
  if (cut !== null && section !== null)
    return { kind: 'cut', part: hit.part, point: cut.toArray(), normal: keptSide(section).normal };
  const face = parts[hit.part]?.faceAt(hit.triangle) ?? 0;
  return { kind: 'face', part: hit.part, face, point: hit.point.toArray(), normal: hit.normal.toArray() };
}

/** Where the ray enters solid material through the section plane: what is hit then is the inside of a part. */
function cutBefore(hit: Hit | null, ray: THREE.Ray, section: Section | null): THREE.Vector3 | null {
  if (hit === null || section === null || hit.normal.dot(ray.direction) <= 0) return null;
  const { normal, constant } = keptSide(section);
  const plane = new THREE.Plane(new THREE.Vector3(...normal), constant);
  if (plane.distanceToPoint(ray.origin) >= 0) return null;
  return ray.intersectPlane(plane, new THREE.Vector3());
}

function nearestHit(parts: readonly PartObject[], ray: THREE.Ray, section: Section | null): Hit | null {
  let best: Hit | null = null;
  parts.forEach((object, part) => {
    if (!object.group.visible || !object.surface.visible) return;
    for (const hit of object.tree.raycast(ray, THREE.DoubleSide)) {
      if (hit.faceIndex == null || hit.face == null || !isKept(section, hit.point.toArray())) continue;
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
  readonly section: Section | null;
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
function nearestEdge({ parts, ray, section, reach, behind }: EdgeSearch, hit: Hit | null): NearEdge | null {
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
    edges.forEach((info, edge) => {
      for (let segment = info.first; segment < info.first + info.count; segment += 1) {
        start.fromArray(edgePositions, segment * 6);
        end.fromArray(edgePositions, segment * 6 + 3);
        const apart = Math.sqrt(ray.distanceSqToSegment(start, end, onRay, onEdge));
        if (apart > reach || (best !== null && apart >= best.apart)) continue;
        if (onRay.distanceTo(ray.origin) > behind || !isKept(section, onEdge.toArray())) continue;
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
  return box !== undefined && ray.intersectsBox(box);
}

/** The end of the edge near the pointer, else the centre of a circular edge. */
function snap(
  parts: readonly PartObject[],
  near: NearEdge | null,
  { ray, reach, section }: { ray: THREE.Ray; reach: number; section: Section | null },
): Picked | null {
  if (near === null) return null;
  const mesh = parts[near.part]?.part;
  const info = mesh?.edges[near.edge];
  if (mesh === undefined || info === undefined) return null;
  const ends = [
    tripleAt(mesh.edgePositions, info.first * 2),
    tripleAt(mesh.edgePositions, (info.first + info.count) * 2 - 1),
  ];
  const isLoop = ends.every((point) =>
    ends.every((other) => point.every((value, axis) => Math.abs(value - (other[axis] ?? 0)) < 1e-4)),
  );
  if (info.type !== 'unknown' && !isLoop) {
    const [vertex] = ends.filter(
      (point) => isKept(section, point) && ray.distanceToPoint(new THREE.Vector3(...point)) <= reach,
    );
    if (vertex !== undefined) return { kind: 'vertex', part: near.part, point: vertex };
  }
  if (info.centerMm === null) return null;
  return { kind: 'centre', part: near.part, edge: near.edge, point: info.centerMm };
}
