// Writes a zip archive member by member, as fast as it is read and no faster: nothing is held but the piece at hand.
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { Refusal } from '../../shared/std/result.ts';

/** What a zip archive without the 64-bit extension can hold, bytes; a little less, for its own tables. */
export const largestZipBytes = 0xf000_0000;
/** Members of such an archive. */
export const mostMembers = 65_000;

export interface Member {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** Text is packed; attachments mostly are already, and stay as they are. */
  readonly isPacked: boolean;
}

/** The archive in pieces. Throws when a member does, or when the archive grows too large for its format. */
export async function* zipMembers(
  members: AsyncIterable<Member>,
  at: Date,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  let ready: Uint8Array<ArrayBuffer>[] = [];
  let written = 0;
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    written += piece.length;
    if (written > largestZipBytes) throw tooLarge();
    ready.push(piece);
  });
  const take = (): Uint8Array<ArrayBuffer>[] => {
    const pieces = ready;
    ready = [];
    return pieces;
  };
  for await (const { name, bytes, isPacked } of members) {
    const file = isPacked ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name);
    file.mtime = at;
    zip.add(file);
    for await (const piece of bytes) {
      file.push(piece);
      yield* take();
    }
    file.push(new Uint8Array(0), true);
    yield* take();
  }
  zip.end();
  yield* take();
}

/** The refusal of a room that does not fit into an archive. */
export function tooLarge(): Refusal {
  const gib = (largestZipBytes / 1024 ** 3).toFixed(2);
  return new Refusal(
    'ROOM_TOO_LARGE',
    `The room does not fit into one archive: at most ${gib} GiB and ${mostMembers} files are possible.`,
    'roomId',
  );
}
