// How a drawing shall be: projection, scale, sheet and general tolerance, from the fields, the message, or our defaults.
import type { LayOutOptions } from '../../cad/drawing/lay-out.ts';
import type { Projection } from '../../cad/drawing/projection-symbol.ts';
import { findScale, type Scale, scales } from '../../cad/drawing/scales.ts';
import { type Sheet, sheets } from '../../cad/drawing/sheets.ts';
import type { Parameter } from '../../shared/protocol/engineering-response.ts';
import type { EngineeringRequest } from './engineering-type.ts';
import { fieldRefusal } from './field-refusal.ts';
import { wordOf } from './model-parameters.ts';

export interface DrawingChoices {
  readonly options: LayOutOptions;
  /** `ISO 2768-m`; null when nobody named one. */
  readonly tolerance: string | null;
  /** Where scale and sheet were said; null: chosen to fit. */
  readonly origins: { readonly scale: string | null; readonly sheet: string | null };
  /** Projection and tolerance, with where they come from. */
  readonly parameters: readonly Parameter[];
}

/** Reads `projection`, `scale`, `sheet` and `general_tolerance` of the specifications; refuses what no standard has. */
export function drawingChoices(request: EngineeringRequest): DrawingChoices {
  const projection = projectionOf(request);
  const tolerance = toleranceOf(request);
  const scale = scaleOf(request);
  const sheet = sheetOf(request);
  return {
    options: {
      projection: projection.value,
      ...(scale === null ? {} : { scale: scale.value }),
      ...(sheet === null ? {} : { sheet: sheet.value }),
    },
    origins: { scale: scale?.origin ?? null, sheet: sheet?.origin ?? null },
    tolerance: tolerance?.value ?? null,
    parameters: [
      { name: 'projection', ...projection },
      ...(tolerance === null ? [] : [{ name: 'general_tolerance', ...tolerance }]),
    ],
  };
}

interface Choice<T> {
  readonly value: T;
  readonly origin: string;
  readonly reason?: string;
}

const projections = { first: 'first-angle', third: 'third-angle' } as const;

function projectionOf(request: EngineeringRequest): Choice<Projection> {
  const named = wordOf(request, 'projection');
  const field = /^(first|third|1st|3rd)(?:[\s_-]?angle)?(?:[\s_-]?projection)?$/i.exec(named);
  if (named !== '' && field === null)
    throw fieldRefusal(
      'specifications.projection',
      `"${named.slice(0, 40)}" is neither first-angle nor third-angle`,
    );
  const said = field ?? /\b(first|third|1st|3rd)[\s-]angle\b/i.exec(request.data.message);
  if (said === null) {
    const reason = 'the method of ISO 5456-2 that is usual outside North America';
    return { value: 'first-angle', origin: 'assumed', reason };
  }
  const isThird = /^(?:third|3rd)/i.test(said[1] ?? '');
  const origin = field === null ? 'message' : 'specifications.projection';
  return { value: projections[isThird ? 'third' : 'first'], origin };
}

function toleranceOf(request: EngineeringRequest): Choice<string> | null {
  const named = wordOf(request, 'general_tolerance');
  const field = /^(?:(?:ISO\s*)?2768\s*-?\s*)?([fmcv])\s*-?\s*([hkl])?$/i.exec(named);
  if (named !== '' && field === null)
    throw fieldRefusal(
      'specifications.general_tolerance',
      `"${named.slice(0, 40)}" is no class of ISO 2768: f, m, c or v, with H, K or L, such as ISO 2768-mK`,
    );
  const said = field ?? /\bISO\s*2768\s*-?\s*([fmcv])([hkl])?\b/i.exec(request.data.message);
  if (said === null) return null;
  const value = `ISO 2768-${(said[1] ?? '').toLowerCase()}${(said[2] ?? '').toUpperCase()}`;
  return { value, origin: field === null ? 'message' : 'specifications.general_tolerance' };
}

function scaleOf(request: EngineeringRequest): Choice<Scale> | null {
  const said = wordSaid(request, 'scale', /\bscale\s?(?:of\s)?(\d{1,4}\s?:\s?\d{1,4})/i);
  if (said === null) return null;
  const value = findScale(said.value.replaceAll(' ', ''));
  if (value !== null) return { value, origin: said.origin };
  const known = scales.map(({ name }) => name).join(', ');
  throw fieldRefusal(said.origin, `"${said.value}" is no scale of ISO 5455; those are ${known}`);
}

function sheetOf(request: EngineeringRequest): Choice<Sheet> | null {
  // A2 is a stainless steel as well, but nobody draws on it.
  const said = wordSaid(request, 'sheet', /\b(A[0-4])\b(?!\s?(?:stainless|steel|screws?|bolts?))/);
  if (said === null) return null;
  const value = sheets.find(({ name }) => name === said.value.toUpperCase());
  if (value !== undefined) return { value, origin: said.origin };
  const known = sheets.map(({ name }) => name).join(', ');
  throw fieldRefusal(said.origin, `"${said.value}" is no sheet we draw on; those are ${known}`);
}

/** A word of its field, else the first group of what is found in the message. */
function wordSaid(request: EngineeringRequest, name: string, inMessage: RegExp): Choice<string> | null {
  const field = wordOf(request, name);
  if (field !== '') return { value: field.slice(0, 40), origin: `specifications.${name}` };
  const found = inMessage.exec(request.data.message)?.[1];
  return found === undefined ? null : { value: found, origin: 'message' };
}
