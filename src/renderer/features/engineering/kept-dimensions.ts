// Dimensions stay with their model: kept on this machine under the model's id, put back when it is shown again.
import { z } from 'zod';
import type { Measurement } from '../../viewer/index.ts';

const triple = z.tuple([z.number(), z.number(), z.number()]);
const measurementsSchema = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    from: triple,
    to: triple,
    distanceMm: z.number(),
    angleDegrees: z.number().nullable(),
    rimToRimMm: z.number().nullable(),
    what: z.string(),
    isExact: z.boolean(),
  }),
);

/** Models whose dimensions are kept; the one that was measured longest ago makes room. */
const mostModels = 200;
const place = 'engineering.dimensions';
const keptSchema = z.array(z.tuple([z.string(), measurementsSchema]));

type Kept = readonly (readonly [modelId: string, measurements: readonly Measurement[]])[];

function readAll(storage: Storage): Kept {
  try {
    return keptSchema.parse(JSON.parse(storage.getItem(place) ?? '[]'));
  } catch {
    // What another version wrote is no reason to fail; it is written anew with the next dimension.
    return [];
  }
}

/** The dimensions of a model; none when nothing was measured on it. */
export function keptDimensions(modelId: string, storage: Storage = localStorage): readonly Measurement[] {
  return readAll(storage).find(([id]) => id === modelId)?.[1] ?? [];
}

/** Keeps the dimensions of a model in place of those that were kept before. */
export function keepDimensions(
  modelId: string,
  measurements: readonly Measurement[],
  storage: Storage = localStorage,
): void {
  const others = readAll(storage).filter(([id]) => id !== modelId);
  const all: Kept = measurements.length === 0 ? others : [...others, [modelId, measurements]];
  storage.setItem(place, JSON.stringify(all.slice(-mostModels)));
}
