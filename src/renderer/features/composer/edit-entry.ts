// What editing an entry asks of main: the files it carries, and the edit itself.
import type { FileRef } from '../../../shared/model/file.ts';
import type { NewMessage, NewMessageInput } from '../../../shared/model/new-message.ts';
import type { Failure } from '../../../shared/std/result.ts';
import { call } from '../../platform/bridge.ts';

/** The files of a request that can still be found. */
export async function loadFiles(request: NewMessage): Promise<FileRef[]> {
  const answers = await Promise.all(request.fileIds.map((fileId) => call('files.get', { fileId })));
  return answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
}

/** Replaces an entry; null when it is done. */
export async function saveEdit(messageId: string, request: NewMessageInput): Promise<Failure | null> {
  const answer = await call('outbox.edit', { messageId, request });
  return answer.ok ? null : answer.error;
}
