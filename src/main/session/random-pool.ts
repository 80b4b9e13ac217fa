// Random bytes for ids, drawn from the system many at a time: one draw costs as much as a whole insert.
import { randomFillSync } from 'node:crypto';

const bytesPerId = 10;
const pool = new Uint8Array(bytesPerId * 128);
let used = pool.length;

/** Ten random bytes, never handed out twice; read them before the next call. */
export function nextRandom(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += bytesPerId;
  return pool.subarray(used - bytesPerId, used);
}
