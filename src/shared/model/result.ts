// Results: ideas, documents and engineering answers as records of their own, linked to the request.
import { z } from 'zod';
import { documentationResponseDataSchema, ideaResponseDataSchema } from '../protocol/response-data.ts';
import { engineeringResponseDataSchema } from '../protocol/engineering-response.ts';
import { fileRefSchema } from './file.ts';

const head = {
  id: z.string(),
  roomId: z.string(),
  /** The own or foreign message that asked for it, where the server said. */
  requestMessageId: z.string().nullable(),
  answerMessageId: z.string(),
  title: z.string(),
  text: z.string(),
  createdAt: z.string(),
  files: z.array(fileRefSchema),
};

/** `body` is null when a foreign server's answer has another shape: the files and the raw frame are still there. */
export const resultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('idea'), ...head, body: ideaResponseDataSchema.nullable(), raw: z.unknown() }),
  z.object({
    kind: z.literal('documentation'),
    ...head,
    body: documentationResponseDataSchema.nullable(),
    raw: z.unknown(),
  }),
  z.object({
    kind: z.literal('engineering'),
    ...head,
    body: engineeringResponseDataSchema.nullable(),
    raw: z.unknown(),
  }),
]);
export type ResultRecord = z.infer<typeof resultSchema>;
export type ResultKind = ResultRecord['kind'];
