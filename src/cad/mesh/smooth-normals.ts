// Normals for shading where a file has none, or only those of its facets: smooth, but not across sharp turns.

export interface ShadedMesh {
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  readonly indices: Uint32Array;
}

/**
 * A point whose facets turn by less than `creaseDegrees` from the first of them has one normal, their mean; where they
 * turn by more it is split, once for every group. `facets`: a normal per triangle, of length 1.
 */
export function smoothNormals(
  points: Float32Array,
  indices: Uint32Array,
  { facets, creaseDegrees }: { readonly facets: Float32Array; readonly creaseDegrees: number },
): ShadedMesh {
  const crease = Math.cos((creaseDegrees * Math.PI) / 180);
  const { first, corners } = cornersOfPoints(indices, points.length / 3);
  // At most one point per corner; what is not used is cut off at the end.
  const positions = new Float32Array(indices.length * 3);
  const normals = new Float32Array(indices.length * 3);
  let made = 0;
  const split = new Uint32Array(indices.length).fill(none);
  /** Puts the corners whose facets turn little from that of `corners[start]` into a point of their own. */
  const group = (point: number, start: number, end: number): void => {
    const own = facetOf(at(corners, start));
    let [x, y, z] = [0, 0, 0];
    for (let place = start; place < end; place += 1) {
      const corner = at(corners, place);
      const facet = facetOf(corner);
      if (split[corner] !== none || (place !== start && cosine(facets, own, facet) < crease)) continue;
      split[corner] = made;
      x += at(facets, facet);
      y += at(facets, facet + 1);
      z += at(facets, facet + 2);
    }
    const length = Math.sqrt(x * x + y * y + z * z) || 1;
    positions.set(points.subarray(point * 3, point * 3 + 3), made * 3);
    normals[made * 3] = x / length;
    normals[made * 3 + 1] = y / length;
    normals[made * 3 + 2] = z / length;
    made += 1;
  };
  for (let point = 0; point * 3 < points.length; point += 1) {
    const end = at(first, point + 1);
    for (let place = at(first, point); place < end; place += 1)
      if (split[at(corners, place)] === none) group(point, place, end);
  }
  return { positions: positions.slice(0, made * 3), normals: normals.slice(0, made * 3), indices: split };
}

/** Where the numbers of a corner's facet begin. */
function facetOf(corner: number): number {
  return Math.floor(corner / 3) * 3;
}

function cosine(facets: Float32Array, a: number, b: number): number {
  const along = (axis: number): number => at(facets, a + axis) * at(facets, b + axis);
  return along(0) + along(1) + along(2);
}

function at(values: Float32Array | Uint32Array, index: number): number {
  return values[index] ?? 0;
}

const none = 0xffff_ffff;

/** The corners (places in `indices`) of each point, one after the other; those of point p begin at `first[p]`. */
function cornersOfPoints(indices: Uint32Array, count: number): { first: Uint32Array; corners: Uint32Array } {
  const first = new Uint32Array(count + 1);
  for (const point of indices) first[point + 1] = at(first, point + 1) + 1;
  for (let point = 0; point < count; point += 1) first[point + 1] = at(first, point + 1) + at(first, point);
  const next = first.slice();
  const corners = new Uint32Array(indices.length);
  indices.forEach((point, corner) => {
    const place = at(next, point);
    corners[place] = corner;
    next[point] = place + 1;
  });
  return { first, corners };
}
