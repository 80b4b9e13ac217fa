// A room larger than the memory that its export and import may take.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { expect, test } from 'vitest';
import { ProfileFolder } from '../session/session-rig.ts';
import { openOffline } from './archive-rig.ts';

const mib = 1024 ** 2;
const fileBytes = 400 * mib;
/** What pieces on their way, and the test's own, may take. */
const allowedBytes = 96 * mib;

async function* noise(): AsyncGenerator<Uint8Array> {
  const piece = createHash('shake256', { outputLength: mib }).update('noise').digest();
  for (let at = 0; at < fileBytes; at += piece.length) {
    piece.writeUInt32LE(at, 0);
    yield piece;
  }
}

test('[S-ARCHIVE-7] 400 MiB go out and come in with less than 96 MiB of buffers at any time', {
  timeout: 180_000,
}, async () => {
  using folder = new ProfileFolder();
  using other = new ProfileFolder();
  await using rig = await openOffline(folder);
  const { id } = await rig.session.addFile('room-1', 'scan.bin', noise());
  rig.send({ kind: 'chat', roomId: 'room-1', text: 'The scan', fileIds: [id] });
  const path = join(folder.path, 'room.zip');
  const start = process.memoryUsage().arrayBuffers;
  let peak = 0;
  const watched = async function* (pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      peak = Math.max(peak, process.memoryUsage().arrayBuffers - start);
      yield piece;
    }
  };
  await pipeline(watched(rig.session.exportRoom('room-1', 'Test').bytes), createWriteStream(path));
  expect(peak).toBeLessThan(allowedBytes);
  await using there = await openOffline(other);
  const seen = new Set<string>();
  const outcome = await there.session.importRoom(watched(createReadStream(path)), (stage) => {
    seen.add(stage);
    peak = Math.max(peak, process.memoryUsage().arrayBuffers - start);
  });
  expect(peak).toBeLessThan(allowedBytes);
  expect(outcome).toMatchObject({ isNew: true, files: 1 });
  expect([...seen]).toEqual(['Receiving', 'Checking', 'Storing', 'Writing']);
});
