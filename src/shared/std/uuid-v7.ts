// UUID version 7 (RFC 9562, section 5.7): time-ordered ids that a client can make alone.

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const dashBefore = new Set([4, 6, 8, 10]);

/** Makes a UUIDv7 from a time in milliseconds and 10 random bytes. */
export function uuidV7(nowMs: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  let time = Math.floor(nowMs);
  for (let i = 5; i >= 0; i -= 1) {
    bytes[i] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  let text = '';
  for (const [index, byte] of bytes.entries()) text += (dashBefore.has(index) ? '-' : '') + hexOf[byte];
  return text;
}
