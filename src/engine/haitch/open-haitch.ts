// Haitch without a language model: the first skill that knows an answer gives it, the attached files add what they say, the rest is said plainly.
import { z } from 'zod';
import { mentionedMaterials } from '../../shared/model/material.ts';
import { type HaitchChatData, haitchChatDataSchema } from '../../shared/protocol/request-data.ts';
import type { Source } from '../../shared/protocol/response-data.ts';
import { type Desk, DeskRefusal, type DeskRequest } from '../desk.ts';
import { answerBeam } from './beam.ts';
import { answerConversion, answerExpression, answerMass } from './calculate.ts';
import { answerBattery, answerOhm, answerTrack } from './electrics.ts';
import { answerFiles } from './files.ts';
import { proposeChange } from './propose-change.ts';
import { isFollowUp, joinQuestions, questionBefore } from './follow-up.ts';
import { type Knowledge, loadKnowledge } from './knowledge.ts';
import { answerMaterials } from './materials.ts';
import { answerBlockMass, answerBolt, answerExpansion, answerForce, answerStress } from './mechanics.ts';
import { rankMaterials } from './rank-materials.ts';
import { answerRoom, answerWhy } from './room.ts';
import { answerDocuments, answerIdeas } from './room-results.ts';
import { answerTorque } from './torque.ts';
import { answerPitch } from './thread-pitch.ts';
import type { Question, Skill, SkillAnswer } from './skill.ts';
import { answerFasteners } from './fasteners.ts';
import { answerFits } from './fits.ts';
import { answerTolerance } from './general-tolerances.ts';
import { answerGauges } from './sheet-gauges.ts';
import { answerIngress, answerRules, answerThreads } from './standards.ts';
import { answerUnThreads } from './un-threads.ts';
import { answerServiceTemperature, answerTraits } from './traits.ts';

/** In the order in which they are asked: the more particular first. */
const skills: readonly Skill[] = [
  proposeChange,
  answerPitch,
  answerConversion,
  answerExpression,
  answerBeam,
  answerExpansion,
  answerMass,
  answerBlockMass,
  answerForce,
  answerStress,
  answerTorque,
  answerBolt,
  answerBattery,
  answerTrack,
  answerOhm,
  answerTolerance,
  answerGauges,
  rankMaterials,
  answerFasteners,
  answerFits,
  answerThreads,
  answerUnThreads,
  answerIngress,
  answerDocuments,
  answerIdeas,
  answerWhy,
  answerRoom,
  answerRules,
  answerTraits,
  answerServiceTemperature,
  answerMaterials,
];

const metadataSchema = z.looseObject({
  constraints: z.array(z.string()).catch([]).default([]),
  industry: z.string().catch('').default(''),
});
const mostNotes = 10;
const unknown = [
  'I do not know that. Without a language model I answer from tables and calculations:',
  '',
  '- materials: “density of 6061”, “PC vs ABS”, “which plastic for a waterproof enclosure”',
  '- design rules: “minimum wall for injection moulded ABS”, “why 1.2 mm?”',
  '- standards: “clearance hole for M5”, “what does IP67 mean”, “ISO 2768 m for 80 mm”, “limits of 20 H7/g6”, “tap drill for 1/4-20”',
  '- calculations: “convert 3 in to mm”, “cantilever 100 mm long, 10 x 3 mm, ABS, 5 N”, “6 bar on a 50 mm piston”, “track width for 2 A”',
  '- this room: “how heavy is the bracket”, “what is in the BOM”, and what attached files say',
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
      body: {
        sources: answer.sources,
        answered_by: 'rules and tables, no language model',
        ...(answer.proposal === undefined ? {} : { proposal: answer.proposal }),
      },
      files: [],
    };
  };
}

function toQuestion(
  request: DeskRequest<HaitchChatData>,
  { data, knowledge }: { data: HaitchChatData; knowledge: Knowledge },
): Question {
  const { constraints, industry } = metadataSchema.parse(data.metadata ?? {});
  const named = /\b(file|attach|data ?sheet|document|pdf|drawing)\b/i.test(data.message);
  return {
    text: data.message.slice(0, 4000),
    previous: questionBefore(request.room),
    constraints,
    industry,
    room: request.room,
    files: request.attached.length > 0 ? request.attached : named ? request.room.files : [],
    knowledge,
  };
}

async function answerOf(question: Question): Promise<SkillAnswer> {
  const fromFiles = await answerFiles(question);
  for (const reading of readingsOf(question)) {
    for (const skill of skills) {
      const found = await skill(reading);
      if (found !== null) return fromFiles === null ? found : join(found, fromFiles);
    }
  }
  if (fromFiles !== null) return fromFiles;
  const unread = await notesOnFiles(question);
  return { text: [...unread, unknown].join('\n\n'), sources: [] };
}

/** A follow-up is read with the question before it: first so when it names another material, else only when it says nothing alone. */
function readingsOf(question: Question): Question[] {
  const { text, previous, knowledge } = question;
  if (previous === null || !isFollowUp(text)) return [question];
  const { materials } = knowledge.materials;
  const joined = { ...question, text: joinQuestions(previous, text, materials) };
  return mentionedMaterials(materials, text).length > 0 ? [joined, question] : [question, joined];
}

/** Why the attached files did not help. */
async function notesOnFiles({ files }: Question): Promise<string[]> {
  const texts = await Promise.all(files.slice(0, mostNotes).map((file) => file.text()));
  return texts.map((pages, index) => {
    const name = files[index]?.name ?? '';
    return pages === null || pages.every(({ text }) => text.trim() === '')
      ? `${name} has no text that I can read; I cannot look at pictures or drawings.`
      : `I read the text of ${name}, and found no passage on this in it; I cannot look at pictures or drawings.`;
  });
}

function join(first: SkillAnswer, second: SkillAnswer): SkillAnswer {
  const sources: Source[] = [...first.sources, ...second.sources];
  return { ...first, text: `${first.text}\n\n${second.text}`, sources };
}

/** Pieces of a line or two, which appended give the message again. */
function piecesOf(message: string): string[] {
  return message.match(/[^\n]*\n*/g)?.filter((piece) => piece !== '') ?? [];
}
