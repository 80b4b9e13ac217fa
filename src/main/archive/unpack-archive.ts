// An archive taken apart into a folder of our own and checked: after this, its lines and bytes are what its manifest says.
import { createHash } from 'node:crypto';
import { type FileHandle, open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../shared/std/result.ts';
import {
  archiveFormat,
  archiveVersion,
  filePathPattern,
  type Manifest,
  manifestName,
  manifestSchema,
  pageName,
  type PartName,
  partNames,
} from './archive-format.ts';
import { zipBytes } from './zip-bytes.ts';
import { notAnArchive, quoted, readZipDirectory, type ZipEntry } from './zip-directory.ts';

const largestManifestBytes = 16 * 1024 * 1024;
const mostUnpackedBytes = 8 * 1024 ** 3;
/** Text packs to a thirtieth or so; what promises more than this, and much of it, is made to fill disks. */
const mostRatio = 200;
const alwaysFineBytes = 64 * 1024 * 1024;

export interface UnpackedArchive {
  readonly manifest: Manifest;
  /** SHA-256 of the manifest, which vouches for all the rest. */
  readonly manifestSha256: string;
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** Where the unpacked lines of each part lie. */
  pathOf(part: PartName): string;
}

/** Reads the directory and the manifest. Refuses, with a sentence, what is no room archive of this version. */
export async function readManifest(
  file: FileHandle,
): Promise<Pick<UnpackedArchive, 'manifest' | 'manifestSha256' | 'entries'>> {
  const entries = await readZipDirectory(file);
  refuseStrangers(entries);
  refuseBombs([...entries.values()]);
  const entry = need(entries, manifestName);
  if (entry.bytes > largestManifestBytes) throw notAnArchive(`Its ${manifestName} is too long.`);
  const pieces: Buffer[] = [];
  for await (const piece of zipBytes(file, entry)) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  const manifestSha256 = createHash('sha256').update(bytes).digest('hex');
  return { manifest: toManifest(bytes.toString('utf8')), manifestSha256, entries };
}

/** Unpacks the parts into `folder`. Refuses a part whose length or hash is not what the manifest says. */
export async function unpackParts(
  file: FileHandle,
  { manifest, entries }: Pick<UnpackedArchive, 'manifest' | 'entries'>,
  folder: string,
): Promise<(part: PartName) => string> {
  await refuseFullDisk(folder, [...entries.values()]);
  const pathOf = (part: PartName): string => join(folder, part);
  for (const part of partNames) {
    const facts = manifest.parts[part];
    const found = await writeHashed(pathOf(part), zipBytes(file, need(entries, part)));
    if (found.sha256 !== facts.sha256 || found.bytes !== facts.bytes) {
      throw notAnArchive(`Its ${part} is not what the manifest says: its hash or length is another.`);
    }
  }
  return pathOf;
}

/** The member of that name; refuses an archive that lacks it. */
export function need(entries: ReadonlyMap<string, ZipEntry>, name: string): ZipEntry {
  const entry = entries.get(name);
  if (entry === undefined) throw notAnArchive(`${quoted(name)} is missing in it.`);
  return entry;
}

/** SHA-256 of some bytes as they pass. */
export async function hashOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of bytes) hash.update(piece);
  return hash.digest('hex');
}

function toManifest(text: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw notAnArchive(`Its ${manifestName} is no JSON.`);
  }
  const head = manifestSchema.pick({ format: true }).safeParse(value);
  if (!head.success) throw notAnArchive(`It is no room archive: "format" is not "${archiveFormat}".`);
  if (!manifestSchema.pick({ version: true }).safeParse(value).success) {
    throw notAnArchive(
      `It was written in another version of the format; this workstation reads version ${archiveVersion}.`,
    );
  }
  const parsed = manifestSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw notAnArchive(
    `Its ${manifestName} is wrong at ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is wrong'}.`,
  );
}

/** Names are never used as paths; one that tries to be another path is a sign of an archive made to harm. */
function refuseStrangers(entries: ReadonlyMap<string, ZipEntry>): void {
  const known: readonly string[] = [manifestName, pageName, ...partNames];
  for (const [name, { bytes }] of entries) {
    const path = filePathPattern.exec(name);
    const isFolder = bytes === 0 && /^files\/([0-9a-f]{16}\/)?$/.test(name);
    const isFile = path !== null && path[2] !== '.' && path[2] !== '..';
    if (known.includes(name) || isFolder || isFile) continue;
    throw notAnArchive(`It holds ${quoted(name)}, which does not belong in a room archive.`);
  }
}

function refuseBombs(entries: readonly ZipEntry[]): void {
  const total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  const bomb = entries.find(
    ({ bytes, packedBytes }) => bytes > alwaysFineBytes && bytes > packedBytes * mostRatio,
  );
  if (total <= mostUnpackedBytes && bomb === undefined) return;
  throw notAnArchive('Unpacked it would be far larger than a room: it looks made to fill the disk.');
}

async function refuseFullDisk(folder: string, entries: readonly ZipEntry[]): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const needed = entries.reduce((sum, { bytes }) => sum + bytes, 0) * 1.1;
  if (bavail * bsize >= needed) return;
  const mib = Math.ceil(needed / 1024 ** 2);
  throw new Refusal('DISK_FULL', `The disk has no room for this import; it needs ${mib} MiB.`);
}

/** Writes bytes to a new file and says what was written; a file that could not be finished is removed. */
export async function writeHashed(
  path: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const piece of pieces) {
      hash.update(piece);
      bytes += piece.length;
      await file.writeFile(piece);
    }
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}
