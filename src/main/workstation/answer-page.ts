// The bytes of the page: files, meshes and uploads by signed address, the same in both shells.
import { toDiskRefusal } from '../files/disk-words.ts';
import { Refusal } from '../../shared/std/result.ts';
import { sendDiagnostics } from './send-diagnostics.ts';
import type { Grant } from './page-addresses.ts';
import { sendRoom, takeRoom } from './room-archives.ts';
import { sendFile } from './send-file.ts';
import type { Services } from './services.ts';

const methods: Readonly<Record<Grant['kind'], readonly string[]>> = {
  file: ['GET', 'HEAD'],
  mesh: ['GET', 'HEAD'],
  upload: ['POST'],
  diagnostics: ['GET'],
  'room-export': ['GET'],
  'room-import': ['POST'],
};

/** Answers a request under `/bytes/`. Failures are JSON with a `message`; it never throws. */
export async function answerPage(answers: Services, request: Request): Promise<Response> {
  try {
    const grant = answers.addresses.read(new URL(request.url).pathname);
    if (grant === null) {
      return sayNo(403, 'This address is not valid any more: reload the page.');
    }
    if (!methods[grant.kind].includes(request.method))
      return sayNo(405, `${request.method} is not possible here.`);
    return await grantAnswer(answers, grant, request);
  } catch (error) {
    const known = toDiskRefusal(error, 'the file');
    if (known instanceof Refusal) return sayNo(known.code === 'DISK_FULL' ? 507 : 422, known.message);
    answers.log.error(`${request.method} of a page address failed: ${String(error)}`);
    return sayNo(500, 'The workstation could not do this; its log says why.');
  }
}

async function grantAnswer(answers: Services, grant: Grant, request: Request): Promise<Response> {
  switch (grant.kind) {
    case 'file': {
      const session = answers.active.require(grant.profileId);
      const { mediaType } = session.file(grant.fileId);
      return sendFile(request, { path: session.filePath(grant.fileId), mediaType });
    }
    case 'mesh': {
      const path = await answers.meshes.meshPath(grant.key);
      if (path === null) return sayNo(410, 'This model was not opened in this run: open it again.');
      return sendFile(request, { path, mediaType: 'application/octet-stream' });
    }
    case 'upload': {
      const bytes = bodyOf(request);
      const file = await answers.active.require(grant.profileId).addFile(grant.roomId, grant.name, bytes);
      return Response.json(file, { status: 201, headers: { 'Cache-Control': 'no-store' } });
    }
    case 'diagnostics':
      return sendDiagnostics(answers);
    case 'room-export':
      return sendRoom(answers, answers.active.require(grant.profileId), grant.roomId);
    case 'room-import':
      return takeRoom(answers, answers.active.require(grant.profileId), bodyOf(request));
  }
}

/** What is left unread after a refusal is the shell's to drain, so that the page hears the refusal. */
function bodyOf(request: Request): AsyncIterable<Uint8Array> {
  return (request.body ?? new Blob([]).stream()).values({ preventCancel: true });
}

/** A failure as the page reads it. */
export function sayNo(status: number, message: string): Response {
  const headers = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };
  return Response.json({ message }, { status, headers });
}
