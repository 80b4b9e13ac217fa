// What a model may look at while it answers: the tables and calculations, the files' text, the room; and what it saw is kept as the answer's sources.
import { z } from 'zod';
import type { HaitchChatData } from '../../shared/protocol/request-data.ts';
import { type Source, sourceSchema } from '../../shared/protocol/response-data.ts';
import type { Desk, DeskRequest } from '../desk.ts';
import type { Proposal } from '../../shared/protocol/proposal.ts';

/** A request that the model words and a person confirms before anything is sent. */
const mostSources = 30;
const mostAnswers = 12;
const longestText = 6000;

export class Consultation {
  /** Everything that was shown to the model, for the check of its figures. */
  readonly texts: string[] = [];
  /** One line for each look-up, for the person. */
  readonly looked: string[] = [];
  readonly sources: Source[] = [];
  proposal: Proposal | null = null;
  readonly #rules: Desk<HaitchChatData>;
  readonly #request: DeskRequest<HaitchChatData>;

  constructor(rules: Desk<HaitchChatData>, request: DeskRequest<HaitchChatData>) {
    this.#rules = rules;
    this.#request = request;
  }

  /** The answer of tables and calculations to one plain question. */
  async lookUp(question: string): Promise<string> {
    return this.#ask(question, { attached: [], note: `looked up “${question}”` });
  }

  /** The passages of the request's files, or of all files of the room, that answer best. */
  async searchFiles(words: string): Promise<string> {
    const { attached, room } = this.#request;
    const files = attached.length > 0 ? attached : room.files;
    if (files.length === 0) return 'There are no files in this room.';
    return this.#ask(words, { attached: files, note: `searched the files for “${words}”` });
  }

  /** What the room holds: latest results with parameters and measures, files, decisions in the chat. */
  roomFacts(): string {
    const { room } = this.#request;
    const answers = room.answers
      .filter(({ code }) => code !== 'chat_response')
      .slice(-mostAnswers)
      .map(({ code, body, at }) => ({
        code,
        at,
        ...pick(body, ['title', 'engineering_type', 'parameters', 'measured', 'findings', 'gaps']),
      }));
    const facts = { title: room.title, results: answers, files: room.files.map(({ name }) => name) };
    this.looked.push('read the room’s results');
    this.#cite([{ title: `Results of the room ${room.title}` }]);
    return this.#keep(JSON.stringify(facts).slice(0, longestText));
  }

  /** Notes a request for the person to confirm; nothing is sent. */
  propose(proposal: Proposal): string {
    this.proposal = proposal;
    this.looked.push(`drafted ${proposal.code === 'engineering' ? 'an' : 'a'} ${proposal.code} request`);
    return 'Noted. It is shown to the person, who may confirm it; nothing has been sent.';
  }

  async #ask(
    message: string,
    { attached, note }: { attached: DeskRequest<HaitchChatData>['attached']; note: string },
  ): Promise<string> {
    const answer = await this.#rules({
      ...this.#request,
      data: { ...this.#request.data, message },
      attached,
      unknownFiles: [],
      progress: () => {},
    });
    this.looked.push(note);
    const sources = z.array(sourceSchema).safeParse(answer.body['sources']);
    if (sources.success) this.#cite(sources.data);
    return this.#keep(answer.message.slice(0, longestText));
  }

  #keep(text: string): string {
    this.texts.push(text);
    return text;
  }

  #cite(sources: readonly Source[]): void {
    const known = new Set(this.sources.map((source) => JSON.stringify(source)));
    for (const source of sources) {
      if (this.sources.length < mostSources && !known.has(JSON.stringify(source))) this.sources.push(source);
    }
  }
}

function pick(body: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.flatMap((key) => (body[key] === undefined ? [] : [[key, body[key]]])));
}
