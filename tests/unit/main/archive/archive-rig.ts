// A room with everything in it, its archive, and archives that were tampered with.
import { strToU8, unzipSync, zipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { openSession, type ProfileFolder, type SessionRig } from '../session/session-rig.ts';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export async function* inPieces(bytes: Uint8Array, length = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

export const openOffline = (folder: ProfileFolder): Promise<SessionRig> =>
  openSession({ folder: folder.path, baseUrl: () => null });

/** The archive of `room-1`, as bytes. */
export async function exported(rig: SessionRig, roomId = 'room-1'): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of rig.session.exportRoom(roomId, 'Test 1').bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

export const imported = (rig: SessionRig, archive: Uint8Array) =>
  rig.session.importRoom(inPieces(archive), () => {});

/** A room in which things were said and nothing has left: chat with two files, a request, a reply, a cancelled one. */
export async function fillRoom(rig: SessionRig): Promise<void> {
  const { session } = rig;
  const drawing = await session.addFile(
    'room-1',
    'plate ü.step',
    inPieces(Buffer.from('ISO-10303-21;'.repeat(400))),
  );
  const same = await session.addFile(
    'room-1',
    'copy.step',
    inPieces(Buffer.from('ISO-10303-21;'.repeat(400))),
  );
  const first = rig.send({
    kind: 'chat',
    roomId: 'room-1',
    text: 'The plate <script>alert("1")</script> & its copy',
    fileIds: [drawing.id, same.id],
  });
  const gone = rig.send({ kind: 'chat', roomId: 'room-1', text: 'cancelled words' });
  rig.send({ kind: 'chat', roomId: 'room-1', text: 'A reply', replyTo: first.id });
  rig.send({ kind: 'idea', roomId: 'room-1', text: 'Ideas for a hinge', constraints: ['cheap'] });
  session.cancelEntry(gone.id);
  session.setDraft('room-1', 'half a sen');
}

export type Members = Record<string, Uint8Array>;

/** The archive with some members changed, taken out (null) or added. */
export function altered(archive: Uint8Array, change: Record<string, Uint8Array | null>): Uint8Array {
  const members: Members = unzipSync(archive);
  for (const [name, bytes] of Object.entries(change)) {
    if (bytes === null) delete members[name];
    else members[name] = bytes;
  }
  return zipSync(members);
}

/** The archive with one part changed and the manifest made to vouch for it. */
export function vouched(
  archive: Uint8Array,
  part: 'messages.jsonl' | 'results.jsonl' | 'files.jsonl',
  change: (text: string) => string,
): Uint8Array {
  const members: Members = unzipSync(archive);
  const bytes = strToU8(change(Buffer.from(members[part] ?? []).toString('utf8')));
  const manifest = JSON.parse(Buffer.from(members['archive.json'] ?? []).toString('utf8'));
  manifest.parts[part] = { sha256: sha256(bytes), bytes: bytes.length, lines: 1 };
  return zipSync({ ...members, [part]: bytes, 'archive.json': strToU8(JSON.stringify(manifest)) });
}
