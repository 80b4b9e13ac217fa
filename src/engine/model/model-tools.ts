// The tools a model is given. None changes anything: a request it drafts is only shown.
import { tool } from 'ai';
import { z } from 'zod';
import type { Consultation } from './consultation.ts';

const words = z.string().min(1).max(500);

/** File text comes back between marks, so that the model can tell data from instruction. */
function asData(text: string): string {
  return `<data>\n${text.replaceAll(/<\/?data>/gi, '')}\n</data>`;
}

/** The tools, over one consultation. */
export function modelTools(consultation: Consultation) {
  return {
    look_up: tool({
      description:
        'Answers one plain question from sourced tables and calculations: materials, design rules, threads, fits, IP codes, sheet gauges, beams, stress, thermal expansion, trace width, unit conversions, arithmetic. Example: "clearance hole for M5".',
      inputSchema: z.object({ question: words }),
      execute: ({ question }) => consultation.lookUp(question),
    }),
    search_files: tool({
      description: 'Finds passages in the attached files, or in all files of the room, with file and page.',
      inputSchema: z.object({ words }),
      execute: async (input) => asData(await consultation.searchFiles(input.words)),
    }),
    room_facts: tool({
      description:
        'The results of this room as JSON: parts with parameters, measures and findings; documents; names of files.',
      inputSchema: z.object({}),
      execute: () => asData(consultation.roomFacts()),
    }),
    propose_request: tool({
      description:
        'Drafts a request that the person may confirm: engineering (data.engineering_type, data.message, data.specifications), documentation (data.doc_type, data.message) or idea. Use it only when the person asked for such work.',
      inputSchema: z.object({
        code: z.enum(['engineering', 'documentation', 'idea']),
        data: z.looseObject({ message: z.string().min(1) }),
      }),
      execute: (proposal) => consultation.propose(proposal),
    }),
  };
}
