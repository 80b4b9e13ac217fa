// One desk per kind of AI request: its parsed data goes in, its answer comes out.
import type { z } from 'zod';
import type { AiRequestCode } from '../../shared/protocol/codes.ts';
import {
  type DocumentationData,
  documentationDataSchema,
  type EngineeringData,
  engineeringDataSchema,
  type HaitchChatData,
  haitchChatDataSchema,
  type IdeaData,
  ideaDataSchema,
} from '../../shared/protocol/request-data.ts';
import type { Desk, DeskAnswer, DeskRequest } from '../desk.ts';

/** The four desks of an engine. */
export interface Desks {
  readonly haitch: Desk<HaitchChatData>;
  readonly ideas: Desk<IdeaData>;
  readonly documents: Desk<DocumentationData>;
  readonly engineering: Desk<EngineeringData>;
}

/** A desk that takes data as it was stored and parses it itself. */
export type StoredDesk = (request: DeskRequest<Record<string, unknown>>) => Promise<DeskAnswer>;

function reading<D>(schema: z.ZodType<D>, desk: Desk<D>): StoredDesk {
  return (request) => desk({ ...request, data: schema.parse(request.data) });
}

/** The desks by the code of the request. */
export function toDeskTable(desks: Desks): Readonly<Record<AiRequestCode, StoredDesk>> {
  return {
    haitch_chat: reading(haitchChatDataSchema, desks.haitch),
    idea: reading(ideaDataSchema, desks.ideas),
    documentation: reading(documentationDataSchema, desks.documents),
    engineering: reading(engineeringDataSchema, desks.engineering),
  };
}
