// `format_conversion` to a flat pattern: the sheet-metal part unfolded, as DXF for the cutting machine.
import { join } from 'node:path';
import type { Parameter } from '../../shared/protocol/engineering-response.ts';
import type { DeskAnswer } from '../desk.ts';
import { awaitJob, type EngineeringParts, type EngineeringRequest } from './engineering-type.ts';
import { fieldRefusal } from './field-refusal.ts';
import { findModel } from './find-model.ts';
import { stemOf, wordOf } from './model-parameters.ts';
import { bendTable, flatLine } from './told-flat.ts';

/** Whether the request asks for one: `specifications.target_format`, else the message. */
export function wantsFlatPattern(request: EngineeringRequest): boolean {
  const named = wordOf(request, 'target_format');
  const text = named === '' ? request.data.message : named;
  return /\bflat[\s_-]*(?:patterns?|blanks?)\b|\bunfold(?:ed)?\b|\bdeveloped\s+blank\b/i.test(text);
}

/** Unfolds the model a request is about; `specifications.k_factor` says where the neutral fibre lies. */
export async function unfoldModel(
  request: EngineeringRequest,
  { kernel }: EngineeringParts,
): Promise<DeskAnswer> {
  const said = kFactorOf(request);
  const model = findModel(request);
  const { path, name } = model.file;
  const outName = `${stemOf(name)}-flat.dxf`;
  const outPath = join(request.folder, 'flat.dxf');
  const flat = await awaitJob(request, (options) =>
    kernel.run('unfold', { path, name, kFactor: said?.value ?? null, outPath }, options),
  );
  const assumed = flat.bends.length > 0 && said === null;
  return {
    message: [
      `**${name}** (${model.how}) as **${outName}**. ${flatLine(flat)}`,
      ...(assumed ? [`\nAssumed: the K-factor, ${dinReason}.`] : []),
    ].join('\n'),
    body: {
      engineering_type: request.data.engineering_type,
      title: `Flat pattern of ${name}`,
      model: { file_id: model.file.id, name, found: model.how },
      parameters: parametersOf(request, { said, used: flat.bends.map(({ kFactor }) => kFactor) }),
      not_used: unused(request, { said, bends: flat.bends.length }),
      flat_pattern: {
        size_mm: { x: flat.widthMm, y: flat.heightMm, thickness: flat.thicknessMm },
        holes: flat.holeCount,
      },
      tables: flat.bends.length === 0 ? [] : [bendTable(flat)],
    },
    files: [{ name: outName, path: outPath, mediaType: 'image/vnd.dxf' }],
  };
}

const dinReason = 'by DIN 6935 from each radius and thickness';

interface Said {
  readonly value: number;
  readonly origin: string;
}

function kFactorOf(request: EngineeringRequest): Said | null {
  const field = 'specifications.k_factor';
  const word = wordOf(request, 'k_factor');
  const [, named, short] =
    /\bk[\s-]?factor\s?(?:of|is|=|:)?\s?(\d*[.,]?\d+)|\bk\s?=\s?(\d*[.,]?\d+)/i.exec(request.data.message) ??
    [];
  const text = word === '' ? (named ?? short) : word;
  if (text === undefined) return null;
  const value = Number(text.replace(',', '.'));
  if (Number.isFinite(value) && value >= 0 && value <= 1)
    return { value, origin: word === '' ? 'message' : field };
  throw fieldRefusal(field, `"${text.slice(0, 40)}" is no K-factor; it is from 0 to 1, such as 0.44`);
}

function unused(
  request: EngineeringRequest,
  { said, bends }: { readonly said: Said | null; readonly bends: number },
): { text: string; reason: string }[] {
  const deflection = wordOf(request, 'deflection');
  return [
    ...(said !== null && bends === 0
      ? [{ text: `K-factor ${said.value}`, reason: 'the part has no bend' }]
      : []),
    ...(deflection === ''
      ? []
      : [{ text: `deflection ${deflection.slice(0, 40)}`, reason: 'lines and arcs are exact' }]),
  ];
}

function parametersOf(
  { data }: EngineeringRequest,
  { said, used }: { readonly said: Said | null; readonly used: readonly number[] },
): Parameter[] {
  const named = data.specifications?.['target_format'];
  const target = {
    name: 'target_format',
    value: 'flat pattern',
    origin: named === undefined || named === '' ? 'message' : 'specifications.target_format',
  };
  if (said !== null) return [target, { name: 'k_factor', ...said }];
  return [
    target,
    ...[...new Set(used.map((k) => Number(k.toFixed(4))))].map((value) => ({
      name: 'k_factor',
      value,
      origin: 'assumed',
      reason: dinReason,
    })),
  ];
}
