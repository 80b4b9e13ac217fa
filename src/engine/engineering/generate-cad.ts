// `cad_generation`: understand the request, build the part in the kernel process, tell what was understood and measured.
import type { Done } from '../../cad/modify/operation.ts';
import { findFamily } from '../../cad/parts/families.ts';
import type { AttachedText } from '../../cad/understand/read-attached.ts';
import type { Unused } from '../../cad/understand/reading.ts';
import { RequestFault } from '../../cad/understand/request-fault.ts';
import { understandPart, type UnderstoodPart } from '../../cad/understand/understand-part.ts';
import type { EngineeringData } from '../../shared/protocol/request-data.ts';
import type { TaskOutput } from '../../cad/process/kernel-tasks.ts';
import type { Measured, Parameter, ResultTable } from '../../shared/protocol/engineering-response.ts';
import { type DeskAnswer, DeskRefusal } from '../desk.ts';
import { type AttachedBoard, onBoard, readAttachedBoard, withBoard } from './attached-board.ts';
import { awaitJob, type EngineeringParts, type EngineeringRequest } from './engineering-type.ts';
import { isChange, modifyCad } from './modify-cad.ts';
import { bendTable, flatLine } from './told-flat.ts';
import { changeLines, changeTable, placesFrom } from './told-changes.ts';

/** Builds the part that a request describes, or changes one that is there; faults name the fields to mend. */
export async function generateCad(request: EngineeringRequest, parts: EngineeringParts): Promise<DeskAnswer> {
  if (isChange(request)) return modifyCad(request, parts);
  const board = await readAttachedBoard(request, parts);
  const attached = (await attachedTexts(request)).filter(({ name }) => name !== board?.name);
  const understood = understand(request.data, { ...parts, attached, board });
  const { part, operations, unused } = understood;
  const { measured, done, refused, flat, files } = await awaitJob(request, (options) =>
    parts.kernel.run('generate', { part, operations, folder: request.folder }, options),
  );
  const notUsed = [...unused, ...refused.map(({ said, reason }) => ({ text: said, reason }))];
  return {
    message: summary({ understood, measured, done, flat, notUsed, unknownFiles: request.unknownFiles }),
    body: {
      engineering_type: request.data.engineering_type,
      title: understood.part.title,
      part_family: understood.part.family,
      parameters: understood.parameters,
      not_used: notUsed,
      ...(done.length === 0 ? {} : { operations }),
      ...tablesOf(done, flat),
      measured,
    },
    files,
  };
}

/** What can be read of the attached sheets and drawings. */
async function attachedTexts({ attached }: EngineeringRequest): Promise<AttachedText[]> {
  const texts = await Promise.all(
    attached.map(async (file) => ({ name: file.name, pages: await file.text() })),
  );
  return texts.flatMap(({ name, pages }) =>
    pages === null ? [] : [{ name, text: pages.map(({ text }) => text).join('\n') }],
  );
}

interface Beside extends Pick<EngineeringParts, 'materials'> {
  readonly attached: readonly AttachedText[];
  readonly board: AttachedBoard | null;
}

function understand(data: EngineeringData, { materials, attached, board }: Beside): UnderstoodPart {
  const { message, specifications = {} } = data;
  try {
    if (board === null) return understandPart({ message, specifications, attached }, materials);
    const request = { message, specifications: withBoard(specifications, board), attached };
    return onBoard(understandPart(request, materials), board, specifications['thread'] !== undefined);
  } catch (error) {
    if (!(error instanceof RequestFault)) throw error;
    const errors = error.faults.flatMap(({ field, other, message, kind }) =>
      [field, ...(other === undefined ? [] : [other])].map((path) => ({
        loc: ['data', ...path.split('.')],
        msg: message,
        type: kind === 'form' ? 'type_error' : 'value_error',
      })),
    );
    const isMalformed = error.faults.some(({ kind }) => kind === 'form');
    throw new DeskRefusal(isMalformed ? 'VALIDATION_ERROR' : 'ENGINEERING_ERROR', error.message, errors);
  }
}

type Flat = TaskOutput<'generate'>['flat'];

function tablesOf(done: readonly Done[], flat: Flat): { tables?: ResultTable[] } {
  const tables = [
    ...(done.length === 0 ? [] : [changeTable(done)]),
    ...(flat === null || 'reason' in flat ? [] : [bendTable(flat)]),
  ];
  return tables.length === 0 ? {} : { tables };
}

interface Outcome {
  readonly understood: UnderstoodPart;
  readonly measured: Measured;
  readonly done: readonly Done[];
  readonly flat: Flat;
  readonly notUsed: readonly Unused[];
  readonly unknownFiles: readonly string[];
}

/** The answer as a person reads it in the chat. */
function summary({ understood, measured, done, flat, notUsed, unknownFiles }: Outcome): string {
  const { part, parameters } = understood;
  const { x, y, z } = measured.bounding_box_mm;
  const size = [x, y, z].map((mm) => Number(mm.toFixed(2))).join(' × ');
  const mass =
    measured.mass_g === undefined
      ? ''
      : `, ${Number(measured.mass_g.toPrecision(3))} g in ${part.material.name}`;
  const assumed = parameters.filter(({ origin }) => origin === 'assumed').map(sentence);
  return [
    `**${findFamily(part.family)?.title ?? part.title}**, ${size} mm${mass}. STEP, GLB and STL are attached.`,
    ...(flat === null
      ? []
      : [
          '',
          'reason' in flat ? `No flat pattern: ${flat.reason}` : `${flatLine(flat)} Its DXF is attached.`,
        ]),
    ...(done.length === 0 ? [] : ['', 'Changed as asked:', ...changeLines(done), '', placesFrom]),
    ...(notUsed.length === 0
      ? []
      : ['', '**Not used:**', ...notUsed.map(({ text, reason }) => `- ${text}: ${reason}`)]),
    ...(assumed.length === 0 ? [] : ['', 'Assumed, since it was not said:', ...assumed]),
    ...unknownFiles.map((name) => `\nThe attached file ${name} is not known here and was not used.`),
  ].join('\n');
}

function sentence({ name, value, unit, reason }: Parameter): string {
  const shown = typeof value === 'number' ? Number(value.toFixed(3)) : value;
  return `- ${name.replaceAll('_', ' ')} ${shown}${unit === undefined ? '' : ` ${unit}`}${reason === undefined ? '' : `: ${reason}`}`;
}
