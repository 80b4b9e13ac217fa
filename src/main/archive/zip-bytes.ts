// The bytes of one member: unpacked as they are read, never more than was announced, and checked at the end.
import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { notAnArchive, quoted, type ZipEntry } from './zip-directory.ts';

const pieceBytes = 256 * 1024;

/** The unpacked bytes of a member. Refuses one whose length or checksum is not what the directory says. */
export async function* zipBytes(file: FileHandle, entry: ZipEntry): AsyncGenerator<Buffer, void, undefined> {
  const { name, bytes, isDeflated } = entry;
  let [read, sum] = [0, 0];
  try {
    for await (const piece of isDeflated ? inflated(file, entry) : packed(file, entry)) {
      read += piece.length;
      if (read > bytes) throw notAnArchive(`${quoted(name)} in it is longer than it says.`);
      sum = crc32(piece, sum);
      yield piece;
    }
  } catch (error) {
    throw isBrokenPacking(error) ? notAnArchive(`${quoted(name)} in it is broken.`) : error;
  }
  if (read === bytes && sum === entry.crc32) return;
  throw notAnArchive(`${quoted(name)} in it is broken: its length or checksum is wrong.`);
}

async function* packed(file: FileHandle, { dataAt, packedBytes }: ZipEntry): AsyncGenerator<Buffer> {
  for (let at = 0; at < packedBytes; ) {
    const piece = Buffer.allocUnsafe(Math.min(pieceBytes, packedBytes - at));
    const { bytesRead } = await file.read(piece, 0, piece.length, dataAt + at);
    if (bytesRead === 0) throw notAnArchive('It is shorter than its directory says.');
    at += bytesRead;
    yield piece.subarray(0, bytesRead);
  }
}

async function* inflated(file: FileHandle, entry: ZipEntry): AsyncGenerator<Buffer> {
  const source = Readable.from(packed(file, entry), { objectMode: false });
  const inflate = createInflateRaw({ chunkSize: pieceBytes });
  source.once('error', (error) => inflate.destroy(error));
  try {
    for await (const piece of source.pipe(inflate)) yield Buffer.from(piece);
  } finally {
    source.destroy();
    inflate.destroy();
  }
}

function isBrokenPacking(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
