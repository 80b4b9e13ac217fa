// An idea on its way on: the requests that can be made from it, as drafts that a person checks and sends.
import type { NewMessage } from '../../../shared/model/new-message.ts';
import { newMessageSchema } from '../../../shared/model/new-message.ts';
import type { Idea } from '../../../shared/protocol/response-data.ts';
import { linkTo } from './rank-board.ts';

export const ideaWays = [
  { id: 'engineering', title: 'Engineering request' },
  { id: 'requirements', title: 'Requirements document' },
  { id: 'chat', title: 'Chat thread' },
] as const;
export type IdeaWay = (typeof ideaWays)[number]['id'];

/** The draft of a request from an idea, with the link to it. */
export function draftFrom(way: IdeaWay, idea: Idea, to: { roomId: string; resultId: string }): NewMessage {
  const head = { roomId: to.roomId, idea: linkTo(to.resultId, idea) };
  switch (way) {
    case 'engineering':
      return newMessageSchema.parse({
        kind: 'engineering',
        ...head,
        text: `Make a part for the idea “${idea.title}”: `,
        engineeringType: 'cad_generation',
      });
    case 'requirements':
      return newMessageSchema.parse({
        kind: 'documentation',
        ...head,
        text: `Requirements for the idea “${idea.title}”: ${idea.summary}`,
        docType: 'requirements',
      });
    case 'chat':
      return newMessageSchema.parse({
        kind: 'chat',
        ...head,
        text: `About the idea “${idea.title}”: ${idea.summary}`,
      });
  }
}
