// `engineering_drawing`: the model's views with dimensions on a standard sheet, as PDF, SVG and DXF of one drawing.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Composed, composeDrawing } from '../../cad/drawing/compose-drawing.ts';
import type { MaterialChoice } from '../../cad/parts/part-specification.ts';
import type { ProjectedModel } from '../../cad/drawing/projected-model.ts';
import { writeDxf } from '../../cad/drawing/write-dxf.ts';
import { writePdf } from '../../cad/drawing/write-pdf.ts';
import { writeSvg } from '../../cad/drawing/write-svg.ts';
import type { Parameter } from '../../shared/protocol/engineering-response.ts';
import type { DeskAnswer, MadeFile } from '../desk.ts';
import { type DrawingChoices, drawingChoices } from './drawing-choices.ts';
import { awaitJob, type EngineeringParts, type EngineeringRequest } from './engineering-type.ts';
import { fieldRefusal } from './field-refusal.ts';
import { findModel, type FoundModel } from './find-model.ts';
import { holeTable } from './hole-table.ts';
import { stemOf, wordOf } from './model-parameters.ts';
import { saidMaterial } from './said-material.ts';

/** Draws the model a request is about; the fields that name the sheet's words are in docs/protocol.md. */
export async function drawModel(
  request: EngineeringRequest,
  { kernel, materials, clock }: EngineeringParts,
): Promise<DeskAnswer> {
  const choices = drawingChoices(request);
  const model = findModel(request);
  // `A2` on a drawing is its sheet and no stainless steel.
  const words = request.data.message.replaceAll(/\bA[0-4]\b/gi, ' ');
  const said = saidMaterial({ ...request, data: { ...request.data, message: words } }, materials);
  const material = materialOf(said, model);
  const { path, name } = model.file;
  const projected = await awaitJob(request, (options) => kernel.run('project', { path, name }, options));
  const createdAt = new Date(clock.now()).toISOString();
  const subject = { request, model, material, projected, choices };
  request.progress('Laying out the sheet');
  const composed = compose(subject, createdAt.slice(0, 10));
  request.progress('Writing PDF, SVG and DXF');
  const files = await write(composed, {
    name: `${stemOf(name)}-drawing`,
    request,
    createdAt,
  });
  const holes = holeTable(projected);
  const isAssembly = projected.solidCount > 1;
  return {
    message: summary(subject, composed),
    body: {
      engineering_type: request.data.engineering_type,
      title: `Drawing of ${name}`,
      model: { file_id: model.file.id, name, found: model.how },
      parameters: parametersOf(choices, composed, material),
      drawing: { sheet: composed.sheet, scale: composed.scale, projection: choices.options.projection },
      tables: isAssembly || holes.rows.length === 0 ? [] : [holes],
    },
    files,
  };
}

interface Material {
  readonly name: string;
  readonly gramsPerCm3: number;
  readonly origin: string;
}

/** What the request says goes before what the result that made the model says. */
function materialOf(said: MaterialChoice | null, { material, how }: FoundModel): Material | null {
  if (said !== null) return { name: said.name, gramsPerCm3: said.densityGramsPerCm3, origin: 'the request' };
  return material === undefined
    ? null
    : { name: material.name, gramsPerCm3: material.density_g_cm3, origin: how };
}

interface Subject {
  readonly request: EngineeringRequest;
  readonly model: FoundModel;
  readonly material: Material | null;
  readonly projected: ProjectedModel;
  readonly choices: DrawingChoices;
}

function compose({ request, model, material, projected, choices }: Subject, date: string): Composed {
  const { options, origins, tolerance } = choices;
  const composed = composeDrawing(
    projected,
    {
      title: wordOf(request, 'title') || stemOf(model.file.name),
      drawingNumber: wordOf(request, 'drawing_number'),
      owner: wordOf(request, 'owner'),
      createdBy: wordOf(request, 'created_by') || request.userId,
      approvedBy: wordOf(request, 'approved_by'),
      material: material?.name ?? 'not stated',
      mass: massOf(projected, material),
      tolerance: tolerance ?? 'not stated',
      date,
    },
    options,
  );
  if (composed !== null) return composed;
  const { scale, sheet } = options;
  const where = sheet === undefined ? 'on any sheet up to A1' : `on ${sheet.name}`;
  const how = scale === undefined ? 'at any scale' : `at ${scale.name}`;
  throw fieldRefusal(
    origins.scale ?? origins.sheet ?? 'specifications.sheet',
    `the views do not fit ${where} ${how}`,
  );
}

