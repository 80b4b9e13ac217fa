// Points that are the same number for number become one: in files a corner is repeated for every facet that has it.

export interface WeldedPoints {
  /** xyz triples, each once. */
  readonly points: Float32Array;
  /** For every point of the source its place among `points`. */
  readonly idOf: Uint32Array;
}

const free = 0xffff_ffff;

/** Welds by a table of open addressing over the bits of the coordinates; 0 and −0 are one. */
export function weldPoints(positions: Float32Array): WeldedPoints {
  const count = positions.length / 3;
  // Adding 0 turns −0 into 0, whose bits differ.
  const values = positions.map((value) => value + 0);
  const bits = new Uint32Array(values.buffer);
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(2, count * 2)))).fill(free);
  const mask = slots.length - 1;
  const idOf = new Uint32Array(count);
  const firstOf = new Uint32Array(count);
  let known = 0;
  for (let point = 0; point < count; point += 1) {
    const [x = 0, y = 0, z = 0] = [bits[point * 3], bits[point * 3 + 1], bits[point * 3 + 2]];
    let slot = hash(x, y, z) & mask;
    for (;;) {
      const id = slots[slot] ?? free;
      if (id === free) {
        slots[slot] = known;
        firstOf[known] = point;
        idOf[point] = known;
        known += 1;
        break;
      }
      const at = (firstOf[id] ?? 0) * 3;
      if (bits[at] === x && bits[at + 1] === y && bits[at + 2] === z) {
        idOf[point] = id;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  const points = new Float32Array(known * 3);
  for (let id = 0; id < known; id += 1) {
    const at = (firstOf[id] ?? 0) * 3;
    for (let axis = 0; axis < 3; axis += 1) points[id * 3 + axis] = values[at + axis] ?? 0;
  }
  return { points, idOf };
}

/** Mixes three words; the multipliers and shifts of MurmurHash3's last step (A. Appleby, 2011, public domain). */
function hash(x: number, y: number, z: number): number {
  let mixed = x ^ Math.imul(y, 0x9e37_79b1) ^ Math.imul(z, 0x85eb_ca77);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
