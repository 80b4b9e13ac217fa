// `model_comparison`: what changed between two revisions, in figures, and as one model of what stayed, came and went.
import { join } from 'node:path';
import type { Comparison, HoleChange, ModelFacts } from '../../cad/compare/comparison.ts';
import type { ResultTable } from '../../shared/protocol/engineering-response.ts';
import type { DeskAnswer } from '../desk.ts';
import { awaitJob, type EngineeringParts, type EngineeringRequest } from './engineering-type.ts';
import { findModelPair, type ModelPair } from './find-model.ts';

/** Holes told one by one in the text; all of them stand in the table. */
const mostToldHoles = 6;

/** Compares the two models a request is about, where they lie. */
export async function compareModels(
  request: EngineeringRequest,
  { kernel }: EngineeringParts,
): Promise<DeskAnswer> {
  const { before, after } = findModelPair(request);
  const outPath = join(request.folder, 'comparison.step');
  const file = ({ file: { path, name } }: ModelPair['before']) => ({ path, name });
  const input = { before: file(before), after: file(after), outPath };
  const found = await awaitJob(request, (options) => kernel.run('compare', input, options));
  return {
    message: summary({ before, after }, found),
    body: {
      engineering_type: request.data.engineering_type,
      title: `${after.file.name} against ${before.file.name}`,
      model: { file_id: after.file.id, name: after.file.name, found: after.how },
      baseline: { file_id: before.file.id, name: before.file.name, found: before.how },
      comparison: found,
      tables: [factTable(found), ...(found.holeChanges.length === 0 ? [] : [holeTable(found.holeChanges)])],
    },
    files: [{ name: 'comparison.step', path: outPath, mediaType: 'model/step' }],
  };
}

function summary({ before, after }: ModelPair, found: Comparison): string {
  const head = `**${after.file.name}** (${after.how}) against **${before.file.name}** (${before.how}):`;
  const { addedMm3: added, removedMm3: removed } = found;
  if (added === null || removed === null)
    return `${head} the kernel's booleans do not add up for these models, so added and removed material is not told; the figures below hold.\n\n${holeLines(found)}`;
  const isSame = added < 1e-6 && removed < 1e-6 && found.facesAdded === 0 && found.facesRemoved === 0;
  if (isSame) return `${head} nothing changed: the same material and the same faces.`;
  const share = (volume: number): string =>
    `${digits(volume)} mm³ (${digits((volume / found.before.volumeMm3) * 100, 3)} %)`;
  return [
    `${head} ${share(added)} added, ${share(removed)} removed; ${count(found.facesAdded, 'face')} new, ${count(found.facesRemoved, 'face')} gone.`,
    '',
    holeLines(found),
    '**comparison.step** shows what stayed grey, what came green, what went red. Nothing was moved to fit.',
  ].join('\n');
}

function holeLines({ holeChanges }: Comparison): string {
  const lines = holeChanges.slice(0, mostToldHoles).map((change) => `- ${holeWords(change)}`);
  const more = holeChanges.length - lines.length;
  if (more > 0) lines.push(`- and ${more} more holes`);
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function holeWords({ change, before, after, movedMm }: HoleChange): string {
  const size = `Ø${digits(after?.diameterMm ?? before?.diameterMm ?? 0)}`;
  switch (change) {
    case 'moved':
      return `hole ${size} moved by ${digits(movedMm ?? 0)} mm to ${placeOf(after)}`;
    case 'resized':
      return `hole at ${placeOf(after)} from Ø${digits(before?.diameterMm ?? 0)} to ${size}`;
    case 'added':
      return `hole ${size} added at ${placeOf(after)}`;
    case 'removed':
      return `hole ${size} removed at ${placeOf(before)}`;
  }
}

function placeOf(hole: HoleChange['before']): string {
  return `(${(hole?.middle ?? []).map((value) => digits(value)).join(', ')})`;
}

function factTable({ before, after }: Comparison): ResultTable {
  const row = (name: string, read: (facts: ModelFacts) => number) => ({
    name,
    before: read(before),
    after: read(after),
    change: read(after) - read(before),
  });
  return {
    title: 'Both models',
    columns: [
      { key: 'name', title: 'Figure' },
      { key: 'before', title: 'Before' },
      { key: 'after', title: 'After' },
      { key: 'change', title: 'Change' },
    ],
    rows: [
      row('Volume, mm³', ({ volumeMm3 }) => volumeMm3),
      row('Surface, mm²', ({ areaMm2 }) => areaMm2),
      ...(['x', 'y', 'z'] as const).map((axis, index) =>
        row(`Size ${axis}, mm`, ({ boxMm }) => boxMm[index] ?? 0),
      ),
      ...(['x', 'y', 'z'] as const).map((axis, index) =>
        row(`Centre of mass ${axis}, mm`, ({ centerOfMassMm }) => centerOfMassMm[index] ?? 0),
      ),
      row('Solids', ({ solids }) => solids),
      row('Faces', ({ faces }) => faces),
      row('Round holes', ({ holes }) => holes),
    ],
  };
}

function holeTable(changes: readonly HoleChange[]): ResultTable {
  return {
    title: 'Holes that changed',
    columns: [
      { key: 'change', title: 'Change' },
      { key: 'before', title: 'Before' },
      { key: 'after', title: 'After' },
      { key: 'moved', title: 'Moved', unit: 'mm' },
    ],
    rows: changes.map(({ change, before, after, movedMm }) => ({
      change: change.charAt(0).toUpperCase() + change.slice(1),
      before: before === null ? '' : `Ø${digits(before.diameterMm)} at ${placeOf(before)}`,
      after: after === null ? '' : `Ø${digits(after.diameterMm)} at ${placeOf(after)}`,
      moved: movedMm === null ? null : Number(movedMm.toFixed(6)),
    })),
  };
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

function digits(value: number, precision = 6): string {
  return String(Number(value.toPrecision(precision)));
}
