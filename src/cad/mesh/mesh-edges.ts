// The sides of a welded mesh: where facets turn sharply or end, and whether the mesh is closed.

export interface MeshEdges {
  /** Pairs of points: sides where the facets turn by more than asked, or that do not belong to exactly two. */
  readonly sharp: Uint32Array;
  /** Every side has one partner, which runs the other way. */
  readonly isClosed: boolean;
}

/** Finds sides through the corners of each point. `normals`: three numbers per triangle, of length 1. */
export function meshEdges(indices: Uint32Array, normals: Float32Array, creaseDegrees: number): MeshEdges {
  const crease = Math.cos((creaseDegrees * Math.PI) / 180);
  const { first, corners } = sidesOfPoints(indices);
  const sharp: number[] = [];
  let isClosed = indices.length > 0;
  const isDone = new Uint8Array(corners.length);
  /** Looks at all facets along the side of `corners[start]`, which begins at `point`, its lower end. */
  const look = (point: number, start: number, end: number): void => {
    const own = at(corners, start);
    const far = otherEnd(indices, own, point);
    let [along, against, isSharp] = [0, 0, false];
    for (let place = start; place < end; place += 1) {
      const corner = at(corners, place);
      if (isDone[place] === 1 || otherEnd(indices, corner, point) !== far) continue;
      isDone[place] = 1;
      if (at(indices, corner) === point) along += 1;
      else against += 1;
      if (place !== start && cosine(normals, Math.floor(own / 3), Math.floor(corner / 3)) < crease)
        isSharp = true;
    }
    const isPaired = along === 1 && against === 1;
    if (!isPaired) isClosed = false;
    if (!isPaired || isSharp) sharp.push(point, far);
  };
  for (let point = 0; point + 1 < first.length; point += 1) {
    const end = at(first, point + 1);
    for (let place = at(first, point); place < end; place += 1)
      if (isDone[place] === 0) look(point, place, end);
  }
  return { sharp: Uint32Array.from(sharp), isClosed };
}

/** Of the side that begins at a corner, the end that is not `point`. */
function otherEnd(indices: Uint32Array, corner: number, point: number): number {
  const from = at(indices, corner);
  return from === point ? at(indices, nextCorner(corner)) : from;
}

function nextCorner(corner: number): number {
  return corner % 3 === 2 ? corner - 2 : corner + 1;
}

/** The sides (each by the corner that it begins at) whose lower end is each point; those of point p from `first[p]` on. */
function sidesOfPoints(indices: Uint32Array): { first: Uint32Array; corners: Uint32Array } {
  let points = 0;
  for (const point of indices) points = Math.max(points, point + 1);
  const lower = (corner: number): number => Math.min(at(indices, corner), at(indices, nextCorner(corner)));
  const isSide = (corner: number): boolean => at(indices, corner) !== at(indices, nextCorner(corner));
  const first = new Uint32Array(points + 1);
  for (let corner = 0; corner < indices.length; corner += 1)
    if (isSide(corner)) first[lower(corner) + 1] = at(first, lower(corner) + 1) + 1;
  for (let point = 0; point < points; point += 1) first[point + 1] = at(first, point + 1) + at(first, point);
  const next = first.slice();
  const corners = new Uint32Array(at(first, points));
  for (let corner = 0; corner < indices.length; corner += 1) {
    if (!isSide(corner)) continue;
    const point = lower(corner);
    const place = at(next, point);
    corners[place] = corner;
    next[point] = place + 1;
  }
  return { first, corners };
}

/** Outward normals of all triangles, of length 1; zero for one without an area. */
export function facetNormals(points: Float32Array, indices: Uint32Array): Float32Array {
  const normals = new Float32Array(indices.length);
  const [u, v] = [new Float64Array(3), new Float64Array(3)];
  const along = (into: Float64Array, from: number, to: number): void => {
    for (let axis = 0; axis < 3; axis += 1)
      into[axis] = at(points, to * 3 + axis) - at(points, from * 3 + axis);
  };
  for (let corner = 0; corner < indices.length; corner += 3) {
    along(u, at(indices, corner), at(indices, corner + 1));
    along(v, at(indices, corner), at(indices, corner + 2));
    const x = at(u, 1) * at(v, 2) - at(u, 2) * at(v, 1);
    const y = at(u, 2) * at(v, 0) - at(u, 0) * at(v, 2);
    const z = at(u, 0) * at(v, 1) - at(u, 1) * at(v, 0);
    const length = Math.sqrt(x * x + y * y + z * z) || 1;
    normals[corner] = x / length;
    normals[corner + 1] = y / length;
    normals[corner + 2] = z / length;
  }
  return normals;
}

function at(values: Float32Array | Float64Array | Uint32Array, index: number): number {
  return values[index] ?? 0;
}

function cosine(normals: Float32Array, one: number, other: number): number {
  const along = (axis: number): number => at(normals, one * 3 + axis) * at(normals, other * 3 + axis);
  return along(0) + along(1) + along(2);
}