/** Grams up to a kilogram; nothing where material or volume are not known. */
function massOf({ volumeMm3 }: ProjectedModel, material: Material | null): string {
  if (material === null || volumeMm3 === null) return 'not stated';
  const grams = (volumeMm3 / 1000) * material.gramsPerCm3;
  const [value, unit] = grams < 1000 ? [grams, 'g'] : [grams / 1000, 'kg'];
  return `${Number(value.toPrecision(3))} ${unit}`;
}

async function write(
  { drawing }: Composed,
  { name, request, createdAt }: { name: string; request: EngineeringRequest; createdAt: string },
): Promise<MadeFile[]> {
  const formats = [
    { extension: 'pdf', mediaType: 'application/pdf', bytes: await writePdf(drawing, createdAt) },
    { extension: 'svg', mediaType: 'image/svg+xml', bytes: writeSvg(drawing) },
    { extension: 'dxf', mediaType: 'image/vnd.dxf', bytes: writeDxf(drawing) },
  ];
  return Promise.all(
    formats.map(async ({ extension, mediaType, bytes }) => {
      const path = join(request.folder, `drawing.${extension}`);
      await writeFile(path, bytes);
      return { name: `${name}.${extension}`, path, mediaType };
    }),
  );
}

function parametersOf(
  { origins, parameters }: DrawingChoices,
  { sheet, scale }: Composed,
  material: Material | null,
): Parameter[] {
  const fitting = 'the smallest sheet on which a scale of ISO 5455 shows the part well';
  const chosen = (name: string, value: string, origin: string | null): Parameter =>
    origin === null ? { name, value, origin: 'assumed', reason: fitting } : { name, value, origin };
  return [
    ...parameters,
    chosen('sheet', sheet, origins.sheet),
    chosen('scale', scale, origins.scale),
    ...(material === null ? [] : [{ name: 'material', value: material.name, origin: material.origin }]),
  ];
}

/** Curves without a single cylinder: exporters that write cylinders as B-spline surfaces leave none to be found. */
function hasUnnamedRounds({ views, cylinders }: ProjectedModel): boolean {
  return (
    cylinders.length === 0 &&
    views.some(({ visible }) => visible.some((curve) => curve.shape === 'arc' || curve.points.length > 2))
  );
}

function summary(
  { model, choices, material, projected }: Subject,
  { sheet, scale, hasUnplaced }: Composed,
): string {
  const projection = choices.parameters.find(({ name }) => name === 'projection');
  const isAssumed = projection?.origin === 'assumed';
  const missing = [
    ...(material === null ? ['material and mass (`specifications.material`)'] : []),
    ...(choices.tolerance === null ? ['general tolerance (`specifications.general_tolerance`)'] : []),
  ];
  return [
    `**Drawing of ${model.file.name}** (${model.how}): ${sheet}, ${scale}, ${choices.options.projection} projection${isAssumed ? ' (assumed)' : ''}. PDF, SVG and DXF are attached.`,
    '',
    projected.solidCount > 1
      ? `It shows an assembly of ${projected.solidCount} solids and gives its overall sizes only.`
      : 'It gives the overall sizes, the holes with their places, and the radii; every other size is left to the model.',
    ...(hasUnnamedRounds(projected)
      ? ['The file has round faces as free forms: they are drawn, but not named as holes or radii.']
      : []),
    ...(hasUnplaced ? ['The places of some holes had no room on the sheet.'] : []),
    ...(missing.length === 0 ? [] : [`Not stated: ${missing.join(', ')}.`]),
  ].join('\n');
}
