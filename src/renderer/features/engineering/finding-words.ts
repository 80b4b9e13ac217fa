// A finding's figures in the person's unit, and its place as the viewer knows places. Pure.
import { z } from 'zod';
import type { Finding } from '../../../shared/protocol/engineering-response.ts';
import { type LengthUnit, type Place, showLength } from '../../viewer/index.ts';

/** What was measured and what is allowed, in words; null where there is none. */
export function figureOf(
  { measured, limit, unit }: Finding,
  lengthUnit: LengthUnit,
): { readonly measured: string | null; readonly limit: string | null } {
  const show = (value: number | null | undefined): string | null => {
    if (value === null || value === undefined) return null;
    if (unit === 'mm') return showLength(value, lengthUnit);
    const digits = String(Number(value.toPrecision(4)));
    return unit === 'deg' ? `${digits}°` : `${digits} ${unit ?? ''}`.trim();
  };
  return { measured: show(measured), limit: show(limit) };
}

const partSchema = z.number().int().nonnegative();

/** Null when the finding names no point and no face. */
export function placeOf({ place }: Finding): Place | null {
  if (place === undefined) return null;
  const { point_mm: point = null, faces = [] } = place;
  if (point === null && faces.length === 0) return null;
  const part = partSchema.safeParse(place['part_index']);
  return { part: part.success ? part.data : 0, faces, point };
}
