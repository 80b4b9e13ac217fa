// STL as triangles, binary or ASCII. It carries no unit: millimetres are assumed, and said by whoever calls.
import { meshFault, mostTriangles, type Triangles } from './mesh-of.ts';

const headBytes = 84;
const triangleBytes = 50;

/** Reads STL (3D Systems, 1989); a `Refusal` when it holds no whole triangles. */
export function readStl(bytes: Uint8Array, name: string): Triangles[] {
  const positions = readBinary(bytes) ?? readAscii(bytes);
  if (positions.length === 0 || positions.length % 9 !== 0) throw meshFault(name, 'STL');
  const indices = Uint32Array.from({ length: positions.length / 3 }, (_, index) => index);
  return [{ name: name.replace(/\.stl$/i, ''), positions, indices }];
}

/** Only the length tells binary from ASCII: binary files may begin with `solid` too. */
function readBinary(bytes: Uint8Array): Float32Array | null {
  if (bytes.length < headBytes) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const triangles = view.getUint32(80, true);
  if (triangles > mostTriangles || bytes.length < headBytes + triangles * triangleBytes) return null;
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
