// The conversation as a model reads it: the latest questions and answers with Haitch, then the question.
import type { ModelMessage } from 'ai';
import type { HaitchChatData } from '../../shared/protocol/request-data.ts';
import type { DeskRequest } from '../desk.ts';

const mostTurns = 6;
const longestTurn = 4000;

/** At most six earlier turns, each cut at 4,000 characters; constraints and industry stand before the question. */
export function conversation(request: DeskRequest<HaitchChatData>, data: HaitchChatData): ModelMessage[] {
  const turns = request.room.answers
    .filter(({ code }) => code === 'chat_response')
    .slice(-mostTurns)
    .flatMap(({ request: asked, body }): ModelMessage[] => [
      { role: 'user', content: cut(asked['message']) },
      { role: 'assistant', content: cut(body['message']) },
    ]);
  const names = request.attached.map(({ name }) => name).join(', ');
  const { constraints, industry } = data.metadata ?? {};
  const about = [
    typeof industry === 'string' && industry !== '' ? `Industry: ${industry}.` : '',
    Array.isArray(constraints) && constraints.length > 0 ? `Constraints: ${constraints.join('; ')}.` : '',
    names === '' ? '' : `Attached files (use search_files): ${names}.`,
  ].filter((line) => line !== '');
  return [...turns, { role: 'user', content: [...about, cut(data.message)].join('\n') }];
}

function cut(text: unknown): string {
  return typeof text === 'string' && text !== '' ? text.slice(0, longestTurn) : '(nothing)';
}
