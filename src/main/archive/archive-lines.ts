// From rows to the lines of an archive.
import { safeFileName } from '../files/safe-file-name.ts';
import type { ContentStore } from '../files/content-store-port.ts';
import { listVersions } from '../store/document-versions.ts';
import { findEntry } from '../store/entries.ts';
import { type FileRow, filesOfMessage } from '../store/files.ts';
import { findBoard } from '../store/idea-boards.ts';
import type { Store } from '../store/open-store.ts';
import type { MessageRow } from '../store/messages.ts';
import type { ResultRow } from '../store/results.ts';
import type { FileLine, MessageLine, ResultLine } from './archive-format.ts';

/** A message with the ids of those of its files that are exported, and whether it is still in the queue. */
export function toMessageLine(
  store: Store,
  row: MessageRow,
  files: ReadonlyMap<string, FileLine>,
): MessageLine {
  return {
    id: row.id,
    seq: row.seq,
    kind: row.kind,
    author_id: row.authorId,
    is_own: row.isOwn,
    text: row.text,
    reply_to: row.replyTo,
    created_at: row.createdAt,
    request: row.request,
    sources: row.sources,
    answered_by: row.answeredBy,
    response_code: row.responseCode,
    delivery: row.delivery,
    raw: row.raw,
    files: filesOfMessage(store, row.id).flatMap(({ id }) => (files.has(id) ? [id] : [])),
    unsent: row.isOwn && findEntry(store, row.id) !== null,
  };
}

export function toResultLine(store: Store, row: ResultRow): ResultLine {
  const versions = listVersions(store, row.id);
  return {
    id: row.id,
    kind: row.kind,
    request_message_id: row.requestMessageId,
    answer_message_id: row.answerMessageId,
    title: row.title,
    text: row.text,
    created_at: row.createdAt,
    raw: row.raw,
    board: findBoard(store, row.id),
    versions: versions.map(({ id, text, note, createdAt }) => ({ id, text, note, created_at: createdAt })),
  };
}

/** A file and where its bytes stand in the archive; the same bytes stand there once, under the first name in `paths`. */
export function toFileLine(row: FileRow, content: ContentStore, paths: Map<string, string>): FileLine {
  const { id, name, mediaType, createdAt, sha256, sizeBytes, state, reason } = row;
  const head = { id, name, media_type: mediaType, created_at: createdAt };
  if (state !== 'stored' || sha256 === null || sizeBytes === null || !content.has(sha256)) {
    const why = reason === '' ? 'Its bytes were not on the machine that exported the room.' : reason;
    return { ...head, content: null, reason: why };
  }
  const path = paths.get(sha256) ?? `files/${sha256.slice(0, 16)}/${safeFileName(name, 'file')}`;
  paths.set(sha256, path);
  return { ...head, content: { path, sha256, size_bytes: sizeBytes }, reason: '' };
}
