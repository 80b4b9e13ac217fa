// Adds a message that came from the server, once per id, with the files it names.
import { z } from 'zod';
import type { ResponseFrame } from '../../shared/protocol/envelope.ts';
import type { ServerMessage } from '../../shared/protocol/read-response.ts';
import { sourceSchema } from '../../shared/protocol/response-data.ts';
import type { Proof } from '../outbox/acceptance.ts';
import { setMessageFiles } from '../store/files.ts';
import { findByWireId, findMessage, insertMessage, type MessageRow } from '../store/messages.ts';
import { placeNews } from '../store/rooms.ts';
import { toBareMessage } from './assemble.ts';
import { collectFiles, keepsInline } from './named-files.ts';
import { newId, nowText, previewOf, type SessionCore } from './session-core.ts';

export interface Saying {
  readonly frame: ResponseFrame;
  readonly kind: MessageRow['kind'];
  readonly text: string;
  /** Whether a person should hear of it: not when a room is looked at for the first time. */
  readonly isNews: boolean;
  readonly keepRaw?: boolean;
}

/** A frame on its way into the story, with what it proved about the queue. */
export interface Telling {
  readonly message: ServerMessage;
  readonly proof: Proof | null;
  readonly isNews: boolean;
}

/** The parts of a frame that every message has. */
export function toSaying({ message: { frame }, isNews }: Telling): Saying {
  return { frame, text: textOf(frame), kind: 'chat', isNews };
}

/** Whether a frame is one we have: its id is in the room already, complete. */
export function isKnown(core: SessionCore, frame: ResponseFrame): boolean {
  const wireId = wireIdOf(frame);
  const known = wireId === null || !frame.room_id ? null : findByWireId(core.store, frame.room_id, wireId);
  return known !== null && !known.streaming;
}

/** The server's id of a message, where it has one. */
export function wireIdOf({ data }: ResponseFrame): string | null {
  return textOr(data['message_id']);
}

/** The text a person reads, under whatever field it stands. */
export function textOf({ data, code }: ResponseFrame): string {
  for (const key of ['message', 'text', 'content', 'query', 'title']) {
    const text = textOr(data[key]);
    if (text !== null) return text;
  }
  return `(${code})`;
}

/** The row of a message that came from the server, not yet written. */
export function toRow(core: SessionCore, { frame, kind, text, keepRaw }: Saying): MessageRow {
  const roomId = frame.room_id ?? '';
  const wireId = wireIdOf(frame);
  const sender = textOr(frame.data['sender']) ?? (kind === 'answer' ? 'haitch' : frame.user_id) ?? 'server';
  const isOwn = sender === core.profile.userId && kind !== 'answer' && kind !== 'error' && kind !== 'system';
  const isFree = wireId !== null && findMessage(core.store, wireId) === null;
  return {
    id: isFree ? wireId : newId(core),
    roomId,
    seq: 0,
    wireId,
    kind,
    authorId: sender,
    isOwn,
    text,
    replyTo: textOr(frame.data['reply_to']),
    createdAt: timeOf(core, frame),
    request: null,
    sources: sourcesOf(frame.data['sources']),
    streaming: false,
    responseCode: null,
    delivery: isOwn ? { state: 'seen', at: nowText(core) } : null,
    answeredBy: answererOf(frame),
    raw: keepRaw === true || keepsInline(frame.data) || frame.data['proposal'] !== undefined ? frame : null,
  };
}

/** Adds a message; null when its id is known in its room already. */
export function addMessage(core: SessionCore, saying: Saying): MessageRow | null {
  const { frame } = saying;
  const wireId = wireIdOf(frame);
  if (!frame.room_id) return null;
  if (wireId !== null && findByWireId(core.store, frame.room_id, wireId) !== null) return null;
  return insertRow(core, toRow(core, saying), saying);
}

/** Writes a new row at the end of its room, with its files, and counts it as unread where it is news. */
export function insertRow(core: SessionCore, row: MessageRow, { frame, isNews }: Saying): MessageRow {
  const { store, changes } = core;
  const seq = placeNews(store, row.roomId, {
    at: row.createdAt,
    preview: previewOf(row.text),
    unread: row.isOwn || !isNews ? 0 : 1,
  });
  const placed = { ...row, seq };
  insertMessage(store, placed);
  const fileIds = collectFiles(core, placed, frame.data);
  if (fileIds.length > 0) setMessageFiles(store, placed.id, fileIds);
  if (fileIds.length > 0 || placed.kind === 'answer') changes.message(placed.id);
  else changes.added(toBareMessage(placed));
  changes.room(row.roomId);
  return placed;
}

const longestAnswerer = 400;

/** By what an answer was given, in the server's words; with the reason why the model did not. */
function answererOf({ data }: ResponseFrame): string | null {
  const words = [data['answered_by'], data['model_trouble']].filter((said) => typeof said === 'string');
  return words.length === 0 ? null : words.join('. ').slice(0, longestAnswerer);
}

const sourcesSchema = z.array(sourceSchema).catch([]);

function sourcesOf(said: unknown): MessageRow['sources'] {
  return said === undefined ? [] : sourcesSchema.parse(said);
}

function timeOf(core: SessionCore, { timestamp }: ResponseFrame): string {
  const parsed = typeof timestamp === 'string' ? Date.parse(timestamp) : Number.NaN;
  return Number.isNaN(parsed) ? nowText(core) : new Date(parsed).toISOString();
}

function textOr(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
