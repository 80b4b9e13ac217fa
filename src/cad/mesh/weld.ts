// One vertex per place: kernels and STL repeat vertices per face, mesh formats want them shared.
import type { PartMesh } from './part-mesh.ts';

/** Points nearer than this are one: a tenth of a micrometre, far below any deflection. */
const gridMm = 1e-4;

export interface WeldedMesh {
  /** xyz triples, mm. */
  readonly positions: Float32Array;
  /** Triples of vertices; triangles that welding closed to a line are left out. */
  readonly indices: Uint32Array;
}

/** Joins vertices on a grid of 0.1 µm. */
export function weld({ positions, indices }: Pick<PartMesh, 'positions' | 'indices'>): WeldedMesh {
  const places = new Map<string, number>();
  const points: number[] = [];
  const welded = Array.from({ length: positions.length / 3 }, (_, vertex) => {
    const point = positions.subarray(vertex * 3, vertex * 3 + 3);
    const key = point.map((value) => Math.round(value / gridMm) + 0).join(' ');
    const known = places.get(key);
    if (known !== undefined) return known;
    const index = places.size;
    places.set(key, index);
    points.push(...point);
    return index;
  });
  const kept: number[] = [];
  for (let at = 0; at < indices.length; at += 3) {
    const [a = 0, b = 0, c = 0] = [0, 1, 2].map((corner) => welded[indices[at + corner] ?? 0] ?? 0);
    if (a !== b && b !== c && c !== a) kept.push(a, b, c);
  }
  return { positions: Float32Array.from(points), indices: Uint32Array.from(kept) };
}
