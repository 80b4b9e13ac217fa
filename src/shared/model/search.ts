// What a search through the messages finds.
import { z } from 'zod';
import { messageKinds } from './message.ts';

/** A message that was found; `snippet` is the part of its text round the words, those marked. */
export const searchHitSchema = z.object({
  messageId: z.string(),
  roomId: z.string(),
  roomTitle: z.string(),
  kind: z.enum(messageKinds),
  authorId: z.string(),
  isOwn: z.boolean(),
  createdAt: z.string(),
  snippet: z.array(z.object({ text: z.string(), isHit: z.boolean() })),
});
export type SearchHit = z.infer<typeof searchHitSchema>;
