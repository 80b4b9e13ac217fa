// Keeps an attachment: bytes first, durable and by their hash, then the row that names them.
import { mediaTypeOf } from '../files/media-type.ts';
import { safeFileName } from '../files/safe-file-name.ts';
import { type FileRow, saveFile } from '../store/files.ts';
import { newId, nowText, type SessionCore } from './session-core.ts';

/** Largest file that may be attached, bytes. */
const largestFileBytes = 2 * 1024 ** 3;

/** Copies the bytes into the content store and adds the file to its room. */
export async function keepFile(
  core: SessionCore,
  to: { readonly roomId: string; readonly name: string },
  bytes: AsyncIterable<Uint8Array>,
): Promise<FileRow> {
  const { sha256, sizeBytes } = await core.content.add(bytes, { maxBytes: largestFileBytes });
  const name = safeFileName(to.name, 'file');
  const row: FileRow = {
    id: newId(core),
    name,
    mediaType: mediaTypeOf(name, null),
    sizeBytes,
    state: 'stored',
    sha256,
    expectedSha256: null,
    reason: '',
    remoteId: null,
    source: null,
    roomId: to.roomId,
    createdAt: nowText(core),
  };
  core.changes.write(() => {
    saveFile(core.store, row);
    core.changes.file(row.id);
  });
  return row;
}
