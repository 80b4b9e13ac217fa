// A map of a whole model: every part divided into patches, one value per patch.
import { openRayCaster } from '../dfm/ray-caster.ts';
import { dot, norm, scale, type Vector } from '../dfm/vectors.ts';
import type { PartMesh } from '../mesh/part-mesh.ts';
import { draftDeg, overhangDeg, wallMm } from './map-values.ts';
import { dividePart, patchAt, patchEdge, type Patches, surfaceArea } from './patches.ts';

export type MapRequest =
  | { readonly kind: 'thickness' }
  /** `direction`, of any length: layers grow along it; the mould opens along it. */
  | { readonly kind: 'overhang' | 'draft'; readonly direction: Vector };
export type MapKind = MapRequest['kind'];

/** The geometry that a map needs of a part. */
export type MapPart = Pick<PartMesh, 'positions' | 'normals' | 'indices'>;

export interface PartMap extends Patches {
  /** Per patch: mm for walls, degrees else; NaN where the map says nothing. */
  readonly values: Float32Array;
}

/** About how many patches a whole model is divided into; finer meshes keep their own triangles. */
const patchCount = 60_000;
/** Patches between two reports. */
const reportEvery = 2000;
/** A face this near to the lowest point lies on the build plate, mm. */
const onPlateMm = 0.05;

/** Computes a map; `report` hears a fraction from 0 to 1 now and then. A direction of no length throws a RangeError. */
export function computeMap(
  parts: readonly MapPart[],
  request: MapRequest,
  report: (fraction: number) => void,
): PartMap[] {
  const areaMm2 = parts.reduce((sum, part) => sum + surfaceArea(part), 0);
  const edge = patchEdge(areaMm2, patchCount);
  const divided = parts.map((part) => dividePart(part, edge));
  const total = divided.reduce((sum, { areas }) => sum + areas.length, 0);
  const lowest = lowestAlong(divided, request);
  let done = 0;
  return parts.map((part, index): PartMap => {
    const patches = divided[index] ?? dividePart(part, edge);
    const valueAt = valuerOf(patches, request, { lowest, part });
    const values = new Float32Array(patches.areas.length);
    for (let patch = 0; patch < values.length; patch += 1) {
      values[patch] = valueAt(patch);
      done += 1;
      if (done % reportEvery === 0) report(done / total);
    }
    return { ...patches, values };
  });
}

function valuerOf(
  patches: Patches,
  request: MapRequest,
  { lowest, part }: { readonly lowest: number; readonly part: MapPart },
): (patch: number) => number {
  if (request.kind === 'thickness') {
    const caster = openRayCaster(unindexed(part));
    return (patch) => {
      const { point, normal } = patchAt(patches, patch);
      return wallMm(caster, point, normal);
    };
  }
  const direction = directionOf(request.direction);
  if (request.kind === 'draft') return (patch) => draftDeg(patchAt(patches, patch).normal, direction);
  return (patch) => {
    const { point, normal } = patchAt(patches, patch);
    const angle = overhangDeg(normal, direction);
    const liesOnPlate = angle > 89 && dot(point, direction) < lowest + onPlateMm;
    return liesOnPlate ? Number.NaN : angle;
  };
}

function directionOf(direction: Vector): Vector {
  const length = norm(direction);
  if (!(length > 0)) throw new RangeError('direction must have a length');
  return scale(direction, 1 / length);
}

function lowestAlong(parts: readonly Patches[], request: MapRequest): number {
  if (request.kind !== 'overhang') return Number.NaN;
  const [x, y, z] = directionOf(request.direction);
  let lowest = Infinity;
  for (const { corners } of parts) {
    for (let at = 0; at < corners.length; at += 3)
      lowest = Math.min(
        lowest,
        x * (corners[at] ?? 0) + y * (corners[at + 1] ?? 0) + z * (corners[at + 2] ?? 0),
      );
  }
  return lowest;
}

/** Nine coordinates per triangle. */
function unindexed({ positions, indices }: MapPart): Float32Array {
  const corners = new Float32Array(indices.length * 3);
  indices.forEach((index, at) => corners.set(positions.subarray(index * 3, index * 3 + 3), at * 3));
  return corners;
}
