// A room as an archive: a page for people, its lines for programs, its files, and the manifest that vouches for them.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Refusal } from '../../shared/std/result.ts';
import { safeFileName } from '../files/safe-file-name.ts';
import { nowText, type SessionCore } from '../session/session-core.ts';
import { gapsBetween } from '../store/gaps.ts';
import { listProducts } from '../store/products.ts';
import { filesOfRoom, messagesOfRoom, resultsOfRoom } from '../store/room-pages.ts';
import { draftOf, findRoom, roomCursor } from '../store/rooms.ts';
import {
  archiveFormat,
  archiveVersion,
  type FileLine,
  type Manifest,
  manifestName,
  pageName,
  type PartFacts,
  type PartName,
} from './archive-format.ts';
import { toFileLine, toMessageLine, toResultLine } from './archive-lines.ts';
import { toPart } from './part-writer.ts';
import { roomPage } from './room-page.ts';
import { largestZipBytes, type Member, mostMembers, tooLarge, zipMembers } from './zip-members.ts';

/** Room for everything in an archive that is no attachment, bytes. */
const reservedBytes = 256 * 1024 * 1024;

export interface RoomExport {
  /** A file name such as `Thermostat 2026-11-25.zip`. */
  readonly name: string;
  /** Bytes of the attachments in it. */
  readonly fileBytes: number;
  /** The archive, made while it is read. Throws when a file on disk is not what it was. */
  readonly bytes: AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined>;
}

/** Prepares the archive of a room. Refuses one that does not fit into an archive. */
export function exportRoom(core: SessionCore, roomId: string, exportedBy: string): RoomExport {
  const room = findRoom(core.store, roomId);
  if (room === null) {
    throw new Refusal('ROOM_UNKNOWN', `There is no room "${roomId}" in this profile.`, 'roomId');
  }
  const paths = new Map<string, string>();
  const files = [...filesOfRoom(core.store, roomId)].map((row) => toFileLine(row, core.content, paths));
  const kept = new Map(files.flatMap(({ content }) => (content === null ? [] : [[content.path, content]])));
  const fileBytes = [...kept.values()].reduce((sum, { size_bytes }) => sum + size_bytes, 0);
  if (fileBytes > largestZipBytes - reservedBytes || kept.size > mostMembers) throw tooLarge();
  const exportedAt = nowText(core);
  const members = membersOf(core, { roomId, exportedAt, exportedBy, files, kept: [...kept.values()] });
  return {
    name: `${safeFileName(room.title.replaceAll('/', '-'), 'room')} ${exportedAt.slice(0, 10)}.zip`,
    fileBytes,
    bytes: zipMembers(members, new Date(exportedAt)),
  };
}

type Kept = NonNullable<FileLine['content']>;

interface Exporting {
  readonly roomId: string;
  readonly exportedAt: string;
  readonly exportedBy: string;
  readonly files: readonly FileLine[];
  readonly kept: readonly Kept[];
}

async function* membersOf(core: SessionCore, exporting: Exporting): AsyncGenerator<Member, void, undefined> {
  const { store, content } = core;
  const { roomId, files, kept, exportedAt } = exporting;
  // What comes in while the archive is read is not in it.
  const part = { roomId, upTo: roomCursor(store, roomId).lastSeq };
  const title = findRoom(store, roomId)?.title ?? roomId;
  const byId = new Map(files.map((file) => [file.id, file]));
  const page = roomPage({ title, exportedAt, messages: messagesOfRoom(store, part), store, files: byId });
  yield { name: pageName, bytes: page, isPacked: true };
  const facts = new Map<PartName, PartFacts>();
  const lines = (name: PartName, values: Iterable<unknown>): Member => {
    return { name, bytes: toPart(values, (found) => facts.set(name, found)), isPacked: true };
  };
  yield lines(
    'messages.jsonl',
    mapped(messagesOfRoom(store, part), (row) => toMessageLine(store, row, byId)),
  );
  yield lines(
    'results.jsonl',
    mapped(resultsOfRoom(store, part), (row) => toResultLine(store, row)),
  );
  yield lines('files.jsonl', files);
  for (const file of kept) {
    yield { name: file.path, bytes: verified(content.pathOf(file.sha256), file), isPacked: false };
  }
  const manifest = manifestOf(core, exporting, facts);
  yield { name: manifestName, bytes: [Buffer.from(JSON.stringify(manifest, null, 2))], isPacked: true };
}

function* mapped<A, B>(values: Iterable<A>, map: (value: A) => B): Generator<B, void, undefined> {
  for (const value of values) yield map(value);
}

/** The bytes of a kept file; what is not what its hash says is never exported as if it were. */
async function* verified(path: string, { sha256, path: name }: Kept): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const bytes = Buffer.from(piece);
    hash.update(bytes);
    yield bytes;
  }
  if (hash.digest('hex') === sha256) return;
  throw new Refusal('FILE_DAMAGED', `The kept bytes of ${name} are damaged; the room was not exported.`);
}

function manifestOf(
  { store }: SessionCore,
  { roomId, exportedAt, exportedBy }: Exporting,
  facts: ReadonlyMap<PartName, PartFacts>,
): Manifest {
  const room = findRoom(store, roomId);
  const factsOf = (name: PartName): PartFacts => {
    const found = facts.get(name);
    if (found === undefined) throw new Error(`${name} was not written.`);
    return found;
  };
  const product = listProducts(store).find(({ id }) => id === room?.productId)?.name ?? null;
  const gaps = gapsBetween(store, roomId, { from: 0, to: Number.MAX_SAFE_INTEGER });
  return {
    format: archiveFormat,
    version: archiveVersion,
    exported_at: exportedAt,
    exported_by: exportedBy,
    room: { id: roomId, title: room?.title ?? roomId, product, draft: draftOf(store, roomId) },
    gaps: gaps.map(({ afterSeq, at, reason }) => ({ after_seq: afterSeq, at, reason })),
    parts: {
      'messages.jsonl': factsOf('messages.jsonl'),
      'results.jsonl': factsOf('results.jsonl'),
      'files.jsonl': factsOf('files.jsonl'),
    },
  };
}
