// Haitch without a language model: the first skill that knows an answer gives it, the attached files add what they say, the rest is said plainly.
import { z } from 'zod';
import { type HaitchChatData, haitchChatDataSchema } from '../../shared/protocol/request-data.ts';
import type { Source } from '../../shared/protocol/response-data.ts';
import { type Desk, DeskRefusal, type DeskRequest } from '../desk.ts';
import { answerBeam, answerConversion, answerMass } from './calculate.ts';
import { answerBattery, answerOhm, answerTrack } from './electrics.ts';
import { answerFiles } from './files.ts';
import { type Knowledge, loadKnowledge } from './knowledge.ts';
import { answerMaterials } from './materials.ts';
import { answerBlockMass, answerBolt, answerExpansion, answerForce, answerStress } from './mechanics.ts';
import { rankMaterials } from './rank-materials.ts';
import { answerRoom } from './room.ts';
import type { Question, Skill, SkillAnswer } from './skill.ts';
import { answerIngress, answerRules, answerThreads, answerTolerance } from './standards.ts';

/** In the order in which they are asked: the more particular first. */
const skills: readonly Skill[] = [
  answerConversion,
  answerBeam,
  answerExpansion,
  answerMass,
  answerBlockMass,
  answerForce,
  answerStress,
  answerBolt,
  answerBattery,
  answerTrack,
  answerOhm,
  answerTolerance,
  rankMaterials,
  answerThreads,
  answerIngress,
  answerRoom,
  answerRules,
  answerMaterials,
];

const metadataSchema = z.looseObject({
  constraints: z.array(z.string()).catch([]).default([]),
  industry: z.string().catch('').default(''),
});
const unknown = [
  'I do not know that. Without a language model I answer from tables and calculations:',
  '',
  '- materials: “density of 6061”, “PC vs ABS”, “which plastic for a waterproof enclosure”',
  '- design rules: “minimum wall for injection moulded ABS”, “why 1.2 mm?”',
  '- standards: “clearance hole for M5”, “what does IP67 mean”, “ISO 2768 m for 80 mm”',
  '- calculations: “convert 3 in to mm”, “cantilever 100 mm long, 10 x 3 mm, ABS, 5 N”',
  '- this room: “how heavy is the bracket”, and what attached files say',
].join('\n');

/** Opens the desk; the tables are read once. */
export async function openHaitchDesk({
  resourcesDir,
}: {
  readonly resourcesDir: string;
}): Promise<Desk<HaitchChatData>> {
  const knowledge = await loadKnowledge(resourcesDir);
  return async (request) => {
    const data = haitchChatDataSchema.parse(request.data);
    if (data.message.trim() === '')
      throw new DeskRefusal('HAITCH_CHAT_ERROR', 'data.message: ask something.');
    const answer = await answerOf(toQuestion(request, { data, knowledge }));
    const missing = request.unknownFiles.map(
      (name) => `The attached file ${name} is not known here, so I could not read it.`,
    );
    const message = [answer.text, ...missing].join('\n\n').trim();
    for (const piece of piecesOf(message)) request.progress(piece);
    return {
      message,
      body: { sources: answer.sources, answered_by: 'rules and tables, no language model' },
      files: [],
    };
  };
}

function toQuestion(
  request: DeskRequest<HaitchChatData>,
  { data, knowledge }: { data: HaitchChatData; knowledge: Knowledge },
): Question {
  const { constraints, industry } = metadataSchema.parse(data.metadata ?? {});
  const before = request.room.answers.findLast(({ code }) => code === 'chat_response')?.request['message'];
  const named = /\b(file|attach|data ?sheet|document|pdf|drawing)\b/i.test(data.message);
  return {
    text: data.message.slice(0, 4000),
    previous: typeof before === 'string' ? before : null,
    constraints,
    industry,
    room: request.room,
    files: request.attached.length > 0 ? request.attached : named ? request.room.files : [],
    knowledge,
  };
}

async function answerOf(question: Question): Promise<SkillAnswer> {
  const fromFiles = await answerFiles(question);
  for (const skill of skills) {
    const found = await skill(question);
    if (found !== null) return fromFiles === null ? found : join(found, fromFiles);
  }
  return fromFiles ?? { text: unknown, sources: [] };
}

function join(first: SkillAnswer, second: SkillAnswer): SkillAnswer {
  const sources: Source[] = [...first.sources, ...second.sources];
  return { text: `${first.text}\n\n${second.text}`, sources };
}

/** Pieces of a line or two, which appended give the message again. */
function piecesOf(message: string): string[] {
  return message.match(/[^\n]*\n*/g)?.filter((piece) => piece !== '') ?? [];
}
