// From rows to the model: a message with its files and results, a result with its body read from the frame.
import type { Message } from '../../shared/model/message.ts';
import type { ResultRecord } from '../../shared/model/result.ts';
import {
  documentationResponseDataSchema,
  ideaResponseDataSchema,
} from '../../shared/protocol/response-data.ts';
import { engineeringResponseDataSchema } from '../../shared/protocol/engineering-response.ts';
import { filesOfMessage, toFileRef } from '../store/files.ts';
import type { MessageRow } from '../store/messages.ts';
import type { Store } from '../store/open-store.ts';
import { type ResultRow, resultIdsOfAnswer } from '../store/results.ts';
import { proposalOf } from './proposal.ts';

/** A message as the bridge tells it. */
export function toMessage(store: Store, row: MessageRow): Message {
  return {
    ...toBareMessage(row),
    files: filesOfMessage(store, row.id).map(toFileRef),
    resultIds: row.kind === 'answer' ? resultIdsOfAnswer(store, row.id) : [],
  };
}

/** A message that has neither files nor results. */
export function toBareMessage(row: MessageRow): Message {
  const { wireId: _wireId, responseCode: _responseCode, ...rest } = row;
  return { ...rest, files: [], resultIds: [], proposal: proposalOf(row) };
}

/** A result as the bridge tells it; `body` is null when the server's body has another shape than ours. */
export function toResult(store: Store, row: ResultRow): ResultRecord {
  const { kind, ...head } = row;
  const record = { ...head, files: filesOfMessage(store, row.answerMessageId).map(toFileRef) };
  const { data } = row.raw;
  switch (kind) {
    case 'idea':
      return { kind, ...record, body: ideaResponseDataSchema.safeParse(data).data ?? null };
    case 'documentation':
      return { kind, ...record, body: documentationResponseDataSchema.safeParse(data).data ?? null };
    case 'engineering':
      return { kind, ...record, body: engineeringResponseDataSchema.safeParse(data).data ?? null };
  }
}
