// STL as a part mesh, binary or ASCII. It carries no unit: millimetres are assumed, and said by whoever calls.
import { Refusal } from '../../shared/std/result.ts';
import type { PartMesh } from '../mesh/part-mesh.ts';

const headBytes = 84;
const triangleBytes = 50;

/** Reads STL (3D Systems, 1989); a `Refusal` when it holds no whole triangles. Normals are those of the triangles. */
export function readStl(bytes: Uint8Array, name: string): PartMesh {
  const positions = readBinary(bytes) ?? readAscii(bytes);
  if (positions.length === 0 || positions.length % 9 !== 0 || !positions.every(Number.isFinite))
    throw new Refusal('CAD_FILE', `${name} is no readable STL file, or it is damaged. It stays attached.`);
  const indices = Uint32Array.from({ length: positions.length / 3 }, (_, index) => index);
  return {
    name: name.replace(/\.stl$/i, ''),
    color: null,
    positions,
    normals: flatNormals(positions),
    indices,
    faces: [],
    edgePositions: new Float32Array(0),
    edges: [],
  };
}

/** Only the length tells binary from ASCII: binary files may begin with `solid` too. */
function readBinary(bytes: Uint8Array): Float32Array | null {
  if (bytes.length < headBytes) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const triangles = view.getUint32(80, true);
  if (bytes.length < headBytes + triangles * triangleBytes) return null;
  if (bytes.length !== headBytes + triangles * triangleBytes && startsAsText(bytes)) return null;
  const positions = new Float32Array(triangles * 9);
  for (let at = 0; at < positions.length; at += 1) {
    const triangle = Math.floor(at / 9);
    positions[at] = view.getFloat32(headBytes + triangle * triangleBytes + 12 + (at % 9) * 4, true);
  }
  return positions;
}

function startsAsText(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 5)).toLowerCase() === 'solid';
}

function readAscii(bytes: Uint8Array): Float32Array {
  if (!startsAsText(bytes)) return new Float32Array(0);
  const numbers: number[] = [];
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    const [word = '', ...values] = line.trim().split(/\s+/);
    if (word.toLowerCase() === 'vertex')
      numbers.push(...[0, 1, 2].map((axis) => Number(values[axis] ?? Number.NaN)));
  }
  return Float32Array.from(numbers);
}

function flatNormals(positions: Float32Array): Float32Array {
  const normals = new Float32Array(positions.length);
  for (let at = 0; at < positions.length; at += 9) {
    const [ax = 0, ay = 0, az = 0, bx = 0, by = 0, bz = 0, cx = 0, cy = 0, cz = 0] = positions.subarray(
      at,
      at + 9,
    );
    const u = [bx - ax, by - ay, bz - az] as const;
    const v = [cx - ax, cy - ay, cz - az] as const;
    const n = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
    const size = Math.hypot(...n) || 1;
    for (let slot = 0; slot < 9; slot += 1) normals[at + slot] = (n[slot % 3] ?? 0) / size;
  }
  return normals;
}
