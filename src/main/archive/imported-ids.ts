// Ids of what an archive brings: made from the archive and the old ids, so that they are the same each time and nobody else's.
import { createHash } from 'node:crypto';

/** The id of the room that an archive makes; `manifestSha256` stands for the whole archive. */
export function roomIdOf(manifestSha256: string): string {
  return `archive-${manifestSha256.slice(0, 32)}`;
}

/** A UUID of version 8 (RFC 9562, section 5.8) made from room, kind and old id. */
export function importedId(
  roomId: string,
  kind: 'message' | 'file' | 'result' | 'version',
  oldId: string,
): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify([roomId, kind, oldId]))
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const digits = bytes.toString('hex');
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => digits.slice(from, to))
    .join('-');
}
