// The rows of an imported room, in one transaction. What was unsent is set aside: only a person sends it.
import { importedCode, type ServerRefusal } from '../../shared/model/message.ts';
import type { NewMessage } from '../../shared/model/new-message.ts';
import { safeFileName } from '../files/safe-file-name.ts';
import { productFor } from '../session/product-for.ts';
import { nowText, previewOf, type SessionCore } from '../session/session-core.ts';
import { insertVersion } from '../store/document-versions.ts';
import { addEntry, markQuarantined } from '../store/entries.ts';
import { saveFile, setMessageFiles } from '../store/files.ts';
import { addGap } from '../store/gaps.ts';
import { putBoard } from '../store/idea-boards.ts';
import { insertMessage, type MessageRow, setDelivery } from '../store/messages.ts';
import { insertResult } from '../store/results.ts';
import { addRoom, noteActivity, setDraft, setLastSeq } from '../store/rooms.ts';
import type { FileLine, Manifest, MessageLine, PartName, ResultLine } from './archive-format.ts';
import { messagePart, resultPart } from './check-lines.ts';
import { importedId } from './imported-ids.ts';
import { linesOf } from './lines-of-file.ts';

export interface RoomToWrite {
  readonly roomId: string;
  readonly manifest: Manifest;
  readonly files: readonly FileLine[];
  pathOf(part: PartName): string;
}

/** Writes checked lines as a room of its own; nothing in it has the id of anything elsewhere. */
export function writeRoom(core: SessionCore, room: RoomToWrite): void {
  const { store, changes } = core;
  const { roomId, manifest, pathOf } = room;
  changes.write(() => {
    const { title, product, draft } = manifest.room;
    addRoom(store, { id: roomId, title, productId: productFor(store, product), at: nowText(core) });
    for (const file of room.files) writeFile(core, roomId, file);
    let last: MessageLine | null = null;
    for (const line of linesOf(messagePart(pathOf))) {
      writeMessage(core, roomId, line);
      last = line;
    }
    for (const line of linesOf(resultPart(pathOf))) writeResult(core, roomId, line);
    for (const { after_seq: afterSeq, at, reason } of manifest.gaps)
      addGap(store, { roomId, afterSeq, at, reason });
    if (draft !== '') setDraft(store, roomId, draft);
    setLastSeq(store, roomId, last?.seq ?? 0);
    if (last !== null) {
      noteActivity(store, roomId, { at: last.created_at, preview: previewOf(last.text), unread: 0 });
    }
    changes.room(roomId);
    changes.queue();
  });
}

function writeFile({ store }: SessionCore, roomId: string, line: FileLine): void {
  saveFile(store, {
    id: importedId(roomId, 'file', line.id),
    name: safeFileName(line.name, 'file'),
    mediaType: line.media_type,
    sizeBytes: line.content?.size_bytes ?? null,
    state: line.content === null ? 'missing' : 'stored',
    sha256: line.content?.sha256 ?? null,
    expectedSha256: null,
    reason: line.content === null ? `It was not in the imported archive. ${line.reason}`.trim() : '',
    remoteId: null,
    source: null,
    roomId,
    createdAt: line.created_at,
  });
}

function writeResult(core: SessionCore, roomId: string, line: ResultLine): void {
  const { store } = core;
  const { request_message_id: requestId, answer_message_id: answerId, created_at: createdAt } = line;
  const id = importedId(roomId, 'result', line.id);
  insertResult(store, {
    ...line,
    id,
    roomId,
    requestMessageId: requestId === null ? null : importedId(roomId, 'message', requestId),
    answerMessageId: importedId(roomId, 'message', answerId),
    createdAt,
  });
  if (line.board !== null) putBoard(store, { resultId: id, board: line.board, at: nowText(core) });
  for (const version of line.versions) {
    const versionId = importedId(roomId, 'version', version.id);
    insertVersion(store, id, { ...version, id: versionId, createdAt: version.created_at });
  }
}

function writeMessage(core: SessionCore, roomId: string, line: MessageLine): void {
  const { store, profile } = core;
  const id = importedId(roomId, 'message', line.id);
  const fileIds = line.files.map((fileId) => importedId(roomId, 'file', fileId));
  const replyTo = line.reply_to === null ? null : importedId(roomId, 'message', line.reply_to);
  const isOwn = line.unsent || (line.is_own && line.author_id === profile.userId);
  const row: MessageRow = {
    id,
    roomId,
    seq: line.seq,
    wireId: line.unsent ? id : null,
    kind: line.kind,
    authorId: line.unsent ? profile.userId : line.author_id,
    isOwn,
    text: line.text,
    replyTo,
    createdAt: line.created_at,
    request: line.request === null ? null : requestIn(roomId, line.request, { replyTo, fileIds }),
    sources: line.sources,
    answeredBy: line.answered_by,
    streaming: false,
    responseCode: line.response_code,
    delivery: isOwn && !line.unsent ? deliveryOf(line) : null,
    raw: line.raw ?? null,
  };
  insertMessage(store, line.unsent && row.request !== null ? { ...row, kind: row.request.kind } : row);
  setMessageFiles(store, id, [...new Set(fileIds)]);
  if (line.unsent && row.request !== null) hold(core, { ...row, request: row.request }, line.author_id);
}

/** A request as it stands in the new room: what it points to is there too. */
function requestIn(
  roomId: string,
  request: NewMessage,
  links: Pick<NewMessage, 'replyTo' | 'fileIds'>,
): NewMessage {
  const { idea } = request;
  const resultId = idea === null ? '' : importedId(roomId, 'result', idea.resultId);
  return {
    ...request,
    ...links,
    roomId,
    productId: null,
    idea: idea === null ? null : { ...idea, resultId },
  };
}

/** How far a sent message had come; what claims to be under way here is not. */
function deliveryOf({ delivery }: MessageLine): MessageRow['delivery'] {
  const isOnItsWay =
    delivery?.state === 'saved' || delivery?.state === 'sent' || delivery?.state === 'cancelled';
  return isOnItsWay ? null : delivery;
}

function hold(
  core: SessionCore,
  message: MessageRow & { readonly request: NonNullable<MessageRow['request']> },
  authorId: string,
): void {
  const { store } = core;
  const { id, roomId, request, createdAt } = message;
  const refusal: ServerRefusal = {
    message: `It was not sent yet when ${authorId} exported the room, and may have been sent since. You decide: send it from here, or cancel it.`,
    errorCode: importedCode,
    errors: [],
  };
  addEntry(store, { messageId: id, roomId, code: request.kind, at: createdAt, handed: false });
  markQuarantined(store, id, refusal);
  setDelivery(store, id, { state: 'refused', refusal });
  core.journal.saved({ id, createdAt, request });
  core.journal.held(id, refusal);
}
