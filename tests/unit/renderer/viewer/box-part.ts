// A box as a part of our mesh format, with true planes and straight edges: the smallest solid with a closed form.
import type { ModelMesh, PartMesh } from '../../../../src/cad/mesh/part-mesh.ts';

type Triple = readonly [number, number, number];

/** Triangles of a box, outward, corner n at (n & 1, n & 2, n & 4). Faces in the order -Z +Z -Y +Y -X +X. */
const triangles = [
  [0, 2, 3, 0, 3, 1],
  [4, 5, 7, 4, 7, 6],
  [0, 1, 5, 0, 5, 4],
  [2, 6, 7, 2, 7, 3],
  [0, 4, 6, 0, 6, 2],
  [1, 3, 7, 1, 7, 5],
].flat();
/** Bottom front (X), bottom left (Y), left front (Z), and the top front (X). */
const edgeCorners = [
  [0, 1],
  [0, 2],
  [0, 4],
  [4, 5],
] as const;

/** A box from `min` to `max`, mm. Its first four edges: bottom front, bottom left, front left, top front. */
export function boxPart(min: Triple, max: Triple): PartMesh {
  const corner = (n: number): number[] => [0, 1, 2].map((axis) => (n & (1 << axis) ? max : min)[axis] ?? 0);
  return {
    name: 'Box',
    color: null,
    positions: Float32Array.from([0, 1, 2, 3, 4, 5, 6, 7].flatMap(corner)),
    normals: new Float32Array(24).fill(0.577),
    indices: Uint32Array.from(triangles),
    faces: [0, 1, 2, 3, 4, 5].map((face) => ({
      first: face * 2,
      count: 2,
      type: 'plane',
      areaMm2: null,
      radiusMm: null,
      axis: null,
    })),
    edgePositions: Float32Array.from(edgeCorners.flat().flatMap(corner)),
    edges: edgeCorners.map((_, first) => ({
      first,
      count: 1,
      type: 'line',
      lengthMm: null,
      radiusMm: null,
      centerMm: null,
    })),
  };
}

/** A round bar along Z as a mesh of `sides` facets, with true rims and a true cylinder. Edges: lower rim, upper rim. */
export function barPart(center: readonly [number, number], radiusMm: number, heightMm: number): PartMesh {
  const sides = 64;
  const rim = (z: number, turn: number): number[] => {
    const angle = (turn / sides) * 2 * Math.PI;
    return [center[0] + radiusMm * Math.cos(angle), center[1] + radiusMm * Math.sin(angle), z];
  };
  const turns = Array.from({ length: sides }, (_, turn) => turn);
  const [low, high] = [sides * 2, sides * 2 + 1];
  const next = (turn: number): number => (turn + 1) % sides;
  const wall = turns.flatMap((t) => [t, next(t), sides + next(t), t, sides + next(t), sides + t]);
  const caps = turns.flatMap((t) => [low, next(t), t, high, sides + t, sides + next(t)]);
  const positions = [...turns.flatMap((t) => rim(0, t)), ...turns.flatMap((t) => rim(heightMm, t))];
  positions.push(...center, 0, ...center, heightMm);
  const axis = {
    point: [center[0], center[1], 0] as [number, number, number],
    direction: [0, 0, 1] as const,
  };
  return {
    name: 'Bar',
    color: null,
    positions: Float32Array.from(positions),
    normals: new Float32Array(positions.length).fill(0.577),
    indices: Uint32Array.from([...wall, ...caps]),
    faces: [
      {
        first: 0,
        count: sides * 2,
        type: 'cylinder',
        areaMm2: null,
        radiusMm,
        axis: { point: axis.point, direction: [...axis.direction] },
      },
      { first: sides * 2, count: sides * 2, type: 'plane', areaMm2: null, radiusMm: null, axis: null },
    ],
    edgePositions: Float32Array.from(
      [0, heightMm].flatMap((z) => turns.flatMap((t) => [...rim(z, t), ...rim(z, next(t))])),
    ),
    edges: [0, heightMm].map((z, rimIndex) => ({
      first: rimIndex * sides,
      count: sides,
      type: 'circle',
      lengthMm: 2 * Math.PI * radiusMm,
      radiusMm,
      centerMm: [center[0], center[1], z] as [number, number, number],
    })),
  };
}

/** Parts as a model. */
export function modelOf(...parts: PartMesh[]): ModelMesh {
  return {
    format: 'test',
    parts,
    tree: {
      name: 'All',
      part: null,
      children: parts.map(({ name }, part) => ({ name, part, children: [] })),
    },
    box: { min: [0, 0, 0], max: [0, 0, 0] },
    properties: null,
    remarks: [],
  };
}
