// What a room really knows, sorted for documents: parts, ideas, statements in files, what people wrote.
import { type IdeaResponseData, ideaResponseDataSchema } from '../../shared/protocol/response-data.ts';
import type { RoomFile, RoomKnowledge } from '../desk.ts';
import { type ChosenIdea, chosenIdeas } from './chosen-ideas.ts';
import { day, filesOf, type PartResults, partResults } from './part-results.ts';
import { type DrawnFile, readDrawing } from './read-drawing.ts';
import { type Statement, statementsIn } from './statements.ts';

export interface RoomFacts extends Omit<PartResults, 'drawings'> {
  readonly title: string;
  readonly productId: string | null;
  readonly ideas: readonly { readonly data: IdeaResponseData; readonly origin: string }[];
  readonly statements: readonly Statement[];
  readonly chat: RoomKnowledge['chat'];
  readonly files: readonly RoomFile[];
  /** Files whose text could not be read. */
  readonly unread: readonly string[];
  /** Ideas somebody went on with. */
  readonly chosen: readonly ChosenIdea[];
  readonly drawings: readonly DrawnFile[];
}

const mostStatements = 400;

/** Gathers the facts for `request`, the data of a document's request; files attached to it come first. */
export async function gatherFacts(
  room: RoomKnowledge,
  attached: readonly RoomFile[],
  request: Record<string, unknown> = {},
): Promise<RoomFacts> {
  const made = new Set(room.answers.flatMap(({ body }) => filesOf(body)));
  const all = uniqueFiles([...attached, ...room.files.filter(({ id }) => !made.has(id)).toReversed()]);
  const files = newestOfName(all);
  const { parts, replaced, checks, drawings } = partResults(room);
  const statements: Statement[] = [];
  const unread: string[] = [];
  for (const file of files) {
    const pages = await file.text();
    if (pages === null) unread.push(file.name);
    for (const { page, text } of pages ?? []) {
      const origin = page === null ? file.name : `${file.name}, page ${page}`;
      if (!/\.(csv|tsv)$/i.test(file.name))
        statements.push(...statementsIn(text).map((found) => ({ ...found, origin })));
    }
  }
  return {
    title: room.title,
    productId: room.productId,
    parts,
    checks,
    drawings: await Promise.all(drawings.map((drawing) => readDrawing(drawing, room.files))),
    chosen: chosenIdeas(room, request),
    replaced: [
      ...replaced,
      ...all
        .filter((file) => !files.includes(file))
        .map(({ name }) => `An older file named ${name} was left out; the newest one was read.`),
    ],
    ideas: room.answers.flatMap(({ body, at }) => {
      const data = ideaResponseDataSchema.safeParse(body);
      return data.success ? [{ data: data.data, origin: `ideas of ${day(at)}` }] : [];
    }),
    statements: statements.slice(0, mostStatements),
    chat: room.chat,
    files,
    unread,
  };
}

/** The first of each name: attached ones come first, then the newest. */
function newestOfName(files: readonly RoomFile[]): RoomFile[] {
  const first = new Map<string, RoomFile>();
  for (const file of files) if (!first.has(file.name)) first.set(file.name, file);
  return [...first.values()];
}

function uniqueFiles(files: readonly RoomFile[]): RoomFile[] {
  return [...new Map(files.map((file) => [file.id, file])).values()];
}
