// The faces of a solid that may be sides of a sheet: planes and cylinders with what unfolding asks of them.
import type { Edge, Face, Shape3D } from 'replicad';
import { cross, dot, minus, norm, scale, unit, type Vector } from '../../dfm/vectors.ts';
import { faceFacts } from '../shape-facts.ts';

interface FaceBase {
  readonly face: Face;
  readonly areaMm2: number;
  /** A point on it. */
  readonly point: Vector;
}
export interface PlaneFace extends FaceBase {
  readonly kind: 'plane';
  /** Out of the material. */
  readonly normal: Vector;
}
export interface RoundFace extends FaceBase {
  readonly kind: 'round';
  readonly radiusMm: number;
  readonly axis: { readonly point: Vector; readonly direction: Vector };
  /** The material lies outside of the radius. */
  readonly isConcave: boolean;
}
export type SheetFace = PlaneFace | RoundFace;

/** Two faces that share an edge. */
export interface Neighbour {
  readonly edge: Edge;
  readonly other: SheetFace;
}

export interface FaceGraph {
  readonly planes: readonly PlaneFace[];
  readonly rounds: readonly RoundFace[];
  neighbours(face: SheetFace): readonly Neighbour[];
}

/** Reads planes and cylinders; other faces have no part in a sheet's sides. */
export function readFaces(solid: Shape3D): FaceGraph {
  const faces = solid.faces.flatMap((face) => readFace(face) ?? []);
  const sharing = new Map<number, SheetFace[]>();
  for (const one of faces)
    for (const { hashCode } of one.face.edges) sharing.set(hashCode, [...(sharing.get(hashCode) ?? []), one]);
  return {
    planes: faces.filter((face) => face.kind === 'plane'),
    rounds: faces.filter((face) => face.kind === 'round'),
    neighbours: (face) =>
      face.face.edges.flatMap((edge) =>
        (sharing.get(edge.hashCode) ?? [])
          .filter((other) => other !== face)
          .map((other): Neighbour => ({ edge, other })),
      ),
  };
}

function readFace(face: Face): SheetFace | null {
  const { type, areaMm2, radiusMm, axis } = faceFacts(face);
  if (areaMm2 === null) return null;
  const point = toVector(face.pointOnSurface(0.5, 0.5));
  const normal = unit(toVector(face.normalAt([...point])));
  if (type === 'plane') return { kind: 'plane', face, areaMm2, point, normal };
  if (type !== 'cylinder' || radiusMm === null || axis === null) return null;
  const direction = unit(axis.direction);
  const isConcave = dot(normal, radial(point, { point: axis.point, direction })) < 0;
  return { kind: 'round', face, areaMm2, point, radiusMm, axis: { ...axis, direction }, isConcave };
}

/** From the axis to a point, square to the axis. */
export function radial(point: Vector, axis: { readonly point: Vector; readonly direction: Vector }): Vector {
  const from = minus(point, axis.point);
  return minus(from, scale(axis.direction, dot(from, axis.direction)));
}

/** The cylinder on the other side of the sheet: round the same axis, a thickness away; undefined where there is none. */
export function otherSide(
  round: RoundFace,
  thicknessMm: number,
  rounds: readonly RoundFace[],
): RoundFace | undefined {
  const radius = round.radiusMm + (round.isConcave ? thicknessMm : -thicknessMm);
  const near = 0.01 * thicknessMm + 1e-3;
  return rounds.find(
    (other) =>
      other.isConcave !== round.isConcave &&
      Math.abs(other.radiusMm - radius) < near &&
      norm(cross(other.axis.direction, round.axis.direction)) < 1e-4 &&
      norm(radial(other.axis.point, round.axis)) < near,
  );
}

/** A kernel's point as three numbers. */
export function toVector({
  x,
  y,
  z,
}: {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}): Vector {
  return [x, y, z];
}
