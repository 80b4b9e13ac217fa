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
  const latest = latestResult(request, isCad) ?? latestResult(request, acceptsMesh);
  if (latest !== null) return latest;
  const [other] = request.attached;
  throw fieldRefusal(
    'attached_files',
    other === undefined
      ? 'attach a STEP or BREP file, or ask for a part in this room first'
      : `${other.name} is no STEP, IGES or BREP file`,
  );
}

function findNamed({ room }: EngineeringRequest, named: string): FoundModel {
  const file = room.files.findLast(({ id, name }) => id === named || name === named);
  if (file === undefined)
    throw fieldRefusal('specifications.model', `"${named.slice(0, 80)}" is no file of this room`);
  return { file, how: 'named in specifications.model', material: undefined };
}

function latestResult({ room }: EngineeringRequest, accepts: Accepts): FoundModel | null {
  for (const { code, body } of room.answers.toReversed()) {
    const result = resultSchema.safeParse(body);
    if (code !== 'engineering_response' || !result.success) continue;
    const made = result.data.files.find(({ name }) => accepts(name));
    const file = room.files.find(({ id }) => id === made?.id);
    if (file !== undefined)
      return { file, how: 'the latest result of this room', material: result.data.measured?.material };
  }
  return null;
}
