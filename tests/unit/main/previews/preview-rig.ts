// Files to look at, on a real disk.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mediaTypeOf } from '../../../../src/main/files/media-type.ts';
import { previewFile } from '../../../../src/main/previews/preview-file.ts';
import { type Preview, previewSchema } from '../../../../src/shared/model/file.ts';

const usualEntry = join(import.meta.dirname, '../../../../src/main/previews/workbook-worker.ts');

/** The preview of a file with these bytes, checked against the contract. */
export async function preview(
  name: string,
  bytes: string | Uint8Array,
  { said = null, workbookEntry = usualEntry }: { said?: string | null; workbookEntry?: string } = {},
): Promise<Preview> {
  const folder = mkdtempSync(join(tmpdir(), 'preview-test-'));
  try {
    const path = join(folder, 'bytes');
    writeFileSync(path, bytes);
    const file = {
      id: 'f-1',
      name,
      sizeBytes: bytes.length,
      mediaType: mediaTypeOf(name, said),
      bytes: { state: 'stored', sha256: '0'.repeat(64) },
      remoteId: null,
      roomId: null,
      createdAt: '2026-01-01T00:00:00.000Z',
    } as const;
    return previewSchema.parse(await previewFile({ file, path, url: `/bytes/x/${name}`, workbookEntry }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
