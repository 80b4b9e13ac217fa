// Answers of the service: pieces are appended while it works, the final frame replaces them and brings the result.
import type { ResponseCode } from '../../shared/protocol/codes.ts';
import type { ResponseFrame } from '../../shared/protocol/envelope.ts';
import type { ResultKind } from '../../shared/model/result.ts';
import { setMessageFiles } from '../store/files.ts';
import { findMessage, type MessageRow, streamingMessages, updateMessage } from '../store/messages.ts';
import { insertResult } from '../store/results.ts';
import { noteActivity } from '../store/rooms.ts';
import { collectFiles } from './named-files.ts';
import { insertRow, isKnown, type Telling, textOf, toRow, toSaying, wireIdOf } from './sayings.ts';
import { newId, previewOf, type SessionCore } from './session-core.ts';

const kindOfResult: Readonly<Partial<Record<string, ResultKind>>> = {
  idea_response: 'idea',
  documentation_response: 'documentation',
  engineering_response: 'engineering',
};
const titleOfKind: Readonly<Record<ResultKind, string>> = {
  idea: 'Ideas',
  documentation: 'Document',
  engineering: 'Engineering result',
};

/** A piece of an answer: text of Haitch is appended, a stage of other work replaces the one before. */
export function hearPiece(core: SessionCore, telling: Telling): void {
  const { message } = telling;
  const { frame } = message;
  if (!frame.room_id || message.kind !== 'progress' || isKnown(core, frame)) return;
  const running = findRunning(core, frame, message.code);
  if (running !== null) {
    const text = message.code === 'chat_response' ? running.text + message.text : message.text;
    updateMessage(core.store, { ...running, text });
    core.changes.message(running.id);
    return;
  }
  const saying = { ...toSaying(telling), kind: 'answer' as const, text: message.text };
  const row = {
    ...toRow(core, saying),
    replyTo: requestIdOf(telling),
    streaming: true,
    responseCode: message.code,
  };
  insertRow(core, row, saying);
}

/** The frame that ends a request. Its text replaces the pieces; a known answer changes nothing. */
export function hearAnswer(core: SessionCore, telling: Telling, code: ResponseCode | 'error'): void {
  const { frame } = telling.message;
  if (!frame.room_id || isKnown(core, frame)) return;
  const text = telling.message.kind === 'error' ? telling.message.error.message : textOf(frame);
  const saying = {
    ...toSaying(telling),
    kind: code === 'error' ? ('error' as const) : ('answer' as const),
    text,
  };
  const row = { ...toRow(core, saying), replyTo: requestIdOf(telling) };
  const running = findRunning(core, frame, code === 'error' ? null : code);
  const answer =
    running === null ? insertRow(core, row, saying) : replaceRunning(core, running, { row, frame });
  const kind = kindOfResult[code];
  if (kind !== undefined) addResult(core, answer, { kind, frame });
}

function replaceRunning(
  core: SessionCore,
  running: MessageRow,
  final: { readonly row: MessageRow; readonly frame: ResponseFrame },
): MessageRow {
  const { store, changes } = core;
  const whole = { ...final.row, id: running.id, seq: running.seq, streaming: false };
  updateMessage(store, whole);
  setMessageFiles(store, whole.id, collectFiles(core, whole, final.frame.data));
  noteActivity(store, whole.roomId, { at: whole.createdAt, preview: previewOf(whole.text), unread: 0 });
  changes.message(whole.id);
  changes.room(whole.roomId);
  return whole;
}

/** The answer being streamed that a frame continues: by its id, by the request, or as the only one of its code. */
function findRunning(core: SessionCore, frame: ResponseFrame, code: string | null): MessageRow | null {
  const running = streamingMessages(core.store, frame.room_id ?? '');
  const wireId = wireIdOf(frame);
  const replyTo = frame.data['reply_to'];
  const byId = running.find((one) => wireId !== null && one.wireId === wireId);
  if (byId !== undefined) return byId;
  if (typeof replyTo === 'string') return running.find((one) => one.replyTo === replyTo) ?? null;
  if (wireId !== null && running.some((one) => one.wireId !== null)) return null;
  return running.find((one) => code === null || one.responseCode === code) ?? null;
}

/** The request an answer belongs to: what the server names, else what the queue proved. */
function requestIdOf({ message, proof }: Telling): string | null {
  const named = message.frame.data['reply_to'];
  if (typeof named === 'string' && named !== '') return named;
  return proof?.messageId ?? null;
}

function addResult(
  core: SessionCore,
  answer: MessageRow,
  { kind, frame }: { readonly kind: ResultKind; readonly frame: ResponseFrame },
): void {
  const id = newId(core);
  insertResult(core.store, {
    id,
    roomId: answer.roomId,
    kind,
    requestMessageId: answer.replyTo,
    answerMessageId: answer.id,
    title: titleOf(core, answer, { kind, frame }),
    text: answer.text,
    createdAt: answer.createdAt,
    raw: frame,
  });
  core.changes.result(id);
  core.changes.message(answer.id);
}

function titleOf(
  core: SessionCore,
  answer: MessageRow,
  { kind, frame }: { readonly kind: ResultKind; readonly frame: ResponseFrame },
): string {
  const said = frame.data['title'];
  if (typeof said === 'string' && said.trim() !== '') return said.trim();
  const asked = answer.replyTo === null ? null : findMessage(core.store, answer.replyTo);
  return asked === null ? titleOfKind[kind] : previewOf(asked.text);
}
