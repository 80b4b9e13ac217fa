// Writes an own message: message, outbox row and attachment references in one transaction, before anybody says "saved".
import type { Message } from '../../shared/model/message.ts';
import type { NewMessage } from '../../shared/model/new-message.ts';
import { Refusal } from '../../shared/std/result.ts';
import { addEntry } from '../store/entries.ts';
import { findFile, setMessageFiles } from '../store/files.ts';
import { insertMessage, type MessageRow } from '../store/messages.ts';
import { nextSeq, noteActivity } from '../store/rooms.ts';
import { toBareMessage, toMessage } from './assemble.ts';
import { newId, nowText, previewOf, type SessionCore } from './session-core.ts';

/** Refuses attachments that are not here, by name. */
export function checkFiles(core: SessionCore, { fileIds }: NewMessage): void {
  for (const [index, id] of fileIds.entries()) {
    const file = findFile(core.store, id);
    if (file === null) {
      throw new Refusal(
        'FILE_UNKNOWN',
        `Attachment ${index + 1} is not known on this machine.`,
        `fileIds.${index}`,
      );
    }
    if (file.state !== 'stored' && file.remoteId === null) {
      throw new Refusal(
        'FILE_MISSING',
        `The bytes of "${file.name}" are not here; attach it again.`,
        `fileIds.${index}`,
      );
    }
  }
}

/** Inserts an own message and its entry, and returns it as it will stand. The caller holds the transaction. */
export function insertOwnMessage(core: SessionCore, request: NewMessage): Message {
  const { store, changes, profile } = core;
  const messageId = newId(core);
  const at = nowText(core);
  const row: MessageRow = {
    id: messageId,
    roomId: request.roomId,
    seq: nextSeq(store, request.roomId),
    wireId: messageId,
    kind: request.kind,
    authorId: profile.userId,
    isOwn: true,
    text: request.text,
    replyTo: request.replyTo,
    createdAt: at,
    request,
    sources: [],
    answeredBy: null,
    streaming: false,
    responseCode: null,
    delivery: { state: 'saved' },
    raw: null,
  };
  insertMessage(store, row);
  const hasFiles = request.fileIds.length > 0;
  if (hasFiles) setMessageFiles(store, messageId, [...new Set(request.fileIds)]);
  addEntry(store, { messageId, roomId: request.roomId, code: request.kind, at, handed: false });
  noteActivity(store, request.roomId, { at, preview: previewOf(request.text), unread: 0 });
  core.journal.saved({ id: messageId, createdAt: at, request });
  const message = hasFiles ? toMessage(store, row) : toBareMessage(row);
  changes.added(message);
  changes.room(request.roomId);
  changes.queue();
  return message;
}
