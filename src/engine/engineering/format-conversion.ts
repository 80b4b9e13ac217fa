// `format_conversion`: the model in another format, exact where source and target hold a B-rep, else a mesh at a stated deflection.
import { join } from 'node:path';
import { cadFormatOf } from '../../cad/formats/cad-format.ts';
import {
  isMeshName,
  type TargetFormat,
  targetFormats,
  targetNames,
} from '../../cad/formats/target-format.ts';
import type { TaskOutput } from '../../cad/process/kernel-tasks.ts';
import type { Parameter } from '../../shared/protocol/engineering-response.ts';
import type { DeskAnswer } from '../desk.ts';
import { awaitJob, type EngineeringParts, type EngineeringRequest } from './engineering-type.ts';
import { unfoldModel, wantsFlatPattern } from './flat-pattern.ts';
import { fieldRefusal } from './field-refusal.ts';
import { findModel } from './find-model.ts';
import { lengthOf, stemOf, wordOf } from './model-parameters.ts';

const known = `${targetNames.join(', ')}, flat pattern`;
/** Below this a mesh has no use and no end. */
const finestMm = 0.001;

/** Converts the model a request is about; `specifications.target_format` says to what, `specifications.deflection` how finely. */
export async function convertModel(
  request: EngineeringRequest,
  parts: EngineeringParts,
): Promise<DeskAnswer> {
  if (wantsFlatPattern(request)) return unfoldModel(request, parts);
  const { kernel } = parts;
  const target = targetOf(request);
  const deflectionMm = deflectionOf(request);
  const model = findModel(request, isMeshName);
  const { path, name } = model.file;
  refuseUseless(name, target.format);
  const { extension, mediaType } = targetFormats[target.format];
  const outName = `${stemOf(name)}.${extension}`;
  const outPath = join(request.folder, `converted.${extension}`);
  const input = { path, name, target: target.format, outPath };
  const made = await awaitJob(request, (options) =>
    kernel.run('convert', { ...input, ...(deflectionMm === null ? {} : { deflectionMm }) }, options),
  );
  const parameters = [target.parameter, ...deflectionParameter(made, deflectionMm)];
  const assumed = parameters.filter(({ origin }) => origin === 'assumed');
  return {
    message: [
      `**${name}** (${model.how}) as **${outName}**: ${describe(made)}.`,
      ...assumed.map(({ value, reason }) => `\nAssumed: a deflection of ${value} mm, ${reason}.`),
      ...unused({ name, made, deflectionMm }).map(({ text, reason }) => `\n${text} was not used: ${reason}.`),
    ].join('\n'),
    body: {
      engineering_type: request.data.engineering_type,
      title: `${name} as ${target.format.toUpperCase()}`,
      model: { file_id: model.file.id, name, found: model.how },
      parameters,
      not_used: unused({ name, made, deflectionMm }),
      conversion: { exact: made.isExact, parts: made.parts, triangles: made.triangles },
    },
    files: [{ name: outName, path: outPath, mediaType }],
  };
}

/** The field, else a format the message asks for with "to", "as" or "into". */
function targetOf(request: EngineeringRequest): { format: TargetFormat; parameter: Parameter } {
  const field = 'specifications.target_format';
  const named = wordOf(request, 'target_format');
  const [, inMessage = ''] =
    /\b(?:to|as|into)\s+(?:an?\s+)?\.?(step|stp|brep|stl|glb|gltf|3mf|obj|iges|igs|dxf|dwg)\b/i.exec(
      request.data.message,
    ) ?? [];
  const word = (named === '' ? inMessage : named).toLowerCase().replace(/^\./, '').replace(/^stp$/, 'step');
  const format = targetNames.find((name) => name === word);
  if (format !== undefined) {
    const origin = named === '' ? 'message' : field;
    return { format, parameter: { name: 'target_format', value: format, origin } };
  }
  if (word === 'dxf')
    throw fieldRefusal(
      field,
      'DXF is flat: say "flat pattern" for a part of sheet metal, or ask for an engineering_drawing',
    );
  throw fieldRefusal(
    field,
    word === ''
      ? `say to which format: ${known}`
      : `"${word.slice(0, 40)}" cannot be written; expected one of ${known}`,
  );
}

function deflectionOf(request: EngineeringRequest): number | null {
  const mm = lengthOf(request, 'deflection');
  if (mm !== null && mm < finestMm)
    throw fieldRefusal(
      'specifications.deflection',
      `${mm} mm is finer than ${finestMm} mm, the least there is`,
    );
  return mm;
}

function refuseUseless(name: string, target: TargetFormat): void {
  const format = cadFormatOf(name);
  const source = format ?? /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? null;
  if (source === target)
    throw fieldRefusal('specifications.target_format', `${name} is a ${target.toUpperCase()} file already`);
  if (targetFormats[target].isExact && (format === null || format === 'iges'))
    throw fieldRefusal(
      'specifications.target_format',
      `${name} ${format === null ? 'is a mesh of triangles' : 'is read as a mesh here'} and has no exact faces to write as ${target.toUpperCase()}; ask for a mesh format, or give a STEP or BREP file`,
    );
}

function deflectionParameter({ deflectionMm }: TaskOutput<'convert'>, said: number | null): Parameter[] {
  if (deflectionMm === null) return [];
  const parameter = { name: 'deflection', value: deflectionMm, unit: 'mm' };
  if (said !== null) return [{ ...parameter, origin: 'specifications.deflection' }];
  const reason = "1/2500 of the model's diagonal, at least 0.005 mm and at most 0.5 mm";
  return [{ ...parameter, value: Number(deflectionMm.toPrecision(3)), origin: 'assumed', reason }];
}

function unused({
  name,
  made,
  deflectionMm,
}: {
  readonly name: string;
  readonly made: TaskOutput<'convert'>;
  readonly deflectionMm: number | null;
}): { text: string; reason: string }[] {
  if (deflectionMm === null || made.deflectionMm !== null) return [];
  const reason = made.isExact ? 'an exact conversion has no facets' : `${name} has its triangles already`;
  return [{ text: `deflection ${deflectionMm} mm`, reason }];
}

function describe({ isExact, parts, triangles, deflectionMm }: TaskOutput<'convert'>): string {
  if (isExact) return 'exact, the B-rep itself';
  const bodies = parts === 1 ? 'one body' : `${parts} bodies`;
  const within =
    deflectionMm === null ? '' : ` within ${Number(deflectionMm.toPrecision(3))} mm of the surface`;
  return `${bodies}, ${triangles.toLocaleString('en-GB')} triangles${within}`;
}
