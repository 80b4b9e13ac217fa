// A wavy sheet of any number of triangles with edges across it: a large model that needs no file.
import type { ModelMesh, PartMesh } from '../../src/cad/mesh/part-mesh.ts';

const sizeMm = 200;
/** Every so many rows one edge of as many segments as a row has. */
const rowsPerEdge = 50;

/** About `triangles` triangles. */
export function waveModel(triangles: number): ModelMesh {
  const side = Math.round(Math.sqrt(triangles / 2));
  const positions = new Float32Array((side + 1) ** 2 * 3);
  const normals = new Float32Array(positions.length);
  const place = (column: number, row: number): [number, number, number] => {
    const [x, y] = [(column / side - 0.5) * sizeMm, (row / side - 0.5) * sizeMm];
    return [x, y, 10 * Math.sin(x / 9) * Math.cos(y / 7)];
  };
  for (let row = 0; row <= side; row += 1) {
    for (let column = 0; column <= side; column += 1) {
      const at = (row * (side + 1) + column) * 3;
      const [x, y, z] = place(column, row);
      positions.set([x, y, z], at);
      const slope = [
        (-10 / 9) * Math.cos(x / 9) * Math.cos(y / 7),
        (10 / 7) * Math.sin(x / 9) * Math.sin(y / 7),
      ];
      const length = Math.hypot(slope[0] ?? 0, slope[1] ?? 0, 1);
      normals.set([(slope[0] ?? 0) / length, (slope[1] ?? 0) / length, 1 / length], at);
    }
  }
  const indices = new Uint32Array(side * side * 6);
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const [a, b] = [row * (side + 1) + column, (row + 1) * (side + 1) + column];
      indices.set([a, a + 1, b + 1, a, b + 1, b], (row * side + column) * 6);
    }
  }
  const part = { name: 'Wave', color: null, positions, normals, indices, ...edgesOf(place, side) };
  const box = { min: [-100, -100, -10], max: [100, 100, 10] } satisfies ModelMesh['box'];
  return {
    format: 'bench',
    parts: [
      { ...part, faces: [{ ...unknown, first: 0, count: indices.length / 3, areaMm2: null, axis: null }] },
    ],
    tree: { name: 'Wave', part: 0, children: [] },
    box,
    properties: null,
    remarks: [],
  };
}

const unknown = { type: 'unknown', radiusMm: null };

function edgesOf(
  place: (column: number, row: number) => readonly [number, number, number],
  side: number,
): Pick<PartMesh, 'edgePositions' | 'edges'> {
  const rows = Array.from({ length: Math.floor(side / rowsPerEdge) }, (_, index) => index * rowsPerEdge);
  const edgePositions = new Float32Array(rows.length * side * 6);
  rows.forEach((row, index) => {
    for (let column = 0; column < side; column += 1)
      edgePositions.set([...place(column, row), ...place(column + 1, row)], (index * side + column) * 6);
  });
  const edges = rows.map((_, index) => ({
    ...unknown,
    first: index * side,
    count: side,
    lengthMm: null,
    centerMm: null,
  }));
  return { edgePositions, edges };
}

/** The same triangles as a binary STL file (3D Systems, 1989). */
export function stlOf({ parts }: ModelMesh): ArrayBuffer {
  const count = parts.reduce((sum, { indices }) => sum + indices.length / 3, 0);
  const bytes = new ArrayBuffer(84 + count * 50);
  const view = new DataView(bytes);
  view.setUint32(80, count, true);
  let offset = 84;
  for (const { positions, indices } of parts) {
    for (let at = 0; at < indices.length; at += 3) {
      for (let corner = 0; corner < 3; corner += 1) {
        const from = (indices[at + corner] ?? 0) * 3;
        for (let axis = 0; axis < 3; axis += 1)
          view.setFloat32(offset + 12 + corner * 12 + axis * 4, positions[from + axis] ?? 0, true);
      }
      offset += 50;
    }
  }
  return bytes;
}
