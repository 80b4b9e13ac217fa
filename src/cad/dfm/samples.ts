// Points spread evenly over the surface, and how close ones gather into places.
import type { PartUnderTest, Triangle } from './part-under-test.ts';
import { add, minus, scale, type Vector } from './vectors.ts';

/** A point of the surface that stands for `areaMm2` of it. */
export interface Sample {
  readonly point: Vector;
  readonly normal: Vector;
  readonly areaMm2: number;
  readonly triangle: number;
  readonly face: number;
}

/** Even a small face has this many, so that none is overlooked. */
const leastPerFace = 12;

/** About `count` points, each standing for much the same area of its face; the same model gives the same points. */
export function sampleSurface({ triangles, faces }: PartUnderTest, count: number): Sample[] {
  const total = triangles.reduce((sum, { areaMm2 }) => sum + areaMm2, 0);
  return faces.flatMap(({ first, count: size }, face) => {
    let area = 0;
    for (let at = first; at < first + size; at += 1) area += triangles[at]?.areaMm2 ?? 0;
    const share = area / Math.max(leastPerFace, Math.round((area / total) * count));
    const samples: Sample[] = [];
    // Walking along the areas, one point every `share`: large triangles have many, of small ones each some-th has one.
    let owed = share / 2;
    for (let index = first; index < first + size; index += 1) {
      const triangle = triangles[index];
      if (triangle === undefined) continue;
      owed += triangle.areaMm2;
      const here = Math.floor(owed / share);
      owed -= here * share;
      for (let at = 0; at < here; at += 1) {
        const { normal } = triangle;
        samples.push({ point: pointIn(triangle, at, here), normal, areaMm2: share, triangle: index, face });
      }
    }
    return samples;
  });
}

/** The `at`-th of `count` points: the centre alone, else the R2 sequence of M. Roberts (2018) folded into the triangle. */
function pointIn({ corners: [a, b, c], center }: Triangle, at: number, count: number): Vector {
  if (count === 1) return center;
  let u = (0.5 + 0.754_877_666_246_692_7 * (at + 1)) % 1;
  let v = (0.5 + 0.569_840_290_998_053_3 * (at + 1)) % 1;
  if (u + v > 1) [u, v] = [1 - u, 1 - v];
  return add(add(scale(a, 1 - u - v), b, u), c, v);
}

/** Groups what lies within `reachMm` of a neighbour; each group keeps the order of `items`. */
export function gather<T extends { readonly point: Vector }>(items: readonly T[], reachMm: number): T[][] {
  const cells = new Map<string, number[]>();
  const cellOf = (point: Vector): Vector => floor(scale(point, 1 / reachMm));
  items.forEach(({ point }, index) => {
    const key = cellOf(point).join();
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [index]);
    else cell.push(index);
  });
  const groupOf = items.map(() => -1);
  const groups: T[][] = [];
  items.forEach((_, start) => {
    if (groupOf[start] !== -1) return;
    const found: number[] = [start];
    groupOf[start] = groups.length;
    for (const index of found) {
      const here = items[index];
      if (here === undefined) continue;
      for (const next of around(cells, cellOf(here.point))) {
        const other = items[next];
        if (groupOf[next] !== -1 || other === undefined) continue;
        if (Math.hypot(...minus(here.point, other.point)) > reachMm) continue;
        groupOf[next] = groups.length;
        found.push(next);
      }
    }
    groups.push(found.sort((a, b) => a - b).flatMap((index) => items[index] ?? []));
  });
  return groups;
}

function floor([x, y, z]: Vector): Vector {
  return [Math.floor(x), Math.floor(y), Math.floor(z)];
}

function around(cells: ReadonlyMap<string, readonly number[]>, [x, y, z]: Vector): number[] {
  const steps = [-1, 0, 1];
  return steps.flatMap((dx) =>
    steps.flatMap((dy) => steps.flatMap((dz) => cells.get([x + dx, y + dy, z + dz].join()) ?? [])),
  );
}
