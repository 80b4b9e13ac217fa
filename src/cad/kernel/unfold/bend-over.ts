// One bend of a sheet: from the straight face before it to those behind it, with its length in the flat.
import type { Edge } from 'replicad';
import { Refusal } from '../../../shared/std/result.ts';
import { add, degrees, dot, minus, norm, unit, type Vector } from '../../dfm/vectors.ts';
import { bendAllowance, bendDeduction, dinKFactor } from '../../sheet/bend-allowance.ts';
import type { FlatBend } from '../../sheet/flat-pattern.ts';
import { isAlong, placeOnPlane, type PlanePlacing, rollOut, type RolledBend } from './placing.ts';
import {
  type FaceGraph,
  type PlaneFace,
  radial,
  type RoundFace,
  type SheetFace,
  toVector,
} from './sheet-faces.ts';
import type { Sheet } from './sheet-of.ts';

/** A K-factor of one's own, or null: DIN 6935 by each bend's radius and thickness. */
export interface UnfoldChoice {
  readonly name: string;
  readonly kFactor: number | null;
}

export interface Placed {
  /** Where each side lies. */
  readonly placings: Map<SheetFace, PlanePlacing | RolledBend>;
  /** Edges within the flat, by their hash. */
  readonly inner: Set<number>;
  readonly bends: FlatBend[];
}

/** What is placed, and what it is placed by. */
export interface Spreading extends UnfoldChoice {
  readonly graph: FaceGraph;
  readonly sheet: Sheet;
  readonly placed: Placed;
}

interface Over {
  readonly face: PlaneFace;
  readonly round: RoundFace;
  readonly placing: PlanePlacing;
}

/** Places the bend and what lies behind it; gives back the faces that are new. */
export function bendOver(
  { face, round, placing }: Over,
  { graph, sheet, placed, name, kFactor }: Spreading,
): PlaneFace[] {
  const beside = graph
    .neighbours(round)
    .flatMap(({ edge, other }) =>
      other.kind === 'plane' && isBendOf(other, { edge, round }) ? [{ edge, other }] : [],
    );
  const near = beside.filter(({ other }) => other === face);
  const others = beside.filter(({ other }) => other !== face);
  const start = near.flatMap(({ edge }) => endsOf(edge));
  const [first, ...rest] = start;
  // The end of the bend is the edge farthest from its start.
  const [far] = others
    .map(({ edge }) => toVector(edge.startPoint))
    .toSorted((a, b) => (first === undefined ? 0 : norm(minus(b, first)) - norm(minus(a, first))));
  if (first === undefined || far === undefined) return [];
  if (placed.placings.has(round)) return [];
  const { thicknessMm } = sheet;
  const radiusMm = round.isConcave ? round.radiusMm : round.radiusMm - thicknessMm;
  const k = kFactor ?? dinKFactor({ radiusMm, thicknessMm });
  const size = (angleRad: number) => ({ radiusMm, thicknessMm, angleRad });
  const rolled = rollOut({ placing, round, edge: [first, ...rest], far }, (angleRad) =>
    bendAllowance(size(angleRad), k),
  );
  const behind = [...new Map(others.map(({ edge, other }) => [other, edge]))].map(([other, edge]) => ({
    other,
    // Pieces beside the bend's start lie as its first face does.
    lies: rolled.shareOf(toVector(edge.startPoint)) > 0.5 ? rolled.next : placing,
  }));
  if (behind.some(({ other, lies }) => isElsewhere(placed.placings.get(other), lies)))
    throw new Refusal(
      'CAD_FILE',
      `${name} closes on itself round its bends, so it has no flat pattern.`,
      'name',
    );
  placed.placings.set(round, rolled);
  placed.bends.push({
    line: [[...rolled.at(0.5, rolled.ends[0])], [...rolled.at(0.5, rolled.ends[1])]],
    isUp: round.isConcave,
    angleDeg: degrees(rolled.angleRad),
    radiusMm,
    lengthMm: rolled.ends[1] - rolled.ends[0],
    kFactor: k,
    allowanceMm: bendAllowance(size(rolled.angleRad), k),
    deductionMm: bendDeduction(size(rolled.angleRad), k),
  });
  for (const { edge } of beside) placed.inner.add(edge.hashCode);
  return behind.flatMap(({ other, lies }) => {
    if (placed.placings.has(other)) return [];
    placed.placings.set(other, lies);
    return [other];
  });
}

/** Whether a face lies in the flat already, but at another place: it was reached round a closed section. */
function isElsewhere(known: PlanePlacing | RolledBend | undefined, lies: PlanePlacing): boolean {
  if (known === undefined || 'place' in known) return false;
  const points = [lies.origin, add(lies.origin, lies.u, 100), add(lies.origin, lies.v, 100)];
  return points.some((point) => {
    const [a, b] = [placeOnPlane(known, point), placeOnPlane(lies, point)];
    return Math.hypot(a[0] - b[0], a[1] - b[1]) > 1e-3;
  });
}

/** Whether the straight face goes over into the round one without a corner, along a line of the cylinder. */
export function isBendOf(
  face: PlaneFace,
  { edge, round }: { readonly edge: Edge; readonly round: RoundFace },
): boolean {
  if (edge.geomType !== 'LINE') return false;
  const [from, to] = endsOf(edge);
  if (!isAlong(minus(to, from), round.axis.direction)) return false;
  const out = unit(radial(from, round.axis));
  return (round.isConcave ? -1 : 1) * dot(out, face.normal) > 1 - 1e-4;
}

/** Both ends of an edge. */
export function endsOf(edge: Edge): [Vector, Vector] {
  return [toVector(edge.startPoint), toVector(edge.endPoint)];
}
