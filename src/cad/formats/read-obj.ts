// Wavefront OBJ as triangles: one body per object or group, polygons as fans. No unit: millimetres, Z up, as we write it.
import { meshFault, mostTriangles, type Triangles } from './mesh-of.ts';

/** Reads `v`, `f`, `o` and `g` (Wavefront, Object Files, appendix B1, 1995); all else is passed over. */
export function readObj(bytes: Uint8Array, name: string): Triangles[] {
  const points: number[] = [];
  const bodies: { name: string; corners: number[] }[] = [];
  let current: (typeof bodies)[number] | null = null;
  let triangles = 0;
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    const [word = '', ...values] = line.trim().split(/\s+/);
    if (word === 'v') points.push(...[0, 1, 2].map((axis) => Number(values[axis] ?? Number.NaN)));
    else if (word === 'o' || word === 'g') current = null;
    if (word === 'o' || word === 'g')
      bodies.push((current = { name: values.join(' ') || name, corners: [] }));
    if (word !== 'f') continue;
    if (current === null) bodies.push((current = { name: name.replace(/\.obj$/i, ''), corners: [] }));
    const corners = values.map((value) => indexOf(value, points.length / 3));
    triangles += Math.max(0, corners.length - 2);
    if (triangles > mostTriangles)
      throw meshFault(name, 'OBJ', `it has more than ${mostTriangles} triangles`);
    for (let at = 2; at < corners.length; at += 1)
      current.corners.push(corners[0] ?? -1, corners[at - 1] ?? -1, corners[at] ?? -1);
  }
  return bodies.flatMap((body) => (body.corners.length === 0 ? [] : [bodyOf(body, points, name)]));
}

/** `7`, `7/1`, `7//3` and, counted from the end, `-1`; −1 for what is none. */
function indexOf(value: string, known: number): number {
  const index = Number(value.split('/')[0]);
  if (!Number.isInteger(index) || index === 0) return -1;
  return index > 0 ? index - 1 : known + index;
}

/** With the points it uses only. */
function bodyOf(
  { name, corners }: { readonly name: string; readonly corners: readonly number[] },
  points: readonly number[],
  file: string,
): Triangles {
  const places = new Map<number, number>();
  const own: number[] = [];
  const indices = corners.map((corner) => {
    const known = places.get(corner);
    if (known !== undefined) return known;
    const at = corner * 3;
    const [x, y, z] = [points[at], points[at + 1], points[at + 2]];
    if (corner < 0 || x === undefined || y === undefined || z === undefined)
      throw meshFault(file, 'OBJ', 'a face names a point that is not there');
    own.push(x, y, z);
    places.set(corner, places.size);
    return places.size - 1;
  });
  return { name, positions: Float32Array.from(own), indices: Uint32Array.from(indices) };
}
