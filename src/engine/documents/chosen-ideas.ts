// Ideas somebody went on with: a request that was made from an idea names it (docs/protocol.md).
import { z } from 'zod';
import { type Idea, ideaResponseDataSchema } from '../../shared/protocol/response-data.ts';
import type { RoomKnowledge } from '../desk.ts';
import { day } from './part-results.ts';

export interface ChosenIdea {
  readonly idea: Pick<Idea, 'title' | 'summary' | 'how_it_works' | 'risks'>;
  readonly origin: string;
}

const namingSchema = z.looseObject({
  metadata: z.looseObject({
    idea: z.looseObject({ id: z.string(), title: z.string(), summary: z.string().default('') }),
  }),
});

/** Ideas that requests of the room, or `request` itself, were made from, each once. */
export function chosenIdeas(
  { answers }: Pick<RoomKnowledge, 'answers'>,
  request: Record<string, unknown>,
): ChosenIdea[] {
  const known = new Map<string, ChosenIdea>();
  for (const { body, at } of answers)
    for (const idea of ideaResponseDataSchema.safeParse(body).data?.ideas ?? [])
      known.set(idea.id, { idea, origin: `idea of ${day(at)}, chosen` });
  const chosen = new Map<string, ChosenIdea>();
  for (const asked of [...answers.map(({ request: one }) => one), request]) {
    const named = namingSchema.safeParse(asked).data?.metadata.idea;
    if (named === undefined) continue;
    const { id, title, summary } = named;
    chosen.set(id, known.get(id) ?? { idea: { title, summary }, origin: 'chosen idea' });
  }
  return [...chosen.values()];
}
