// What of a room can be shown in the viewer: results that brought a model, and attached models. Pure.
import { z } from 'zod';
import type { FileRef } from '../../../shared/model/file.ts';
import type { ResultRecord } from '../../../shared/model/result.ts';
import { openerOf } from '../../viewer/index.ts';

export type EngineeringResult = Extract<ResultRecord, { kind: 'engineering' }>;

/** One row of the list: a result with its best model file (null when it brought none), or an attached model. */
export type ModelChoice =
  | {
      readonly kind: 'result';
      readonly id: string;
      readonly title: string;
      readonly result: EngineeringResult;
      readonly file: FileRef | null;
    }
  | { readonly kind: 'file'; readonly id: string; readonly title: string; readonly file: FileRef };

/** Exact formats first: they carry true edges, radii and mass. */
const preferred = ['step', 'stp', 'iges', 'igs', 'brep', 'glb', '3mf', 'stl', 'obj', 'ply', 'gltf'];

function rank({ name }: FileRef): number {
  const place = preferred.indexOf(name.toLowerCase().split('.').at(-1) ?? '');
  return place < 0 ? preferred.length : place;
}

/** The file of a result that the viewer opens. */
export function bestModel(files: readonly FileRef[]): FileRef | null {
  const models = files.filter(({ name }) => openerOf(name) !== null);
  return models.sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

/** What the answer made stands before what it only names, such as the models that were compared. */
function madeFirst({ body, files }: EngineeringResult): FileRef[] {
  const made = madeSchema.safeParse(body);
  const ids = new Set(made.success ? made.data.files.map(({ id }) => id) : []);
  const isMade = ({ id, remoteId }: FileRef): boolean =>
    ids.has(id) || (remoteId !== null && ids.has(remoteId));
  return [...files.filter(isMade), ...files.filter((file) => !isMade(file))];
}

const madeSchema = z.looseObject({ files: z.array(z.looseObject({ id: z.string() })) });

/** The model that a result is about when it brought none of its own: `model.file_id` of its answer. */
function subjectOf({ body }: EngineeringResult, files: readonly FileRef[]): FileRef | null {
  const subject = subjectSchema.safeParse(body);
  if (!subject.success) return null;
  const { file_id: id } = subject.data.model;
  return files.find((file) => file.remoteId === id || file.id === id) ?? null;
}

const subjectSchema = z.looseObject({ model: z.looseObject({ file_id: z.string() }) });

/** Newest first; files that belong to a result are not listed again. */
export function choicesOf(results: readonly ResultRecord[], files: readonly FileRef[]): ModelChoice[] {
  const engineering = results.filter((result) => result.kind === 'engineering');
  const known = new Set(engineering.flatMap((result) => result.files.map(({ id }) => id)));
  const attached = files.filter(({ id, name }) => !known.has(id) && openerOf(name) !== null);
  const rows: (ModelChoice & { at: string })[] = [
    ...engineering.map((result) => ({
      kind: 'result' as const,
      id: result.id,
      title: result.title,
      result,
      file: bestModel(madeFirst(result)) ?? subjectOf(result, files),
      at: result.createdAt,
    })),
    ...attached.map((file) => ({
      kind: 'file' as const,
      id: file.id,
      title: file.name,
      file,
      at: file.createdAt,
    })),
  ];
  return rows.sort((a, b) => b.at.localeCompare(a.at));
}
