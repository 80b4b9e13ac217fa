// Which model a request is about: an attached one, one it names, else the latest the room got.
import { z } from 'zod';
import { cadFormatOf } from '../../cad/formats/cad-format.ts';
import { measuredSchema } from '../../shared/protocol/engineering-response.ts';
import { fileObjectSchema } from '../../shared/protocol/response-data.ts';
import type { RoomFile } from '../desk.ts';
import type { EngineeringRequest } from './engineering-type.ts';
import { fieldRefusal } from './field-refusal.ts';

export interface FoundModel {
  readonly file: RoomFile;
  /** How it was found, for the person: "attached", "named in specifications.model", "the latest result of this room". */
  readonly how: string;
  /** What it is made of, where the result that made it says so. */
  readonly material: z.infer<typeof measuredSchema>['material'];
}

const resultSchema = z.looseObject({
  files: z.array(fileObjectSchema).default([]),
  measured: measuredSchema.optional(),
});

type Accepts = (name: string) => boolean;
const isCad: Accepts = (name) => cadFormatOf(name) !== null;

/**
 * Finds the model; refuses naming the field when there is none, or when the named one is not here. CAD files come
 * before the meshes that `acceptsMesh` takes.
 */
export function findModel(request: EngineeringRequest, acceptsMesh: Accepts = () => false): FoundModel {
  const attached =
    request.attached.find(({ name }) => isCad(name)) ??
    request.attached.find(({ name }) => acceptsMesh(name));
  if (attached !== undefined) return { file: attached, how: 'attached', material: undefined };
  const named = request.data.specifications?.['model'];
  if (typeof named === 'string' && named.trim() !== '') return findNamed(request, named.trim());
  const latest = roomModels(request, isCad)[0] ?? roomModels(request, acceptsMesh)[0] ?? null;
  if (latest !== null) return latest;
  const [other] = request.attached;
  throw fieldRefusal(
    'attached_files',
    other === undefined
      ? 'attach a STEP or BREP file, or ask for a part in this room first'
      : `${other.name} is no STEP, IGES or BREP file${acceptsMesh('part.stl') ? ', nor a mesh as STL, OBJ, PLY, GLB or 3MF' : ''}`,
  );
}

/** Two models to compare: what was before, and what is now. */
export interface ModelPair {
  readonly before: FoundModel;
  readonly after: FoundModel;
}

/**
 * Finds both: `specifications.baseline` and `specifications.model` by id or name, else two attached files in their order,
 * else the latest result against the attached file, else the latest two results. Refuses naming what is missing.
 */
export function findModelPair(request: EngineeringRequest): ModelPair {
  const named = (key: 'baseline' | 'model'): FoundModel | undefined => {
    const said = request.data.specifications?.[key];
    return typeof said === 'string' && said.trim() !== '' ? findNamed(request, said.trim(), key) : undefined;
  };
  const attached = request.attached
    .filter(({ name }) => isCad(name))
    .map((file): FoundModel => ({ file, how: 'attached', material: undefined }));
  const [latest, ...earlier] = roomModels(request, isCad);
  const [only] = attached;
  const after = named('model') ?? attached[1] ?? only ?? latest;
  if (after === undefined)
    throw fieldRefusal('attached_files', 'attach two STEP or BREP files, the older one first');
  const isAfter = ({ file }: FoundModel): boolean => file.id === after.file.id;
  const candidates = [named('baseline'), ...attached, latest, ...earlier];
  const found = candidates.find((one) => one !== undefined && !isAfter(one));
  const isEarlier = found !== undefined && earlier.includes(found);
  const before = isEarlier ? { ...found, how: 'the result before it' } : found;
  if (before === undefined)
    throw fieldRefusal(
      'specifications.baseline',
      `name or attach the model that ${after.file.name} is compared with`,
    );
  return { before, after };
}

function findNamed({ room }: EngineeringRequest, named: string, key = 'model'): FoundModel {
  const file = room.files.findLast(({ id, name }) => id === named || name === named);
  if (file === undefined)
    throw fieldRefusal(`specifications.${key}`, `"${named.slice(0, 80)}" is no file of this room`);
  return { file, how: `named in specifications.${key}`, material: undefined };
}

/** The models that results of the room brought, newest first. */
function roomModels({ room }: EngineeringRequest, accepts: Accepts): FoundModel[] {
  return room.answers.toReversed().flatMap(({ code, body }) => {
    const result = resultSchema.safeParse(body);
    // A comparison's overlay is a picture of two models and none itself.
    if (code !== 'engineering_response' || !result.success || body['engineering_type'] === 'model_comparison')
      return [];
    const made = result.data.files.find(({ name }) => accepts(name));
    const file = room.files.find(({ id }) => id === made?.id);
    if (file === undefined) return [];
    return { file, how: 'the latest result of this room', material: result.data.measured?.material };
  });
}
