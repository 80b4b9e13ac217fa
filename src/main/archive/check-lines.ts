// The lines of an unpacked archive checked against each other, before any of them is written anywhere.
import {
  type FileLine,
  fileLineSchema,
  messageLineSchema,
  type PartName,
  resultLineSchema,
} from './archive-format.ts';
import { linesOf, type Part } from './lines-of-file.ts';
import type { MessageLine, ResultLine } from './archive-format.ts';
import { notAnArchive, quoted } from './zip-directory.ts';

type PathOf = (part: PartName) => string;

export const messagePart = (pathOf: PathOf): Part<MessageLine> =>
  partOf(pathOf, 'messages.jsonl', messageLineSchema);
export const resultPart = (pathOf: PathOf): Part<ResultLine> =>
  partOf(pathOf, 'results.jsonl', resultLineSchema);

function partOf<T>(pathOf: PathOf, name: PartName, schema: Part<T>['schema']): Part<T> {
  return { name, path: pathOf(name), schema };
}

/** What the lines of an archive amount to. */
export interface CheckedLines {
  readonly messages: number;
  readonly unsent: number;
  readonly results: number;
  readonly files: readonly FileLine[];
}

/** Refuses ids that stand twice, places out of order, and references to what is not there. */
export function checkLines(pathOf: PathOf): CheckedLines {
  const files = [...linesOf(partOf(pathOf, 'files.jsonl', fileLineSchema))];
  const fileIds = new Ids('files.jsonl');
  for (const { id, content } of files) {
    fileIds.add(id);
    if (content !== null && !content.path.startsWith(`files/${content.sha256.slice(0, 16)}/`)) {
      throw notAnArchive(`The path ${quoted(content.path)} in files.jsonl is not that of its SHA-256.`);
    }
  }
  const messageIds = new Ids('messages.jsonl');
  let [lastSeq, unsent] = [0, 0];
  for (const line of linesOf(messagePart(pathOf))) {
    messageIds.add(line.id);
    if (line.seq <= lastSeq) throw notAnArchive(`The messages are out of order at ${quoted(line.id)}.`);
    lastSeq = line.seq;
    for (const id of line.files) fileIds.need(id, `the message ${quoted(line.id)}`);
    if (line.unsent && line.request === null) {
      throw notAnArchive(`The unsent message ${quoted(line.id)} does not say what it asks for.`);
    }
    if (line.unsent) unsent += 1;
  }
  const resultIds = new Ids('results.jsonl');
  for (const { id, answer_message_id: answerId } of linesOf(resultPart(pathOf))) {
    resultIds.add(id);
    messageIds.need(answerId, `the result ${quoted(id)}`);
  }
  return { messages: messageIds.size, unsent, results: resultIds.size, files };
}

class Ids {
  readonly #part: PartName;
  readonly #known = new Set<string>();

  constructor(part: PartName) {
    this.#part = part;
  }

  get size(): number {
    return this.#known.size;
  }

  add(id: string): void {
    if (this.#known.has(id)) throw notAnArchive(`The id ${quoted(id)} stands twice in ${this.#part}.`);
    this.#known.add(id);
  }

  need(id: string, who: string): void {
    if (!this.#known.has(id)) throw notAnArchive(`${quoted(id)}, named by ${who}, is not in ${this.#part}.`);
  }
}
