// A request that Haitch drafted, as the composer takes it: it is sent only when the person does.
import { z } from 'zod';
import { type NewMessage, newMessageSchema } from '../../shared/model/new-message.ts';
import type { MessageRow } from '../store/messages.ts';

const textSchema = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const frameSchema = z.looseObject({
  data: z.looseObject({
    proposal: z.looseObject({
      code: z.enum(['engineering', 'documentation', 'idea']),
      data: z.looseObject({
        message: z.string(),
        engineering_type: z.string().optional(),
        doc_type: z.string().optional(),
        specifications: z.record(z.string(), z.unknown()).optional(),
      }),
    }),
  }),
});

/** The draft in the frame of an answer; null when there is none, or when it is none that can be sent. */
export function proposalOf({
  kind,
  raw,
  roomId,
  id,
}: Pick<MessageRow, 'kind' | 'raw' | 'roomId' | 'id'>): NewMessage | null {
  const frame = kind === 'answer' && raw !== null ? frameSchema.safeParse(raw) : null;
  if (frame?.success !== true) return null;
  const { code, data } = frame.data.data.proposal;
  const head = { roomId, text: data.message, replyTo: id };
  const drafts = {
    engineering: {
      kind: 'engineering',
      ...head,
      engineeringType: data.engineering_type ?? 'cad_generation',
      specifications: plain(data.specifications ?? {}),
    },
    documentation: { kind: 'documentation', ...head, docType: data.doc_type ?? 'technical_specification' },
    idea: { kind: 'idea', ...head },
  };
  return newMessageSchema.safeParse(drafts[code]).data ?? null;
}

/** Values that a form can hold; lists and objects are left out. */
function plain(specifications: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(specifications).flatMap(([name, value]) => {
      const text = textSchema.safeParse(value);
      return text.success ? [[name, text.data]] : [];
    }),
  );
}
