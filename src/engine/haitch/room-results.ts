// Documents and ideas that were made in the room: shown again, with where they come from.
import {
  documentationResponseDataSchema,
  ideaResponseDataSchema,
} from '../../shared/protocol/response-data.ts';
import { cite, type Question, type SkillAnswer } from './skill.ts';

const kinds: readonly (readonly [string, RegExp])[] = [
  ['bom', /\bbom\b|bill of materials|parts list/i],
  ['technical_specification', /\bspecification\b|\bspec\b/i],
  ['requirements', /\brequirements?\b/i],
  ['test_plan', /\btest plan\b/i],
  ['compliance_documentation', /\bcompliance\b/i],
  ['user_manual', /\bmanual\b/i],
  ['dfm_analysis', /\bdfm\b/i],
];
const mostLines = 60;

/** `what is in the BOM?`: the newest document of the kind, as far as a chat can hold it. */
export function answerDocuments({ text, room }: Question): SkillAnswer | null {
  const kind = kinds.find(([, words]) => words.test(text))?.[0];
  if (kind === undefined || !/\b(what|which|show|list|say|tell|how many|our|in the)\b/i.test(text))
    return null;
  const found = room.answers.findLast(({ body }) => body['doc_type'] === kind);
  const data = documentationResponseDataSchema.safeParse(found?.body);
  const name = kind.replaceAll('_', ' ');
  if (found === undefined || !data.success || data.data.content === undefined)
    return /\b(the|our)\b/i.test(text)
      ? { text: `No ${name} was made in this room yet; ask for one as a documentation request.`, sources: [] }
      : null;
  const lines = data.data.content.split('\n');
  const rest =
    lines.length > mostLines ? [`*${lines.length - mostLines} further lines are in the document.*`] : [];
  return {
    text: [...lines.slice(0, mostLines), ...rest].join('\n'),
    sources: [cite(`${data.data.title}, ${found.at.slice(0, 10)}`, 'document made in this room')],
  };
}

/** `which ideas do we have?`: the newest set, in rank order. */
export function answerIdeas({ text, room }: Question): SkillAnswer | null {
  if (!/\b(which|what|show|list|our|best|first)\b.*\bideas?\b/i.test(text)) return null;
  const found = room.answers.findLast(({ body }) => ideaResponseDataSchema.safeParse(body).success);
  const data = ideaResponseDataSchema.safeParse(found?.body);
  if (found === undefined || !data.success || data.data.ideas.length === 0)
    return {
      text: 'No ideas were collected in this room yet; ask for some as an idea request.',
      sources: [],
    };
  const lines = data.data.ideas.map(
    ({ rank, title, score, summary }) =>
      `${rank}. **${title}**${score === undefined ? '' : `, score ${score}`}: ${summary}`,
  );
  return {
    text: lines.join('\n'),
    sources: [cite(`Ideas of ${found.at.slice(0, 10)}`, 'ideas collected in this room')],
  };
}
