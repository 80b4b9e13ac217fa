// Parts of a room: the newest result of each, and what checks and drawings say about it.
import { z } from 'zod';
import {
  type EngineeringResponseData,
  engineeringResponseDataSchema,
  type Measured,
} from '../../shared/protocol/engineering-response.ts';
import type { RoomKnowledge } from '../desk.ts';

export interface KnownPart {
  readonly data: EngineeringResponseData;
  readonly origin: string;
  readonly at: string;
}

/** A check or a drawing: the model it is about, and whether that part was changed since. */
export interface AboutPart extends KnownPart {
  readonly model: string;
  /** The part of the room it is about; null for a model that was attached. */
  readonly part: KnownPart | null;
  readonly isOld: boolean;
  /** Ids of the files it brought. */
  readonly fileIds: readonly string[];
}

export interface PartResults {
  readonly parts: readonly KnownPart[];
  /** Sentences on results that a newer one of the same kind of part took the place of. */
  readonly replaced: readonly string[];
  /** Results with findings, the newest of each model. */
  readonly checks: readonly AboutPart[];
  readonly drawings: readonly AboutPart[];
}

const linkSchema = z.looseObject({ file_id: z.string(), name: z.string().optional() });
type Answers = RoomKnowledge['answers'];

/** The file that a result is a change of, or that it only looked at; null for a part of its own. */
function fileBefore(body: Record<string, unknown>, key: 'changed_from' | 'model'): string | null {
  return linkSchema.safeParse(body[key]).data?.file_id ?? null;
}

/** The newest result of each kind of part, a change being the same part. What it replaced is told: it may have been another part. */
export function partResults({ answers }: Pick<RoomKnowledge, 'answers'>): PartResults {
  const newest = new Map<string, KnownPart>();
  const replaced = new Set<string>();
  const keyOfFile = new Map<string, string>();
  const filesOfKey = new Map<string, readonly string[]>();
  for (const { body, at } of answers) {
    const data = engineeringResponseDataSchema.safeParse(body);
    if (!data.success || data.data.measured === undefined) continue;
    // A measure of a part that is known already is no part of its own.
    if (keyOfFile.has(fileBefore(body, 'model') ?? '')) continue;
    const before = keyOfFile.get(fileBefore(body, 'changed_from') ?? '');
    const key = before ?? data.data.part_family ?? data.data.title ?? at;
    const files = filesOf(body);
    for (const id of files) keyOfFile.set(id, key);
    filesOfKey.set(key, files);
    const known = newest.get(key);
    const part = { data: data.data, origin: `engineering result of ${day(at)}`, at };
    if (known !== undefined && look(known) !== look(part))
      replaced.add(
        `${look(known)} of ${day(known.at)}: taken as an earlier version and left out; say so if it is a part of its own.`,
      );
    newest.set(key, part);
  }
  const about = (named: string, has: (data: EngineeringResponseData) => boolean): AboutPart[] =>
    newestAbout(answers, { named, has, newest, keyOfFile, filesOfKey });
  return {
    parts: [...newest.values()],
    replaced: [...replaced],
    checks: about('check', ({ findings }) => findings !== undefined),
    drawings: about('drawing', (data) => data['drawing'] !== undefined),
  };
}

interface Links {
  readonly named: string;
  readonly has: (data: EngineeringResponseData) => boolean;
  readonly newest: ReadonlyMap<string, KnownPart>;
  readonly keyOfFile: ReadonlyMap<string, string>;
  readonly filesOfKey: ReadonlyMap<string, readonly string[]>;
}

/** Of each part, or else of each model, the latest result of one kind; of each process where it has one. */
function newestAbout(answers: Answers, { named, has, newest, keyOfFile, filesOfKey }: Links): AboutPart[] {
  const found = new Map<string, AboutPart>();
  for (const { body, at } of answers) {
    const data = engineeringResponseDataSchema.safeParse(body).data;
    const link = linkSchema.safeParse(body['model']).data;
    if (data === undefined || link === undefined || !has(data)) continue;
    const key = keyOfFile.get(link.file_id);
    found.set(`${key ?? link.file_id} ${JSON.stringify(body['process'] ?? '')}`, {
      data,
      origin: `${named} of ${day(at)}`,
      at,
      model: link.name ?? data.title ?? 'the model',
      part: newest.get(key ?? '') ?? null,
      isOld: key !== undefined && filesOfKey.get(key)?.includes(link.file_id) === false,
      fileIds: filesOf(body),
    });
  }
  return [...found.values()];
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

/** Ids of the files an answer brought. */
export function filesOf(body: Record<string, unknown>): string[] {
  const { files } = body;
  if (!Array.isArray(files)) return [];
  return files.flatMap((file: unknown) =>
    typeof file === 'object' && file !== null && 'id' in file ? [String(file.id)] : [],
  );
}
