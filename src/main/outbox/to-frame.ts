// From what a person wrote to the frame of the wire, as the server's dialect wants it.
import type { NewMessage } from '../../shared/model/new-message.ts';
import type { Dialect } from '../../shared/protocol/dialect.ts';
import type { RequestFrame } from '../../shared/protocol/envelope.ts';

export interface FrameParts {
  readonly messageId: string;
  readonly userId: string;
  readonly createdAt: string;
  readonly request: NewMessage;
  readonly replyTo: string | null;
  readonly productId: string | null;
  /** The attached files by their ids on the server. */
  readonly files: readonly { readonly remoteId: string; readonly name: string; readonly mediaType: string }[];
}

/** Whether our id of a message goes over the wire: with chat always, with requests where the dialect says so. */
export function idTravels(code: NewMessage['kind'], dialect: Dialect): boolean {
  return code === 'chat' || dialect.sendMessageIdWithAi;
}

/** Builds the frame of a message. */
export function toFrame(parts: FrameParts, dialect: Dialect): RequestFrame {
  const { request, userId, createdAt } = parts;
  const own = bodyOf(request, dialect);
  const metadata = { ...own.metadata, ...ideaOf(request), ...attachmentsOf(parts.files) };
  return {
    code: request.kind,
    user_id: userId,
    room_id: request.roomId,
    timestamp: createdAt,
    data: {
      ...own.data,
      ...(own.isQuery ? {} : { message: request.text, sender: userId }),
      ...(idTravels(request.kind, dialect) ? { message_id: parts.messageId } : {}),
      ...(parts.replyTo === null ? {} : { reply_to: parts.replyTo }),
      ...(request.kind === 'chat' || parts.productId === null ? {} : { product_id: parts.productId }),
      ...(parts.files.length === 0 ? {} : { attached_files: parts.files.map((file) => file.remoteId) }),
      ...(Object.keys(metadata).length === 0 ? {} : { metadata }),
    },
  };
}

interface Body {
  readonly data: Record<string, unknown>;
  readonly metadata: Record<string, unknown>;
  readonly isQuery?: boolean;
}

function bodyOf(request: NewMessage, dialect: Dialect): Body {
  switch (request.kind) {
    case 'chat':
      return { data: {}, metadata: request.metadata };
    case 'haitch_chat':
      return haitchBody(request, dialect);
    case 'idea':
      return {
        data: {
          ...(request.constraints.length === 0 ? {} : { constraints: request.constraints }),
          ...(request.targetMarket === '' ? {} : { target_market: request.targetMarket }),
        },
        metadata: {
          ...(request.competitiveAnalysis ? { competitive_analysis: true } : {}),
          ...(request.featurePriority ? { feature_priority: true } : {}),
        },
      };
    case 'documentation':
      return { data: { doc_type: request.docType }, metadata: documentMetadata(request, dialect) };
    case 'engineering':
      return {
        data: {
          engineering_type: request.engineeringType,
          ...(Object.keys(request.specifications).length === 0
            ? {}
            : { specifications: request.specifications }),
        },
        metadata: {},
      };
  }
}

function haitchBody(request: Extract<NewMessage, { kind: 'haitch_chat' }>, dialect: Dialect): Body {
  const metadata = {
    ...(request.constraints.length === 0 ? {} : { constraints: request.constraints }),
    ...(request.industry === '' ? {} : { industry: request.industry }),
  };
  return dialect.haitchShape === 'query'
    ? { data: { query: request.text }, metadata, isQuery: true }
    : { data: {}, metadata };
}

function documentMetadata(
  request: Extract<NewMessage, { kind: 'documentation' }>,
  dialect: Dialect,
): Record<string, unknown> {
  return {
    ...(request.format === '' ? {} : { [dialect.documentFormatKey]: request.format }),
    ...(request.sections.length === 0 ? {} : { sections: request.sections }),
    ...(request.includeCosts ? { include_costs: true } : {}),
    ...(request.includeSuppliers ? { include_suppliers: true } : {}),
  };
}

/** Which idea a request was made from (docs/protocol.md). */
function ideaOf({ idea }: NewMessage): Record<string, unknown> {
  if (idea === null) return {};
  const { id, title, summary } = idea;
  return { idea: { id, title, ...(summary === '' ? {} : { summary }) } };
}

/** Names beside the ids, so that other workstations need not show bare ids. */
function attachmentsOf(files: FrameParts['files']): Record<string, unknown> {
  if (files.length === 0) return {};
  return {
    attachments: files.map(({ remoteId, name, mediaType }) => ({ id: remoteId, name, mime_type: mediaType })),
  };
}
