// Volume, centre and inertia inside closed triangles, and whether they are closed. Lengths in mm.
import { boxOf } from './mesh-box.ts';
import type { PartMesh } from './part-mesh.ts';
import { weld, type WeldedMesh } from './weld.ts';

type Triple = [number, number, number];

/** The middle of an edge that does not have one triangle on each side. */
export interface OpenEdges {
  readonly count: number;
  readonly first: Triple | null;
}

export interface MeshProperties {
  readonly volumeMm3: number;
  readonly areaMm2: number;
  readonly centerOfMassMm: Triple;
  /** xx, yy, zz, xy, yz, zx about the centre of mass, density one; off-diagonals are −∫xy dV and the like. */
  readonly inertiaMm5: [number, number, number, number, number, number];
  readonly sizeMm: Triple;
  readonly open: OpenEdges;
}

/** Measures all parts together: sums over the tetrahedra from one point to every triangle (divergence theorem). */
export function measureMesh(parts: readonly PartMesh[]): MeshProperties {
  const { min, max } = boxOf(parts);
  const origin = min.map((low, axis) => (low + (max[axis] ?? 0)) / 2) as Triple;
  let [volume, area, openCount] = [0, 0, 0];
  let first: Triple | null = null;
  const moment: Triple = [0, 0, 0];
  // ∫xx, ∫yy, ∫zz, ∫xy, ∫yz, ∫zx about the origin.
  const second = [0, 0, 0, 0, 0, 0];
  for (const part of parts) {
    const mesh = weld(part);
    const open = openEdges(mesh);
    openCount += open.count;
    first ??= open.first;
    for (let at = 0; at < mesh.indices.length; at += 3) {
      const [a, b, c] = [0, 1, 2].map((corner) => pointOf(mesh, at + corner, origin)) as [
        Triple,
        Triple,
        Triple,
      ];
      const n = crossOf(minus(b, a), minus(c, a));
      area += Math.hypot(...n) / 2;
      const share = (a[0] * n[0] + a[1] * n[1] + a[2] * n[2]) / 6;
      volume += share;
      const sum = [0, 1, 2].map((axis) => (a[axis] ?? 0) + (b[axis] ?? 0) + (c[axis] ?? 0)) as Triple;
      sum.forEach((value, axis) => (moment[axis] = (moment[axis] ?? 0) + (share * value) / 4));
      axisPairs.forEach(([i, j], slot) => {
        const products = a[i] * a[j] + b[i] * b[j] + c[i] * c[j] + sum[i] * sum[j];
        second[slot] = (second[slot] ?? 0) + (share * products) / 20;
      });
    }
  }
  const center = moment.map((value) => value / volume) as Triple;
  return {
    volumeMm3: volume,
    areaMm2: area,
    centerOfMassMm: center.map((value, axis) => value + (origin[axis] ?? 0)) as Triple,
    inertiaMm5: inertia(second, volume, center),
    sizeMm: max.map((high, axis) => high - (min[axis] ?? 0)) as Triple,
    open: { count: openCount, first },
  };
}

const axisPairs = [
  [0, 0],
  [1, 1],
  [2, 2],
  [0, 1],
  [1, 2],
  [2, 0],
] as const;

/** From second moments about a point to the tensor about the centre (parallel axes). */
function inertia(second: readonly number[], volume: number, [x, y, z]: Triple): MeshProperties['inertiaMm5'] {
  const [xx = 0, yy = 0, zz = 0, xy = 0, yz = 0, zx = 0] = second;
  const [cxx, cyy, czz] = [xx - volume * x * x, yy - volume * y * y, zz - volume * z * z];
  return [cyy + czz, cxx + czz, cxx + cyy, volume * x * y - xy, volume * y * z - yz, volume * z * x - zx];
}

/** In a closed mesh every edge is walked once each way. */
function openEdges({ positions, indices }: WeldedMesh): OpenEdges {
  const walks = new Map<number, number>();
  const count = positions.length / 3;
  for (let at = 0; at < indices.length; at += 3) {
    for (let side = 0; side < 3; side += 1) {
      const [from, to] = [indices[at + side] ?? 0, indices[at + ((side + 1) % 3)] ?? 0];
      const key = Math.min(from, to) * count + Math.max(from, to);
      walks.set(key, (walks.get(key) ?? 0) + (from < to ? 1 : -1));
    }
  }
  const open = [...walks].filter(([, balance]) => balance !== 0);
  const [key] = open[0] ?? [];
  if (key === undefined) return { count: 0, first: null };
  const [from, to] = [Math.floor(key / count), key % count];
  const middle = [0, 1, 2].map(
    (axis) => ((positions[from * 3 + axis] ?? 0) + (positions[to * 3 + axis] ?? 0)) / 2,
  ) as Triple;
  return { count: open.length, first: middle };
}

function pointOf({ positions, indices }: WeldedMesh, corner: number, [x, y, z]: Triple): Triple {
  const at = (indices[corner] ?? 0) * 3;
  return [(positions[at] ?? 0) - x, (positions[at + 1] ?? 0) - y, (positions[at + 2] ?? 0) - z];
}

function minus(a: Triple, b: Triple): Triple {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function crossOf(a: Triple, b: Triple): Triple {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
