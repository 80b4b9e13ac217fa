// The directory of a zip archive that somebody gave us: read from its end, and believed only where it is plain.
import type { FileHandle } from 'node:fs/promises';
import { Refusal } from '../../shared/std/result.ts';
import { mostMembers } from './zip-members.ts';

const endLength = 22;
const longestComment = 0xffff;
const entryLength = 46;
const localLength = 30;
const largestDirectoryBytes = 64 * 1024 * 1024;
const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;

/** Where a member lies in the archive; sizes in bytes, `dataAt` from its beginning. */
export interface ZipEntry {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly crc32: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly dataAt: number;
}

/** The refusal of an archive, with what is wrong as the second sentence. */
export function notAnArchive(what: string): Refusal {
  return new Refusal('ARCHIVE', `This file cannot be imported as a room. ${what}`, 'file');
}

/** Reads the directory. Refuses what is no plain zip archive: encrypted, split, 64-bit, overlapping or torn ones. */
export async function readZipDirectory(file: FileHandle): Promise<Map<string, ZipEntry>> {
  const { size } = await file.stat();
  const { count, directoryAt, directoryBytes } = await readEnd(file, size);
  if (count > mostMembers + 10 || directoryBytes > largestDirectoryBytes) {
    throw notAnArchive(`It has ${count} members; at most ${mostMembers} are possible.`);
  }
  const directory = await readAt(file, directoryAt, directoryBytes);
  const entries = new Map<string, ZipEntry>();
  for (let [index, at] = [0, 0]; index < count; index += 1) {
    const { entry, next } = await readEntry(file, directory, at);
    if (entries.has(entry.name)) throw notAnArchive(`It holds ${quoted(entry.name)} twice.`);
    entries.set(entry.name, entry);
    at = next;
  }
  refuseOverlaps([...entries.values()], directoryAt);
  return entries;
}

async function readEnd(
  file: FileHandle,
  size: number,
): Promise<{ count: number; directoryAt: number; directoryBytes: number }> {
  const length = Math.min(size, endLength + longestComment);
  const tail = await readAt(file, size - length, length);
  for (let at = tail.length - endLength; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== endMark || tail.readUInt16LE(at + 20) !== tail.length - at - endLength)
      continue;
    const count = tail.readUInt16LE(at + 10);
    const directoryBytes = tail.readUInt32LE(at + 12);
    const directoryAt = tail.readUInt32LE(at + 16);
    if (count === 0xffff || directoryAt === 0xffff_ffff) {
      throw notAnArchive('It is larger than a room archive can be (the 64-bit form of zip).');
    }
    if (tail.readUInt16LE(at + 4) !== 0 || directoryAt + directoryBytes > size - length + at) break;
    return { count, directoryAt, directoryBytes };
  }
  throw notAnArchive('It is no zip archive, or its end is missing.');
}

async function readEntry(
  file: FileHandle,
  directory: Buffer,
  at: number,
): Promise<{ entry: ZipEntry; next: number }> {
  if (at + entryLength > directory.length || directory.readUInt32LE(at) !== entryMark) {
    throw notAnArchive('Its directory is torn.');
  }
  const flags = directory.readUInt16LE(at + 8);
  const method = directory.readUInt16LE(at + 10);
  const nameLength = directory.readUInt16LE(at + 28);
  const nameEnd = at + entryLength + nameLength;
  const name = directory.toString('utf8', at + entryLength, nameEnd);
  const [packedBytes, bytes] = [directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 24)];
  if ((flags & 1) !== 0) throw notAnArchive(`${quoted(name)} in it is encrypted.`);
  if (method !== 0 && method !== 8)
    throw notAnArchive(`${quoted(name)} in it is packed in a way we do not know.`);
  if (method === 0 && packedBytes !== bytes) throw notAnArchive(`The sizes of ${quoted(name)} are wrong.`);
  const localAt = directory.readUInt32LE(at + 42);
  const local = await readAt(file, localAt, localLength);
  if (local.readUInt32LE(0) !== localMark) throw notAnArchive(`${quoted(name)} is not where it should be.`);
  const dataAt = localAt + localLength + local.readUInt16LE(26) + local.readUInt16LE(28);
  const crc32 = directory.readUInt32LE(at + 16);
  const next = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  return { entry: { name, isDeflated: method === 8, crc32, packedBytes, bytes, dataAt }, next };
}

/** Members that share bytes are how a small archive becomes an endless one. */
function refuseOverlaps(entries: readonly ZipEntry[], directoryAt: number): void {
  let freeFrom = 0;
  for (const { name, dataAt, packedBytes } of entries.toSorted((a, b) => a.dataAt - b.dataAt)) {
    if (dataAt < freeFrom || dataAt + packedBytes > directoryAt) {
      throw notAnArchive(`${quoted(name)} in it overlaps something else.`);
    }
    freeFrom = dataAt + packedBytes;
  }
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(Math.max(0, length));
  const { bytesRead } = await file.read(bytes, 0, bytes.length, at);
  if (bytesRead < length || length < 0) throw notAnArchive('It is shorter than its directory says.');
  return bytes;
}

/** A name from the archive as it may stand in a sentence. */
export function quoted(name: string): string {
  return JSON.stringify(name.length > 80 ? `${name.slice(0, 79)}…` : name);
}
