// What a room really knows, sorted for documents: parts, ideas, statements in files, what people wrote.
import { z } from 'zod';
import { type IdeaResponseData, ideaResponseDataSchema } from '../../shared/protocol/response-data.ts';
import {
  type EngineeringResponseData,
  engineeringResponseDataSchema,
  type Measured,
} from '../../shared/protocol/engineering-response.ts';
import type { RoomFile, RoomKnowledge } from '../desk.ts';

export interface KnownPart {
  readonly data: EngineeringResponseData;
  readonly origin: string;
  readonly at: string;
}

/** One line of an attached file that says a property and its value. */
export interface Statement {
  readonly name: string;
  readonly value: string;
  readonly origin: string;
}

export interface RoomFacts {
  readonly title: string;
  readonly productId: string | null;
  readonly parts: readonly KnownPart[];
  readonly ideas: readonly { readonly data: IdeaResponseData; readonly origin: string }[];
  readonly statements: readonly Statement[];
  readonly chat: RoomKnowledge['chat'];
  readonly files: readonly RoomFile[];
  /** Files whose text could not be read. */
  readonly unread: readonly string[];
  /** Sentences on results that a newer one of the same kind of part took the place of. */
  readonly replaced: readonly string[];
}

const mostStatements = 400;

/** Gathers the facts; files attached to the request come first. */
export async function gatherFacts(room: RoomKnowledge, attached: readonly RoomFile[]): Promise<RoomFacts> {
  const made = new Set(room.answers.flatMap(({ body }) => filesOf(body)));
  const all = uniqueFiles([...attached, ...room.files.filter(({ id }) => !made.has(id)).toReversed()]);
  const files = newestOfName(all);
  const { parts, replaced } = partsOf(room);
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

const linkSchema = z.looseObject({ file_id: z.string() });

/** The file that a result is a change of, or that it only measured; null for a part of its own. */
function fileBefore(body: Record<string, unknown>, key: 'changed_from' | 'model'): string | null {
  return linkSchema.safeParse(body[key]).data?.file_id ?? null;
}

/** The newest result of each kind of part, a change being the same part. What it replaced is told: it may have been another part. */
function partsOf(room: RoomKnowledge): Pick<RoomFacts, 'parts' | 'replaced'> {
  const newest = new Map<string, KnownPart>();
  const replaced = new Set<string>();
  const keyOfFile = new Map<string, string>();
  for (const { body, at } of room.answers) {
    const data = engineeringResponseDataSchema.safeParse(body);
    if (!data.success || data.data.measured === undefined) continue;
    // A measure of a part that is known already is no part of its own.
    if (keyOfFile.has(fileBefore(body, 'model') ?? '')) continue;
    const before = keyOfFile.get(fileBefore(body, 'changed_from') ?? '');
    const key = before ?? data.data.part_family ?? data.data.title ?? at;
    for (const id of filesOf(body)) keyOfFile.set(id, key);
    const known = newest.get(key);
    const part = { data: data.data, origin: `engineering result of ${day(at)}`, at };
    if (known !== undefined && look(known) !== look(part))
      replaced.add(
        `${look(known)} of ${day(known.at)}: taken as an earlier version and left out; say so if it is a part of its own.`,
      );
    newest.set(key, part);
  }
  return { parts: [...newest.values()], replaced: [...replaced] };
}

/** `Wall-mount bracket, 100 × 80 × 20 mm, ABS`. */
function look({ data }: KnownPart): string {
  const { measured } = data;
  return [
    data.title ?? 'Part',
    ...(measured === undefined ? [] : [sizeOf(measured)]),
    measured?.material?.name,
  ]
    .filter((word) => word !== undefined)
    .join(', ');
}

/** Overall size, to 0.01 mm. */
export function sizeOf({ bounding_box_mm: { x, y, z } }: Measured): string {
  return `${[x, y, z].map((mm) => Number(mm.toFixed(2))).join(' × ')} mm`;
}

/** `25 November 2026`, in UTC. */
export function day(at: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(at));
}

function filesOf(body: Record<string, unknown>): string[] {
  const { files } = body;
  if (!Array.isArray(files)) return [];
  return files.flatMap((file: unknown) =>
    typeof file === 'object' && file !== null && 'id' in file ? [String(file.id)] : [],
  );
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

const units =
  'mm²|mm³|cm²|cm³|mm|cm|m²|m|kg|g|mg|N|kN|N·?m|MPa|GPa|V|mV|kV|A|mA|µA|W|mW|kW|Wh|mAh|Ah|Ω|kΩ|MΩ|µF|nF|pF|Hz|kHz|MHz|GHz|°C|°|K|%|s|ms|h|min|bar|Pa|kPa|lm|dBm?|dBi|[Rr][Pp][Mm]|L|l/min';
const unitWord = new RegExp(`\\d\\s*(?:${units})(?![\\p{L}\\d])|\\bIP\\s?\\d\\d\\b|\\bRAL\\s?\\d{4}\\b`, 'u');

/** Lines of the form "name: value", "name   value" or "name 24 V" that carry a number with a unit. */
export function statementsIn(text: string): { name: string; value: string }[] {
  return text.split(/\n/).flatMap((raw) => {
    const line = raw.trim();
    if (line.length < 5 || line.length > 200 || !unitWord.test(line)) return [];
    const parts =
      /^([A-Za-zÀ-ž][^:|\t]{1,60}?)(?:\s*[:|\t]\s*|\s{2,}|\s+(?=[±−~<>≤≥Ø⌀-]?\s?\d|IP\s?\d))(.{1,140})$/.exec(
        line,
      );
    const [, name = '', value = ''] = parts ?? [];
    return name.split(' ').length > 7 || name === '' ? [] : [{ name: name.trim(), value: value.trim() }];
  });
}
