// `cad_generation` on a model that is there: changes in words, such as `add four M4 holes on a 60 mm square`, made to it in order.
import { chooseFamily } from '../../cad/understand/choose-family.ts';
import { asksForChange, readOperations } from '../../cad/understand/read-operations.ts';
import type { Operation } from '../../cad/modify/operation.ts';
import type { MaterialChoice } from '../../cad/parts/part-specification.ts';
import type { TaskOutput } from '../../cad/process/kernel-tasks.ts';
import type { DeskAnswer } from '../desk.ts';
import { awaitJob, type EngineeringParts, type EngineeringRequest } from './engineering-type.ts';
import { fieldRefusal } from './field-refusal.ts';
import { findModel, type FoundModel } from './find-model.ts';
import { wordOf } from './model-parameters.ts';
import { saidMaterial } from './said-material.ts';
import { changeLines, changeTable, placesFrom } from './told-changes.ts';

/** Changes told one by one; more than this a message does not hold. */
const mostOperations = 40;

/** Whether the request changes a model instead of making one. */
export function isChange(request: EngineeringRequest): boolean {
  const { message, specifications = {} } = request.data;
  if (wordOf(request, 'operations') !== '' || asksForChange(message)) return true;
  // With a model attached and no part named, words that are changes and nothing else are meant for it.
  if (!request.attached.some(({ name }) => /\.(?:step|stp|brep)$/i.test(name))) return false;
  if (chooseFamily({ message, specifications }) !== null) return false;
  const { operations, faults } = readOperations(message);
  return operations.length > 0 && faults.length === 0;
}

/** Makes the changes; refuses what cannot be read or made, naming the field and the change. */
export async function modifyCad(
  request: EngineeringRequest,
  { kernel, materials }: EngineeringParts,
): Promise<DeskAnswer> {
  const operations = operationsOf(request);
  const model = findModel(request);
  const material = saidMaterial(request, materials) ?? toChoice(model);
  const { path, name } = model.file;
  const title = nextRevision(name.replace(/\.[^.]*$/, ''));
  const { measured, done, files } = await awaitJob(request, (options) =>
    kernel.run('modify', { path, name, title, operations, material, folder: request.folder }, options),
  );
  return {
    message: summary({ model, measured, done }),
    body: {
      engineering_type: request.data.engineering_type,
      title,
      changed_from: { file_id: model.file.id, name, found: model.how },
      operations,
      measured,
      tables: [changeTable(done)],
    },
    files,
  };
}

/** `bracket` becomes `bracket-r2`, `bracket-r2` becomes `bracket-r3`. */
function nextRevision(title: string): string {
  const [, base = title, revision] = /^(.*)-r(\d{1,4})$/.exec(title) ?? [];
  return `${base}-r${Number(revision ?? 1) + 1}`;
}

function operationsOf(request: EngineeringRequest): Operation[] {
  const field = wordOf(request, 'operations') === '' ? 'message' : 'specifications.operations';
  const { operations, faults } = readOperations(
    field === 'message' ? request.data.message : wordOf(request, 'operations'),
  );
  if (faults.length > 0) throw fieldRefusal(field, faults.slice(0, 5).join('; '));
  if (operations.length === 0) throw fieldRefusal(field, 'names no change');
  if (operations.length > mostOperations)
    throw fieldRefusal(
      field,
      `names ${operations.length} changes; at most ${mostOperations} are made at once`,
    );
  return [...operations];
}

function toChoice({ material }: FoundModel): MaterialChoice | null {
  if (material === undefined) return null;
  return { name: material.name, densityGramsPerCm3: material.density_g_cm3, source: material.source };
}

type Outcome = Pick<TaskOutput<'modify'>, 'measured' | 'done'> & { readonly model: FoundModel };

function summary({ model, measured, done }: Outcome): string {
  const { x, y, z } = measured.bounding_box_mm;
  const size = [x, y, z].map((value) => Number(value.toFixed(3))).join(' × ');
  const mass =
    measured.mass_g === undefined
      ? ''
      : `, ${Number(measured.mass_g.toPrecision(4))} g in ${measured.material?.name}`;
  return [
    `**${model.file.name}** (${model.how}), changed: ${size} mm${mass}. STEP, GLB and STL are attached.`,
    '',
    ...changeLines(done),
    '',
    placesFrom,
  ].join('\n');
}
