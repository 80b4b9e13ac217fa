// Calls about files and models: the bridge names them, the page fetches their bytes by address.
import type { FileRef, Preview } from '../../shared/model/file.ts';
import { Refusal } from '../../shared/std/result.ts';
import { previewFile } from '../previews/preview-file.ts';
import type { ProfileSession } from '../session/profile-session-port.ts';
import type { Services } from '../workstation/services.ts';
import type { HandlersOf } from './handlers.ts';

export function fileHandlers({
  active,
  addresses,
  meshes,
  workbookEntry,
}: Services): HandlersOf<'files' | 'models'> {
  const session = () => active.current();
  const addressOf = ({ profile }: ProfileSession, { id, name }: FileRef): string =>
    addresses.sign({ kind: 'file', profileId: profile.id, fileId: id }, name);
  return {
    'files.get': async ({ fileId }) => (await session()).file(fileId),
    'files.list': async ({ roomId }) => (await session()).listFiles(roomId),
    'files.url': async ({ fileId }) => {
      const open = await session();
      const { file } = storedFile(open, fileId);
      return { url: addressOf(open, file) };
    },
    'files.preview': async ({ fileId }): Promise<Preview> => {
      const open = await session();
      const file = open.file(fileId);
      if (file.bytes.state !== 'stored') return { kind: 'none', reason: file.bytes.reason };
      return previewFile({ file, path: open.filePath(fileId), url: addressOf(open, file), workbookEntry });
    },
    'files.fetch': async ({ fileId }) => (await session()).fetchFile(fileId),
    'files.uploadUrl': async ({ roomId, name }) => {
      const { profile } = await session();
      return { url: addresses.sign({ kind: 'upload', profileId: profile.id, roomId, name }, name) };
    },
    'models.open': async ({ fileId }) => {
      const { file, sha256, path } = storedFile(await session(), fileId);
      const { key, jobId } = meshes.begin({ path, name: file.name, sha256 });
      return { url: addresses.sign({ kind: 'mesh', key }, `${file.name}.mesh`), jobId };
    },
  };
}

function storedFile(
  session: ProfileSession,
  fileId: string,
): { readonly file: FileRef; readonly sha256: string; readonly path: string } {
  const file = session.file(fileId);
  if (file.bytes.state !== 'stored') {
    throw new Refusal('FILE_MISSING', `${file.name} is not here: ${file.bytes.reason}`, 'fileId');
  }
  return { file, sha256: file.bytes.sha256, path: session.filePath(fileId) };
}
