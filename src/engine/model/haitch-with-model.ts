// Haitch with a language model: the model words the answer, tables and calculations give the figures, rules answer when it fails.
import type { ModelAccess } from '../../shared/model/language-model.ts';
import { type HaitchChatData, haitchChatDataSchema } from '../../shared/protocol/request-data.ts';
import type { Desk, DeskAnswer } from '../desk.ts';
import { Consultation } from './consultation.ts';
import { unsourcedFigures } from './unsourced-figures.ts';

const mostListed = 12;

/** Wraps the desk that answers by rules: `access` tells at each request which model is connected, null for none. */
export function haitchWithModel(
  rules: Desk<HaitchChatData>,
  access: () => ModelAccess,
): Desk<HaitchChatData> {
  return async (request) => {
    const model = access();
    const data = haitchChatDataSchema.parse(request.data);
    if (model === null || data.message.trim() === '') return rules(request);
    const consultation = new Consultation(rules, request);
    const { askModel, modelTrouble } = await import('./model-library.ts');
    try {
      const told = await askModel({ model, data, request, consultation });
      return toAnswer(told, { consultation, question: data.message, name: model.name });
    } catch (error) {
      if (request.signal.aborted) throw error;
      const trouble = modelTrouble(error, model);
      request.progress(`\n\n*${trouble} The tables answer instead:*\n\n`);
      const answer = await rules(request);
      return {
        ...answer,
        message: `*${trouble} This answer is from tables and calculations.*\n\n${answer.message}`,
        body: { ...answer.body, model_trouble: trouble },
      };
    }
  };
}

function toAnswer(
  { text, isCut }: { readonly text: string; readonly isCut: boolean },
  setup: { readonly consultation: Consultation; readonly question: string; readonly name: string },
): DeskAnswer {
  const { consultation, question, name } = setup;
  const unsourced = unsourcedFigures(text, [question, ...consultation.texts]);
  const notes = [
    ...(isCut ? ['The answer reached its token limit and was cut; ask for the rest.'] : []),
    ...(unsourced.length === 0
      ? []
      : [`No source here for: ${unsourced.slice(0, mostListed).join(', ')}. Check before use.`]),
  ];
  return {
    message: [text, ...notes.map((note) => `*${note}*`)].join('\n\n'),
    body: {
      sources: consultation.sources,
      answered_by: `language model ${name}, with ${consultation.looked.length} look-ups in tables, files and the room`,
      looked_up: consultation.looked,
      unsourced_figures: unsourced,
      ...(consultation.proposal === null ? {} : { proposal: consultation.proposal }),
    },
    files: [],
  };
}
