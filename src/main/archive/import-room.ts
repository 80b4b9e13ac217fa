// A room from an archive: checked whole before anything is written, then written in one transaction.
import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RoomImport } from '../../shared/model/room.ts';
import { Refusal } from '../../shared/std/result.ts';
import { toDiskRefusal } from '../files/disk-words.ts';
import type { SessionCore } from '../session/session-core.ts';
import { findRoom } from '../store/rooms.ts';
import type { FileLine } from './archive-format.ts';
import { type CheckedLines, checkLines } from './check-lines.ts';
import { roomIdOf } from './imported-ids.ts';
import { hashOf, need, readManifest, unpackParts, writeHashed } from './unpack-archive.ts';
import { writeRoom } from './write-room.ts';
import { zipBytes } from './zip-bytes.ts';
import { notAnArchive, quoted, type ZipEntry } from './zip-directory.ts';
import { largestZipBytes } from './zip-members.ts';

/** Told of what is done now, and how much of it: a fraction, or null where nobody knows. */
export type Progress = (stage: string, fraction: number | null) => void;

/** The folder in which archives are taken apart; what an interrupted import left in it is removed at the next start. */
export function importFolder(profileFolder: string): string {
  return join(profileFolder, 'imports');
}

/** Makes a room from the bytes of an archive. The same archive again changes nothing. Refuses with a sentence. */
export async function importRoom(
  core: SessionCore,
  bytes: AsyncIterable<Uint8Array>,
  progress: Progress,
): Promise<RoomImport> {
  const folder = join(importFolder(core.folder), randomUUID());
  try {
    await mkdir(folder, { recursive: true });
    progress('Receiving', null);
    const path = join(folder, 'archive.zip');
    await writeHashed(path, atMost(bytes, largestZipBytes));
    const file = await open(path, 'r');
    try {
      return await takeIn(core, file, folder, progress);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw toDiskRefusal(error, 'the room');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function takeIn(
  core: SessionCore,
  file: FileHandle,
  folder: string,
  progress: Progress,
): Promise<RoomImport> {
  progress('Checking', null);
  const { manifest, manifestSha256, entries } = await readManifest(file);
  const roomId = roomIdOf(manifestSha256);
  const known = findRoom(core.store, roomId);
  if (known !== null) return { room: known, isNew: false, messages: 0, unsent: 0, files: 0 };
  const pathOf = await unpackParts(file, { manifest, entries }, folder);
  const lines = checkLines(pathOf);
  const contents = contentsOf(lines.files);
  await eachContent(contents, {
    tell: (fraction) => progress('Checking', fraction),
    work: (content) => checkFile(file, need(entries, content.path), content),
  });
  await eachContent(contents, {
    tell: (fraction) => progress('Storing', fraction),
    work: ({ path }) => core.content.add(zipBytes(file, need(entries, path))),
  });
  progress('Writing', null);
  writeRoom(core, { roomId, manifest, files: lines.files, pathOf });
  return outcomeOf(core, roomId, lines);
}

function outcomeOf(core: SessionCore, roomId: string, lines: CheckedLines): RoomImport {
  const room = findRoom(core.store, roomId);
  if (room === null) throw new Error('The imported room is not there.');
  const { messages, unsent, files } = lines;
  return { room, isNew: true, messages, unsent, files: files.length };
}

type Content = NonNullable<FileLine['content']>;

/** What the files of an archive hold; equal bytes stand there once. */
function contentsOf(files: readonly FileLine[]): Content[] {
  const byPath = new Map(files.flatMap(({ content }) => (content === null ? [] : [[content.path, content]])));
  return [...byPath.values()];
}

async function eachContent(
  contents: readonly Content[],
  { tell, work }: { tell(fraction: number): void; work(content: Content): Promise<unknown> },
): Promise<void> {
  for (const [index, content] of contents.entries()) {
    await work(content);
    tell((index + 1) / contents.length);
  }
}

async function checkFile(
  file: FileHandle,
  entry: ZipEntry,
  { path, sha256, size_bytes }: Content,
): Promise<void> {
  if (entry.bytes === size_bytes && (await hashOf(zipBytes(file, entry))) === sha256) return;
  throw notAnArchive(`${quoted(path)} in it is not what files.jsonl says: its hash or length is another.`);
}

async function* atMost(bytes: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const piece of bytes) {
    read += piece.length;
    if (read > limit) throw new Refusal('ARCHIVE', 'This file is larger than a room archive can be.', 'file');
    yield piece;
  }
}
